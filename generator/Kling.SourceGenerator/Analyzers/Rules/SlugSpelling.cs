namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// Which slug a text misspells. A slug is long, so two slips leave no doubt, if no other slug is as near. With another version, it is
/// another model.
/// </summary>
internal static class SlugSpelling
{
    private const int MostEdits = 2;

    // Two slips in a shorter text can make another one of it.
    private const int LeastLength = 10;

    public static string? Nearest(string slug, IEnumerable<string> known)
    {
        if (slug.Length < LeastLength)
        {
            return null;
        }

        (string Slug, int Edits)[] near =
        [
            .. known
                .Where(name => Math.Abs(name.Length - slug.Length) <= MostEdits && Versions(name) == Versions(slug))
                .Select(name => (name, Edits(slug.ToLowerInvariant(), name)))
                .OrderBy(static name => name.Item2),
        ];
        return near.Length > 0 && near[0].Edits <= MostEdits && (near.Length == 1 || near[0].Edits < near[1].Edits) ? near[0].Slug : null;
    }

    /// <summary>The digits, with the letter of a version before them: <c>o3</c>, <c>v1</c>.</summary>
    private static string Versions(string slug) =>
        new([
            .. slug.Where((letter, index) =>
                char.IsDigit(letter)
                || (index + 1 < slug.Length && char.IsDigit(slug[index + 1]) && (index == 0 || !char.IsLetterOrDigit(slug[index - 1])))
            ).Where(char.IsLetterOrDigit),
        ]);

    /// <summary>How many letters are added, missing, wrong or swapped with their neighbour.</summary>
    private static int Edits(string a, string b)
    {
        var edits = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                edits[i, j] =
                    i == 0 ? j
                    : j == 0 ? i
                    : Math.Min(
                        Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1,
                        edits[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
                    );
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    edits[i, j] = Math.Min(edits[i, j], edits[i - 2, j - 2] + 1);
                }
            }
        }

        return edits[a.Length, b.Length];
    }
}
