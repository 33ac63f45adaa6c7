namespace Kling.SourceGenerator.Binding;

/// <summary>"Did you mean …?"</summary>
internal static class Spelling
{
    /// <summary>The candidate that is fewest edits away, if that is few enough for a slip of the pen; the ordinally first of several.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        int least = Math.Max(1, word.Length / 4);
        string? nearest = null;
        foreach (string candidate in candidates)
        {
            int distance = Math.Abs(word.Length - candidate.Length) > least ? int.MaxValue : Distance(word, candidate, least);
            if (distance < least || (distance == least && (nearest is null || string.CompareOrdinal(candidate, nearest) < 0)))
            {
                (nearest, least) = (candidate, distance);
            }
        }

        return nearest;
    }

    /// <summary>Levenshtein's distance without regard to case, or more than <paramref name="most"/> once it is known to be that.</summary>
    private static int Distance(string a, string b, int most)
    {
        int[] row = new int[b.Length + 1];
        for (int j = 1; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            int least = row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int substitution = diagonal + (char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
                least = Math.Min(least, row[j]);
            }

            if (least > most)
            {
                return least;
            }
        }

        return row[b.Length];
    }
}
