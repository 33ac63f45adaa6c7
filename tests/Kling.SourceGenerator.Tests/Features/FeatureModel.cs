namespace Kling.SourceGenerator.Tests;

/// <summary>The schema that uses every feature of the dialect. It is compiled into this assembly too.</summary>
internal static class FeatureModel
{
    public static InMemoryFile File { get; } = new("/schemas/feature-model.json", Checkout.Read("tests", "Kling.SourceGenerator.Tests", "Features", "feature-model.json"));
}
