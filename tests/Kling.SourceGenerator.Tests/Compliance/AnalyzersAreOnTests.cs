using System.Xml.Linq;

namespace Kling.SourceGenerator.Tests.Compliance;

/// <summary>The project's own code is held to its own rules: a warning breaks the build.</summary>
public sealed class AnalyzersAreOnTests
{
    public static TheoryData<string> ProjectsWithRuntime { get; } =
        [.. new[] { "src", "tests" }
            .SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(Checkout.Root, folder), "*.csproj", SearchOption.AllDirectories))
            .Where(static path => !path.Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj"))
            .Where(static path => Path.GetFileName(path) == "Kling.Generated.csproj" || References(path, "Kling.Generated").Any(static reference => Attribute(reference, "ReferenceOutputAssembly") != "false"))
            .Select(static path => Path.GetRelativePath(Checkout.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(ProjectsWithRuntime))]
    public void A_project_that_uses_the_runtime_is_analysed(string project) => Assert.Contains(
        References(Path.Combine(Checkout.Root, project), "Kling.SourceGenerator"),
        static reference => Attribute(reference, "OutputItemType") == "Analyzer");

    [Fact]
    public void The_runtime_the_emulator_and_the_command_are_analyzed() => Assert.Superset(
        new HashSet<string> { "src/Kling.Generated/Kling.Generated.csproj", "src/Kling.Emulator/Kling.Emulator.csproj", "src/Kling.Cli/Kling.Cli.csproj", "tests/Kling.Benchmarks/Kling.Benchmarks.csproj" },
        ProjectsWithRuntime.Select(static row => row.Data).ToHashSet());

    private static IEnumerable<XElement> References(string path, string name) => XDocument.Load(path)
        .Descendants("ProjectReference")
        .Where(reference => Path.GetFileNameWithoutExtension(Attribute(reference, "Include")) == name);

    private static string? Attribute(XElement element, string name) => element.Attribute(name)?.Value;
}
