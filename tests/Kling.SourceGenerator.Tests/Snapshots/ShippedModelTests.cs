namespace Kling.SourceGenerator.Tests.Snapshots;

/// <summary>What a whole schema file becomes: the largest of the shipped ones. The features have snapshots of their own.</summary>
public sealed class ShippedModelTests
{
    [Fact]
    public void The_generated_model_equals_its_snapshot()
    {
        const string Slug = "kling-3-pro-image2video";
        TestProject project = TestProject.WithFiles(TestProject.ShippedFile(Path.Combine(Checkout.Root, "schemas", Slug + ".json"))) with
        {
            Properties = new Dictionary<string, string> { ["KlingNamespace"] = "Kling.Models" },
        };
        Snapshot.Match(GeneratorHarness.Run(project).Request, "Model." + Slug);
    }
}
