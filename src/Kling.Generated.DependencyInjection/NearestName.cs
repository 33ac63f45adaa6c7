namespace Kling;

/// <summary>Finds the setting that was probably meant by a name that does not exist.</summary>
internal static class NearestName
{
    /// <summary>The nearest candidate, or null if none is near.</summary>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        int near = Math.Max(2, name.Length / 3);
        return candidates
            .Select(candidate => (Candidate: candidate, Distance: Distance(name, candidate)))
            .Where(pair => pair.Distance <= near)
            .OrderBy(static pair => pair.Distance)
            .ThenBy(static pair => pair.Candidate, StringComparer.Ordinal)
            .Select(static pair => pair.Candidate)
            .FirstOrDefault();
    }

    /// <summary>How many letters must be inserted, removed or replaced (Levenshtein), without regard to case, underscores and hyphens.</summary>
    private static int Distance(string left, string right)
    {
        string letters = new([.. left.Where(char.IsLetterOrDigit)]);
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 0; i < letters.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i + 1;
            for (int j = 0; j < right.Length; j++)
            {
                int replaced = diagonal + (char.ToLowerInvariant(letters[i]) == char.ToLowerInvariant(right[j]) ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(replaced, Math.Min(row[j], row[j + 1]) + 1);
            }
        }

        return row[^1];
    }
}
