namespace Kling.SourceGenerator.Binding.Findings;

/// <summary>"Did you mean …?"</summary>
/// <param name="words">The words that may have been meant.</param>
internal sealed class Spelling(IEnumerable<string> words)
{
    private readonly (string Word, string Upper, uint Letters)[] _words =
    [
        .. words.Select(static word => (word, word.ToUpperInvariant(), Letters(word))),
    ];

    /// <summary>
    /// The word that is the fewest edits away, if that is one edit in four characters at most; the ordinally first of several.
    /// </summary>
    public string? Nearest(string wrong) => Nearest(wrong, Math.Max(1, wrong.Length / 4));

    /// <summary>The word that is the fewest edits away, and at most so many; the ordinally first of several.</summary>
    public string? Nearest(string wrong, int most)
    {
        int least = most;
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

    /// <summary>The question that ends a message, if there is a word to ask for.</summary>
    public static string Hint(string? nearest) => nearest is null ? "" : $"; did you mean '{nearest}'?";

    /// <summary>The letters of a word as bits.</summary>
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

    /// <summary>
    /// How many characters are added, removed, replaced or swapped with their neighbour, or more than
    /// <paramref name="most"/> once it is known to be that (optimal string alignment).
    /// </summary>
    private static int Distance(string a, string b, int most)
    {
        // The rows of the prefixes of a that are two characters shorter, one shorter, and as long as the current one.
        int[] twoBefore = new int[b.Length + 1];
        int[] before = new int[b.Length + 1];
        int[] row = new int[b.Length + 1];
        for (int j = 1; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            (twoBefore, before, row) = (before, row, twoBefore);
            int least = row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int substitution = before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(substitution, Math.Min(before[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], twoBefore[j - 2] + 1);
                }

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
