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
                .Select(name => (name, EditDistance.Between(slug, name)))
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
}
