namespace Kling.Cli;

/// <summary>Finds what was probably meant by a name that does not exist.</summary>
internal static class Suggestion
{
    /// <summary>A sentence with a space in front, or nothing if no candidate is near.</summary>
    public static string For(string name, IEnumerable<string> candidates)
    {
        int near = Math.Max(2, name.Length / 3);
        string? best = candidates
            .Select(candidate => (Candidate: candidate, Distance: Distance(name, candidate)))
            .Where(pair => pair.Distance <= near)
            .OrderBy(static pair => pair.Distance)
            .ThenBy(static pair => pair.Candidate, StringComparer.Ordinal)
            .Select(static pair => pair.Candidate)
            .FirstOrDefault();
        return best is null ? "" : $" Did you mean '{best}'?";
    }

    /// <summary>How many letters must be put in, taken out or replaced (Levenshtein), without regard to case.</summary>
    private static int Distance(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 0; i < left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i + 1;
            for (int j = 0; j < right.Length; j++)
            {
                int replace = diagonal + (char.ToLowerInvariant(left[i]) == char.ToLowerInvariant(right[j]) ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(replace, Math.Min(row[j], row[j + 1]) + 1);
            }
        }

        return row[^1];
    }
}
