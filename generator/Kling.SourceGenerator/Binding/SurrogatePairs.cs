using System.Text;

namespace Kling.SourceGenerator.Binding;

/// <summary>Ranges of code points beyond U+FFFF as classes of first and second halves.</summary>
internal static class SurrogatePairs
{
    /// <summary>One pattern per run of first halves that have the same second halves.</summary>
    /// <param name="ranges">Ranges in ascending order, without overlaps.</param>
    public static IEnumerable<string> Write(IReadOnlyList<(int First, int Last)> ranges)
    {
        List<(char High, string Lows)> highs = [.. ByHigh(ranges).Select(static pair => (pair.Key, $"[{pair.Value}]"))];
        for (int i = 0; i < highs.Count;)
        {
            int end = i;
            while (end + 1 < highs.Count && highs[end + 1].High == highs[end].High + 1 && highs[end + 1].Lows == highs[i].Lows)
            {
                end++;
            }

            var high = new StringBuilder("[");
            CodePointSet.WriteRange(high, highs[i].High, highs[end].High);
            yield return $"{high}]{highs[i].Lows}";
            i = end + 1;
        }
    }

    private static SortedDictionary<char, StringBuilder> ByHigh(IReadOnlyList<(int First, int Last)> ranges)
    {
        var lows = new SortedDictionary<char, StringBuilder>();
        foreach ((int first, int last) in ranges)
        {
            // 1,024 code points share a first half.
            for (int start = first; start <= last; start = (start | 0x3FF) + 1)
            {
                string from = char.ConvertFromUtf32(start);
                string to = char.ConvertFromUtf32(Math.Min(last, start | 0x3FF));
                if (!lows.TryGetValue(from[0], out StringBuilder? content))
                {
                    lows.Add(from[0], content = new StringBuilder());
                }

                CodePointSet.WriteRange(content, from[1], to[1]);
            }
        }

        return lows;
    }
}
