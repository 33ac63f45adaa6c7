namespace Kling.Package.Tests;

/// <summary>What users compile against.</summary>
public sealed class PublicApiTests(Packages packages)
{
    public static TheoryData<string> Libraries => [.. Checkout.Ids.Where(static id => id is not ("Kling.Cli" or "Kling.Templates"))];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void The_public_API_is_as_approved(string id)
    {
        string[] surfaces = [.. Assemblies(id).Select(static assembly => assembly.Written).Distinct()];

        Approved.Match(Assert.Single(surfaces), Path.Combine("PublicApi", id));
    }

    // The other half, the changes of schema files, is in ReleasedModelsTests.
    [Fact]
    public void The_generator_keeps_the_released_API_of_the_shipped_models()
    {
        string current = ReleasedModels.List(Assemblies("Kling.Generated").First().Generated);
        IReadOnlyList<string> missing = ReleasedModels.Missing(ReleasedModels.LastListing(current), current);

        Assert.True(missing is [], $"Users of the last release would miss:\n{string.Join('\n', missing)}\nCONTRIBUTING says what that takes; {ReleasedModels.Variable}=1 writes {ReleasedModels.Listing} anew.");
    }

    [Fact]
    public void The_tool_has_no_public_API() =>
        Assert.Equal("", new PublicSurface(Packages.Read(packages.Feed, "Kling.Cli").Entries["tools/net10.0/any/kling.dll"]).Written);

    /// <summary>A package's library, as each of its frameworks has it.</summary>
    private IEnumerable<PublicSurface> Assemblies(string id)
    {
        IReadOnlyDictionary<string, byte[]> runtime = Packages.Read(packages.Feed, "Kling.Generated").Entries;
        return Packages.Read(packages.Feed, id).Entries
            .Where(entry => entry.Key.EndsWith($"/{id}.dll", StringComparison.Ordinal))
            .Select(entry => new PublicSurface(entry.Value, id == "Kling.Generated" ? [] : [runtime["lib/net8.0/Kling.Generated.dll"]]));
    }
}
