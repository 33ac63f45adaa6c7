namespace Kling.CodeFixes;

/// <summary>What a misspelt name was meant to be.</summary>
internal static class NearestName
{
    /// <summary>The name with the fewest letters to change, the first of several; none if more than a third would change.</summary>
    public static string? Among(IEnumerable<string> names, string written) => names
        .Select(name => (Name: name, Distance: Distance(name, written)))
        .Where(candidate => candidate.Distance * 3 <= Math.Max(candidate.Name.Length, 3))
        .OrderBy(static candidate => candidate.Distance)
        .Select(static candidate => candidate.Name)
        .FirstOrDefault();

    /// <summary>How many letters to add, drop or replace (Levenshtein). The case of a letter counts for nothing.</summary>
    private static int Distance(string a, string b)
    {
        int[] previous = [.. Enumerable.Range(0, b.Length + 1)];
        int[] row = new int[b.Length + 1];
        for (int i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = previous[j - 1] + (char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1);
                row[j] = Math.Min(replaced, 1 + Math.Min(previous[j], row[j - 1]));
            }

            (previous, row) = (row, previous);
        }

        return previous[b.Length];
    }
}
