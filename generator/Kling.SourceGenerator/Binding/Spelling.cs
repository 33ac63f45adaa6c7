namespace Kling.SourceGenerator.Binding;

/// <summary>"Did you mean …?"</summary>
/// <param name="words">The words that may have been meant.</param>
internal sealed class Spelling(IEnumerable<string> words)
{
    private readonly (string Word, string Upper, uint Letters)[] _words = [.. words.Select(static word => (word, word.ToUpperInvariant(), Letters(word)))];

    /// <summary>The word that is fewest edits away, if that is few enough for a slip of the pen; the ordinally first of several.</summary>
    public string? Nearest(string wrong)
    {
        int least = Math.Max(1, wrong.Length / 4);
        string upper = wrong.ToUpperInvariant();
        uint letters = Letters(wrong);
        string? nearest = null;
        foreach ((string word, string upperWord, uint others) in _words)
        {
            // An edit changes the length by one at most and the letters by two: most words need no closer look.
            if (Math.Abs(wrong.Length - word.Length) > least || Bits(letters ^ others) > 2 * least)
            {
                continue;
            }

            int distance = Distance(upper, upperWord, least);
            if (distance < least || (distance == least && (nearest is null || string.CompareOrdinal(word, nearest) < 0)))
            {
                (nearest, least) = (word, distance);
            }
        }

        return nearest;
    }

    /// <summary>The letters that a word has, a bit for each.</summary>
    private static uint Letters(string word)
    {
        uint letters = 0;
        foreach (char c in word)
        {
            letters |= 1u << (c % 32);
        }

        return letters;
    }

    private static int Bits(uint value)
    {
        int count = 0;
        for (; value != 0; value &= value - 1)
        {
            count++;
        }

        return count;
    }

    /// <summary>Levenshtein's distance, or more than <paramref name="most"/> once it is known to be that.</summary>
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
                int substitution = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
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
