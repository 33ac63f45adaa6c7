namespace Kling;

/// <summary>How far apart two names are. The code fixes and the command line compile this file too.</summary>
internal static class EditDistance
{
    /// <summary>The number of letters to insert, remove or replace (Levenshtein), ignoring case.</summary>
    /// <param name="left">A name.</param>
    /// <param name="right">Another name.</param>
    public static int Between(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 0; i < left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i + 1;
            for (int j = 0; j < right.Length; j++)
            {
                int replaced = diagonal + (char.ToLowerInvariant(left[i]) == char.ToLowerInvariant(right[j]) ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(replaced, Math.Min(row[j], row[j + 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
