using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kling.SourceGenerator.Tests.Analyzers;

// The keys here are made up; they look like real ones because that is what the rule looks at.
public sealed class ApiKeyFileTests
{
    [Theory]
    [InlineData("/app/appsettings.json", "{ \"Kling\": { \"ApiKey\": \"SG_3f9a07c1e58b24d6\" } }", "KLING202 (0,23)-(0,44)")]
    [InlineData("C:\\app\\appsettings.Production.json", "{\r\n  // mine\r\n  \"Kling:ApiKey\": \"SG_3f9a07c1e58b24d6\",\r\n}", "KLING202 (2,18)-(2,39)")]
    [InlineData("/app/Properties/launchSettings.json", "{\n\"SEGMIND_API_KEY\": \"SG_3F9A07C1E58B24D6\" }", "KLING202 (1,19)-(1,40)")]
    [InlineData("/app/appsettings.json", "{ \"Kling\": { \"ApiKey\": \"SG_0000000000000000\" } }", null)]
    [InlineData("/app/appsettings.json", "{ \"Kling\": { \"ApiKey\": \"\", \"Id\": \"SG_3f9a\" } }", null)]
    [InlineData("/app/appsettings.json", "{ \"Kling\": \"SG_3f9a07c1e58b24d6", null)]
    [InlineData("/app/other.json", "{ \"Kling\": { \"ApiKey\": \"SG_3f9a07c1e58b24d6\" } }", null)]
    [InlineData("/app/appsettings.txt", "\"SG_3f9a07c1e58b24d6\"", null)]
    public async Task A_key_in_the_settings_is_reported_at_its_line_and_column(string path, string text, string? expected)
    {
        var options = new AnalyzerOptions([new InMemoryFile(path, text).ToAdditionalText()], new ProjectOptionsProvider(new Dictionary<string, string>()));
        IReadOnlyList<Diagnostic> found = await AnalyzerHarness.Run(AnalyzerHarness.Compilation("class C;"), options);
        Assert.Equal(expected is null ? [] : [expected], found.Select(static diagnostic => $"{diagnostic.Id} {diagnostic.Location.GetLineSpan().Span}"));
    }
}
