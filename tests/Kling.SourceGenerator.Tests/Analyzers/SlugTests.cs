using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kling.SourceGenerator.Tests.Analyzers;

public sealed class SlugTests
{
    [Theory]
    [InlineData("/schemas/acme-clip.json", """{ "type": "object" }""", "KLING117 (0,0)-(0,0)")]
    [InlineData("/schemas/other.json", """{ "x-slug": "acme-clip", "type": "object" }""", "KLING117 (0,12)-(0,23)")]
    [InlineData("/schemas/acme-clip.json", """{ "x-slug": "acme-clip-2", "type": "object" }""", null)]
    [InlineData("/schemas/acme-clip.json", "no JSON", null)]
    public async Task A_slug_of_a_referenced_assembly_is_reported_in_the_schema_file(string path, string schema, string? expected)
    {
        var file = new InMemoryFile(path, schema);
        var options = new AnalyzerOptions([file.ToAdditionalText()], new ProjectOptionsProvider(new Dictionary<string, string>()));
        IReadOnlyList<Diagnostic> found = await AnalyzerHarness.Run(AnalyzerHarness.Compilation("class C;"), options);
        Assert.Equal(expected is null ? [] : [expected], found.Select(static diagnostic => $"{diagnostic.Id} {diagnostic.Location.GetLineSpan().Span}"));
    }
}
