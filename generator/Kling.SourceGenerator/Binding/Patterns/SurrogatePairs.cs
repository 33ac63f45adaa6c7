using System.Text;

namespace Kling.SourceGenerator.Binding.Patterns;

/// <summary>Ranges of code points beyond U+FFFF as classes of first and second halves.</summary>
internal static class SurrogatePairs
{
    /// <summary>One pattern per run of first halves that have the same second halves.</summary>
    /// <param name="ranges">Ranges in ascending order, without overlaps.</param>
    public static IEnumerable<string> Write(IReadOnlyList<(int First, int Last)> ranges)
    {
        List<(char First, char Last, string Lows)> runs = [.. Runs(ranges).Select(static run => (run.First, run.Last, $"[{run.Lows}]"))];
        for (int i = 0; i < runs.Count; )
        {
            int end = i;
            while (end + 1 < runs.Count && runs[end + 1].First == runs[end].Last + 1 && runs[end + 1].Lows == runs[i].Lows)
            {
                end++;
            }

            var high = new StringBuilder("[");
            CodeUnits.WriteRange(high, runs[i].First, runs[end].Last);
            yield return $"{high}]{runs[i].Lows}";
            i = end + 1;
        }
    }

    /// <summary>First halves with the content of their class of second halves.</summary>
    private static List<(char First, char Last, StringBuilder Lows)> Runs(IReadOnlyList<(int First, int Last)> ranges)
    {
        var runs = new List<(char First, char Last, StringBuilder Lows)>();
        foreach ((int first, int last) in ranges)
        {
            for (int start = first; start <= last; )
            {
                int end = EndOfRun(start, last);
                string from = char.ConvertFromUtf32(start);
                string to = char.ConvertFromUtf32(end);
                if (runs.Count == 0 || runs[runs.Count - 1].Last != from[0])
                {
                    runs.Add((from[0], to[0], new StringBuilder()));
                }

                CodeUnits.WriteRange(runs[runs.Count - 1].Lows, from[1], to[1]);
                start = end + 1;
            }
        }

        return runs;
    }

    /// <summary>1,024 code points share a first half. Blocks that are whole are one run, however many they are.</summary>
    private static int EndOfRun(int start, int last)
    {
        const int Block = 0x400;
        int endOfBlock = start | (Block - 1);
        return start % Block == 0 && endOfBlock <= last ? ((last + 1) / Block * Block) - 1 : Math.Min(last, endOfBlock);
    }
}
