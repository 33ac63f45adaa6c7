namespace Kling.Cli.Tests;

/// <summary>The pages from which the shipped schemas were written. They lie beside the checkout and are no part of it.</summary>
internal static class RealPages
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Cli.RepositoryRoot, "..", "shared", "pages"));

    /// <summary>The models whose page is there; without the folder, one whose tests are then skipped.</summary>
    public static IReadOnlyList<string> Slugs { get; } = Cli.Shipped.Select(static model => model.Slug).Where(static slug => File.Exists(Path.Combine(Folder, slug + ".txt"))).ToArray() is { Length: > 0 } slugs
        ? slugs
        : [Cli.Shipped[0].Slug];

    /// <summary>Every stored page, with its name and text; none without the folder.</summary>
    public static IReadOnlyList<(string Name, string Text)> All { get; } = Directory.Exists(Folder)
        ? [.. Directory.GetFiles(Folder, "kling-*.txt").Order(StringComparer.Ordinal).Select(static file => (Path.GetFileName(file), File.ReadAllText(file)))]
        : [];

    /// <summary>The path of a model's page; the test is skipped where there is none.</summary>
    public static string PathOf(string slug)
    {
        string path = Path.Combine(Folder, slug + ".txt");
        Assert.SkipUnless(
            File.Exists(path),
            $"The page of {slug} is not at {path}. It belongs to the maintainers' workspace and is not needed to work on the project.");
        return path;
    }

    /// <summary>The path of a model's shipped schema.</summary>
    public static string SchemaOf(string slug) => Path.Combine(Cli.RepositoryRoot, "schemas", slug + ".json");
}
