namespace Kling.SourceGenerator.Tests.Snapshots;

/// <summary>
/// What each shipped schema file becomes. The files are looked for when the tests run: a new one fails here, and here only,
/// until its snapshot is accepted.
/// </summary>
public sealed class ShippedModelTests
{
    public static TheoryData<string> Slugs => [.. Checkout.ShippedSchemaPaths.Select(static path => Path.GetFileNameWithoutExtension(path))];

    [Theory]
    [MemberData(nameof(Slugs))]
    public void The_generated_model_is_as_it_was_accepted(string slug)
    {
        TestProject project = TestProject.WithFiles(TestProject.ShippedFile(Path.Combine(Checkout.Root, "schemas", slug + ".json"))) with
        {
            Properties = new Dictionary<string, string> { ["KlingNamespace"] = "Kling.Models" },
        };
        Snapshot.Match(GeneratorHarness.Run(project).Request, "Model." + slug);
    }

    [Fact]
    public void No_snapshot_outlives_its_model() =>
        Assert.Empty(Snapshot.Names("Model.*").Select(static name => name["Model.".Length..])
            .Except(Checkout.ShippedSchemaPaths.Select(static path => Path.GetFileNameWithoutExtension(path))));
}
