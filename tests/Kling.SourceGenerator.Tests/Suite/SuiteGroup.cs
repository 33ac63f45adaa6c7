using System.Globalization;
using System.Text.Json.Nodes;

namespace Kling.SourceGenerator.Tests.Suite;

/// <summary>A schema of the suite with its tests.</summary>
/// <param name="File">The keyword's file, without its ending.</param>
/// <param name="Index">The group's place in the file, from 0.</param>
/// <param name="Schema">The model's schema.</param>
/// <param name="Exemption">Why the group need not pass, or <see langword="null"/>.</param>
/// <param name="Cases">The tests.</param>
internal sealed record SuiteGroup(string File, int Index, string Schema, string? Exemption, IReadOnlyList<SuiteCase> Cases)
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Checkout.Root, "..", "shared", "json-schema-test-suite", "draft2020-12"));

    public static bool AreHere => Directory.Exists(Folder);

    /// <summary>Every group, whatever files stand there.</summary>
    public static IReadOnlyList<SuiteGroup> All { get; } = AreHere
        ? [.. Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal).SelectMany(Read)]
        : [];

    public InMemoryFile ToFile() => new($"/suite/{SlugOf(File, Index)}.json", Schema);

    public static string SlugOf(string file, int index) => $"{file}-{index.ToString(CultureInfo.InvariantCulture)}";

    private static IEnumerable<SuiteGroup> Read(string path)
    {
        string file = Path.GetFileNameWithoutExtension(path);
        JsonArray groups = JsonNode.Parse(System.IO.File.ReadAllText(path))!.AsArray();
        return groups.Select((group, index) => new SuiteGroup(
            file,
            index,
            SuiteSchema.Wrap(group!["schema"]),
            SuiteSchema.Exemption(group["schema"]),
            [.. group["tests"]!.AsArray().Select(test => new SuiteCase(
                file,
                index,
                $"{group["description"]}, {test!["description"]}",
                new JsonObject { ["value"] = test["data"]?.DeepClone() }.ToJsonString(),
                test["valid"]!.GetValue<bool>()))]));
    }
}
