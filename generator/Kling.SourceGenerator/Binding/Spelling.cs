namespace Kling.SourceGenerator.Binding;

/// <summary>"Did you mean …?"</summary>
internal static class Spelling
{
    /// <summary>The candidate that is fewest edits away, if that is few enough for a slip of the pen; the ordinally first of several.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        int most = Math.Max(1, word.Length / 4);
        return candidates
            .Select(candidate => (Candidate: candidate, Distance: Distance(word, candidate, most)))
            .Where(pair => pair.Distance <= most)
            .OrderBy(static pair => pair.Distance)
            .ThenBy(static pair => pair.Candidate, StringComparer.Ordinal)
            .Select(static pair => pair.Candidate)
            .FirstOrDefault();
    }

    /// <summary>Levenshtein's distance without regard to case.</summary>
    private static int Distance(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
        {
            return most + 1;
        }

        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int substitution = diagonal + (char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
