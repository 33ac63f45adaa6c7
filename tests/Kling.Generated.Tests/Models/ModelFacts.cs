using System.Text.Json;

namespace Kling.Tests.Models;

/// <summary>What was read of the models' pages, parameter by parameter. The facts lie beside the checkout and are no part of it.</summary>
internal static class ModelFacts
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Shipped.RepositoryRoot, "..", "shared", "facts", "models"));

    /// <summary>The shipped models of which there are facts; without the folder, one whose tests are then skipped.</summary>
    public static IReadOnlyList<string> Slugs { get; } =
        Shipped.Slugs.Select(static row => row.Data).Where(static slug => File.Exists(PathOf(slug))).ToArray() is { Length: > 0 } slugs
            ? slugs
            : [Shipped.Slugs.First().Data];

    /// <summary>The facts of a model; the test is skipped where there are none.</summary>
    public static JsonElement Of(string slug)
    {
        Assert.SkipUnless(
            File.Exists(PathOf(slug)),
            $"The facts of {slug} are not at {PathOf(slug)}. They belong to the maintainers' workspace and are not needed to work on the project.");
        return Shipped.Json(File.ReadAllText(PathOf(slug)));
    }

    private static string PathOf(string slug) => Path.Combine(Folder, slug + ".json");
}
