using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;
using static Kling.SourceGenerator.Tests.Diagnostics.SchemaReport;

namespace Kling.SourceGenerator.Tests.Diagnostics;

/// <summary>Slugs that no path can hold, and names that no metadata can.</summary>
public sealed class NameDiagnosticsTests
{
    private const int MaxSlug = 100;

    /// <summary>What cannot be a slug, and why.</summary>
    public static TheoryData<string, string, string> Unusable { get; } = new()
    {
        { "", "\"\"", "it is empty" },
        { ".", "\".\"", "it means a folder" },
        { "..", "\"..\"", "it means a folder" },
        { "a/b", "\"a/b\"", "it contains '/'" },
        { "../kling-x", "\"../kling-x\"", "it contains '/'" },
        { "a\\b", "\"a\\\\b\"", "it contains '\\'" },
        { "a?b", "\"a?b\"", "it contains '?'" },
        { "a#b", "\"a#b\"", "it contains '#'" },
        { "a%2Fb", "\"a%2Fb\"", "it contains '%'" },
        { "a b", "\"a b\"", "it contains a space" },
        { "a\tb", "\"a\\u0009b\"", "it contains U+0009" },
        { "a\0b", "\"a\\u0000b\"", "it contains U+0000" },
        { "a\u007F", "\"a\\u007f\"", "it contains U+007F" },
        { "a\u0085b", "\"a\\u0085b\"", "it contains U+0085" },
        { "a\u00A0b", "\"a\u00A0b\"", "it contains U+00A0" },
        { "a\u202Eb", "\"a\\u202eb\"", "it contains U+202E" },
        { "a\uFEFFb", "\"a\\ufeffb\"", "it contains U+FEFF" },
        { "a\uFFFDb", "\"a\uFFFDb\"", "it contains U+FFFD" },
        { new string('a', MaxSlug + 1), $"\"{new string('a', MaxSlug)}\"…", "it has 101 characters, and at most 100 are allowed" },
        { new string('a', 5000), $"\"{new string('a', MaxSlug)}\"…", "it has 5000 characters, and at most 100 are allowed" },
    };

    public static TheoryData<string> Usable { get; } = ["a", "kling-v1.6", "...", ".a", "a..b", "a~b_c", "a:b@c!", "größe", "名前", "a😀", new string('a', MaxSlug)];

    /// <summary>Where a name of 5,000 characters can come from.</summary>
    public static TheoryData<string, string> LongNames
    {
        get
        {
            string name = new('n', 5000);
            return new()
            {
                { "a property", $$"""{ "properties": { "{{name}}": { "type": "string" } } }""" },
                { "x-csharp-name of a property", $$"""{ "properties": { "a": { "x-csharp-name": "N{{name}}", "type": "array", "items": { "type": "string" } } } }""" },
                { "x-csharp-name of the model", $$"""{ "x-csharp-name": "N{{name}}", "properties": { "a": { "enum": ["b"] } } }""" },
                { "a value", $$"""{ "properties": { "a": { "enum": ["{{name}}", "b"] } } }""" },
                { "x-enum-names", $$"""{ "properties": { "a": { "enum": ["b"], "x-enum-names": ["N{{name}}"] } } }""" },
                { "a definition", $$"""{ "properties": { "a": { "$ref": "#/$defs/{{name}}" } }, "$defs": { "{{name}}": { "type": "object", "properties": { "b": { "enum": [1] } } } } }""" },
                { "a record", $$"""{ "properties": { "{{name}}": { "type": "object", "properties": { "b": {}, "{{name}}": { "type": "object", "properties": { "c": { "not": false, "type": ["string", "integer"] } } } } } } }""" },
                { "letters of three bytes", $$"""{ "properties": { "{{new string('名', 5000)}}": { "type": "object", "properties": { "b": { "enum": ["{{new string('前', 5000)}}"] } } } } }""" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Unusable))]
    public void KLING019_the_slug_cannot_be_used(string slug, string shown, string problem)
    {
        string json = JsonValue.Create(slug).ToJsonString();
        AssertOnly("KLING019", DiagnosticSeverity.Error, $$"""{ "properties": {}, "x-slug": [|{{json}}|] }""", $"The slug {shown} cannot be a segment of a path: {problem}. Correct it");
    }

    [Theory]
    [MemberData(nameof(Unusable))]
    public void KLING019_holds_for_a_file_name_and_for_the_metadata_of_an_item(string slug, string shown, string problem)
    {
        var schema = new InMemoryFile("/schemas/a.json", """{ "properties": {} }""");
        if (!slug.Contains('/', StringComparison.Ordinal) && !slug.Contains('\\', StringComparison.Ordinal))
        {
            AssertRefused(schema with { Path = $"/schemas/{slug}.json" }, $"The slug {shown} cannot be a segment of a path: {problem}. Rename the file, or set \"x-slug\"");
            AssertRefused(schema with { Path = $"/schemas/{slug}.kling.json" }, $"The slug {shown} cannot be a segment of a path: {problem}. Rename the file, or set \"x-slug\"");
        }

        if (!string.IsNullOrWhiteSpace(slug))
        {
            AssertRefused(schema.With("KlingSlug", slug), $"The slug {shown} cannot be a segment of a path: {problem}. Correct KlingSlug on its item");
        }
    }

    [Theory]
    [MemberData(nameof(Usable))]
    public void A_slug_that_is_valid_in_a_path_is_accepted(string slug)
    {
        foreach (InMemoryFile file in new[]
        {
            new InMemoryFile($"/schemas/{slug}.json", """{ "properties": {} }"""),
            new InMemoryFile("/schemas/a.json", $$"""{ "properties": {}, "x-slug": {{JsonValue.Create(slug).ToJsonString()}} }"""),
            new InMemoryFile("/schemas/a.json", """{ "properties": {} }""").With("KlingSlug", slug),
        })
        {
            GeneratorOutput output = GeneratorHarness.Run(TestProject.WithFiles(file));
            Assert.Empty(output.Report);
            output.AssertCompiles();
        }
    }

    [Fact]
    public void A_lone_surrogate_in_a_file_name_is_refused() => AssertRefused(
        new InMemoryFile("/schemas/a\ud83d.json", """{ "properties": {} }"""),
        "The slug \"a\\ud83d\" cannot be a segment of a path: it contains half of a surrogate pair. Rename the file, or set \"x-slug\"");

    [Fact]
    public void An_invalid_slug_does_not_affect_other_files()
    {
        var good = new InMemoryFile("/b.json", """{ "properties": {} }""");
        GeneratorOutput output = GeneratorHarness.Run(TestProject.WithFiles(new InMemoryFile("/...json", good.Text), good));
        Assert.Equal("KLING019", Assert.Single(output.Diagnostics).Id);
        Assert.Equal(GeneratorHarness.Run(TestProject.WithFiles(good)).AllText, output.AllText);
    }

    [Theory]
    [MemberData(nameof(LongNames))]
    public void KLING020_a_long_name_is_shortened_and_the_assembly_is_written(string source, string schema)
    {
        GeneratorOutput output = GeneratorHarness.Run(TestProject.With(schema));
        Assert.NotEmpty(output.Diagnostics);
        Assert.All(output.Diagnostics, diagnostic => Assert.True(diagnostic is { Id: "KLING020", Severity: DiagnosticSeverity.Info }, $"{source}: {diagnostic}"));
        AssertIsWritten(output);
        Assert.Equal(output.AllText, GeneratorHarness.Run(TestProject.With(schema)).AllText);
    }

    [Fact]
    public void KLING020_says_what_the_name_becomes_and_how_to_choose_another() => AssertOnly(
        "KLING020",
        DiagnosticSeverity.Info,
        $$"""{ "properties": { [|"{{new string('n', 201)}}"|]: {} } }""",
        $"\"{new string('n', 100)}\"… becomes 'N{new string('n', 190)}_75ED22F1' in C#, because a name has at most 200 characters; use \"x-csharp-name\" to choose another name");

    [Fact]
    public void Two_long_names_with_the_same_beginning_stay_different()
    {
        string begin = new('n', 300);
        GeneratorOutput output = GeneratorHarness.Run(TestProject.With($$"""{ "properties": { "{{begin}}a": { "enum": ["{{begin}}c", "{{begin}}d"] }, "{{begin}}b": {} } }"""));
        Assert.All(output.Diagnostics, static diagnostic => Assert.Equal("KLING020", diagnostic.Id));
        AssertIsWritten(output);
    }

    [Fact]
    public void Names_of_deeply_nested_types_stay_short_enough()
    {
        string schema = "{}";
        for (int level = 0; level < 60; level++)
        {
            schema = $$"""{ "type": "object", "properties": { "a_rather_long_name_of_level_{{level}}": {{schema}} } }""";
        }

        AssertIsWritten(GeneratorHarness.Run(TestProject.With(schema)));
    }

    [Fact]
    public void A_long_type_name_of_an_item_is_shortened()
    {
        GeneratorOutput output = GeneratorHarness.Run(TestProject.WithFiles(new InMemoryFile("/a.json", """{ "properties": {} }""").With("KlingTypeName", "T" + new string('n', 5000))));
        Assert.StartsWith("KLING020 Info /a.json(1,1)+0: ", Assert.Single(output.Report), StringComparison.Ordinal);
        Assert.EndsWith("at most 100 characters; shorten KlingTypeName on its item", output.Report[0], StringComparison.Ordinal);
        AssertIsWritten(output);
    }

    [Fact]
    public void KLING023_the_namespace_is_too_long()
    {
        TestProject project = TestProject.With("""{ "properties": {} }""", "/a.json");
        GeneratorOutput output = GeneratorHarness.Run(project with { Files = [project.Files[0].With("KlingNamespace", new string('N', 2000))] });
        Assert.Equal(
            "KLING023 Error /a.json(1,1)+0: The namespace has 2000 characters, and at most 300 are allowed; shorten KlingNamespace, or RootNamespace if it is derived from that",
            Assert.Single(output.Report));
        AssertIsWritten(GeneratorHarness.Run(project with { Files = [project.Files[0].With("KlingNamespace", new string('名', 300))] }));
    }

    private static void AssertRefused(InMemoryFile file, string message)
    {
        GeneratorOutput output = GeneratorHarness.Run(TestProject.WithFiles(file));
        Assert.Equal($"KLING019 Error {file.Path}(1,1)+0: {message}", Assert.Single(output.Report));
        Assert.Empty(output.Sources);
    }

    /// <summary>Names that are too long are found when the assembly and its symbols are written, not before.</summary>
    private static void AssertIsWritten(GeneratorOutput output)
    {
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        EmitResult result = output.AssertCompiles().Emit(image, symbols, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Take(3)));
    }
}
