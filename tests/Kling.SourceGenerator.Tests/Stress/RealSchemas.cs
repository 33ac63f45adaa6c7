namespace Kling.SourceGenerator.Tests.Stress;

/// <summary>Real schemas from many hands. They stand beside the checkout, and are never copied into it.</summary>
internal static class RealSchemas
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Checkout.Root, "..", "shared", "stress-schemas"));

    public static bool AreHere => Directory.Exists(Folder);

    /// <summary>Every file as <c>family/name.json</c>, whatever files stand there.</summary>
    public static IReadOnlyList<string> Names { get; } = AreHere
        ? [.. Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories)
            .Select(static path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)]
        : [];

    public static InMemoryFile File(string name) => new("/schemas/" + name, System.IO.File.ReadAllText(Path.Combine(Folder, name)));
}
