namespace Kling.SourceGenerator.Tests;

/// <summary>The schema that uses every feature of the dialect. It is compiled into this assembly too.</summary>
internal static class FeatureModel
{
    public static InMemoryFile File { get; } = new("/schemas/feature-model.json", Checkout.Read("tests", "Kling.SourceGenerator.Tests", "Features", "feature-model.json"));

    /// <summary>All schemas of this folder.</summary>
    public static InMemoryFile[] All { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Checkout.Root, "tests", "Kling.SourceGenerator.Tests", "Features"), "*.json").Order(StringComparer.Ordinal).Select(TestProject.ShippedFile)];
}
