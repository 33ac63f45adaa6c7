namespace Kling.SourceGenerator.Tests.Stress;

/// <summary>Real schemas from many hands. They stand beside the checkout, and are never copied into it.</summary>
internal static class RealSchemas
{
    /// <summary>What a skipped test says.</summary>
    public const string Missing =
        "The real schemas are not beside this checkout. They belong to the maintainers' workspace and are not needed to work on the project.";

    private static readonly HashSet<string> Shipped = [.. Checkout.ShippedSchemaPaths.Select(static path => Path.GetFileName(path))];

    private static readonly string Folder = Path.GetFullPath(Path.Combine(Checkout.Root, "..", "shared", "stress-schemas"));

    public static bool AreHere => Directory.Exists(Folder);

    /// <summary>Every file as <c>family/name.json</c>, whatever files stand there.</summary>
    public static IReadOnlyList<string> Names { get; } = AreHere
        ? [.. Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories)
            .Select(static path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)]
        : [];

    /// <summary>The file in the folder of the shipped schemas. Its family is part of its slug only if a shipped model has the same name.</summary>
    public static InMemoryFile File(string name) => new("/schemas/" + Placed(name), System.IO.File.ReadAllText(Path.Combine(Folder, name)));

    private static string Placed(string name) =>
        name.Split('/') is [.. var family, var file] && Shipped.Contains(file) ? $"{string.Join('/', family)}/{string.Join('-', family)}-{file}" : name;
}
