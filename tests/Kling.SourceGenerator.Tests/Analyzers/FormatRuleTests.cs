using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests.Analyzers;

/// <summary>KLING107: which texts are read, and what is said of them. Which are valid is the table's business.</summary>
public sealed class FormatRuleTests
{
    [Theory]
    [InlineData("""new Uri("https://h/a b")""", "Percent-encode ' ' at character 12 as %20.")]
    [InlineData("""new("https://h/a b")""", "Percent-encode ' ' at character 12 as %20.")]
    [InlineData("""new Uri(uriString: "https://h/a|b")""", "Percent-encode '|' at character 12 as %7C.")]
    [InlineData("""new Uri(uriKind: UriKind.Absolute, uriString: "https://h/é")""", "Percent-encode 'é' at character 11 as %C3%A9.")]
    [InlineData("""new Uri("https://h/%zz", new UriCreationOptions())""", "Two hexadecimal digits must follow the '%' at character 11. Percent-encode '%' itself as %25.")]
    [InlineData("""new Uri("c:\\a.png")""", "One letter and a colon are a local drive. Upload a local file with client.Files.")]
    [InlineData("""new Uri("a.png", UriKind.Relative)""", "Begin with a scheme, as in https://example.com/image.png. Upload a local file with client.Files.")]
    [InlineData("""new Uri("http://h:99999")""", "The port '99999' must be a number from 0 to 65535.")]
    public async Task The_message_about_a_uri_says_what_to_change(string uri, string advice)
    {
        Diagnostic diagnostic = Assert.Single(await AnalyzerHarness.Verify(
            "KLING107", $$"""internal static class Program { internal static void Run(AcmeClipRequestBuilder builder) => builder.WithLink([|{{uri}}|]); }"""));

        Assert.StartsWith("'", AnalyzerHarness.Message(diagnostic), StringComparison.Ordinal);
        Assert.EndsWith($"' is not valid for 'link': it is not an absolute URI (RFC 3986). {advice}", AnalyzerHarness.Message(diagnostic), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""new Uri("https://h/" + name)""")]
    [InlineData("""new Uri(new Uri("https://h/"), "a b")""")]
    [InlineData("""new Uri("https://h/a%20b")""")]
    public async Task Values_that_are_unknown_or_valid_are_not_reported(string uri) => Assert.Empty(await AnalyzerHarness.Verify(
        "KLING107", $$"""internal static class Program { internal static void Run(AcmeClipRequestBuilder builder, string name) => builder.WithLink({{uri}}); }"""));

    private const string Formats = """
        {
          "properties": {
            "when": { "type": "string", "format": "date-time" },
            "day": { "type": "string", "format": "date" },
            "id": { "type": "string", "format": "uuid" },
            "mail": { "type": "string", "format": "email" },
            "days": { "type": "array", "items": { "type": "string", "format": "date" } }
          }
        }
        """;

    private static readonly Lazy<MetadataReference> Compiled = new(static () =>
        AnalyzerHarness.Emit(GeneratorHarness.Run(TestProject.With(Formats, "/schemas/acme-forms.json")).AssertCompiles().WithAssemblyName("Forms")));

    [Theory]
    [InlineData("When", """[|"2026-13-01T00:00:00Z"|]""")]
    [InlineData("When", """[|"2026-01-31"|]""")]
    [InlineData("When", """[|day + "T25:00:00Z"|]""")]
    [InlineData("When", """ "2026-01-31T12:00:00Z" """)]
    [InlineData("When", """DateTime.UtcNow.ToString("O")""")]
    [InlineData("Day", """[|"31.01.2026"|]""")]
    [InlineData("Day", """[|"2026-02-30"|]""")]
    [InlineData("Day", """[|string.Empty|]""")]
    [InlineData("Day", "day")]
    [InlineData("Id", """[|"0123"|]""")]
    [InlineData("Id", """ "01234567-89ab-cdef-0123-456789abcdef" """)]
    [InlineData("Id", "Guid.NewGuid().ToString()")]
    [InlineData("Mail", """[|"name"|]""")]
    [InlineData("Mail", """ "name@example.com" """)]
    [InlineData("Days", """[day, [|"2026-1-1"|]]""")]
    [InlineData("Id", """[|Guid.NewGuid().ToString("N")|]""")]
    [InlineData("Id", """[|Guid.NewGuid().ToString(format: "B")|]""")]
    [InlineData("Id", """[|$"{Guid.NewGuid():N}"|]""")]
    [InlineData("Id", """[|"id-" + Guid.NewGuid()|]""")]
    [InlineData("Id", """[|$"id-{Guid.Empty}"|]""")]
    [InlineData("Id", """Guid.NewGuid().ToString("D")""")]
    [InlineData("Id", """$"{Guid.NewGuid()}" """)]
    [InlineData("Id", """Guid.NewGuid().ToString(day)""")]
    [InlineData("When", """[|DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)|]""")]
    [InlineData("When", """[|DateTime.UtcNow.ToString()|]""")]
    [InlineData("When", """[|DateTime.UtcNow.ToString("s")|]""")]
    [InlineData("When", """[|DateTimeOffset.Now.ToString("u")|]""")]
    [InlineData("When", """[|$"{DateTime.UtcNow:yyyy-MM-dd}"|]""")]
    [InlineData("When", """[|DateTime.UtcNow.ToShortDateString()|]""")]
    [InlineData("When", """[|DateOnly.FromDateTime(DateTime.UtcNow).ToString("O")|]""")]
    [InlineData("When", """DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ")""")]
    [InlineData("When", """DateTimeOffset.Now.ToString("yyyy-MM-ddTHH:mm:sszzz")""")]
    [InlineData("When", """$"{DateTime.UtcNow:yyyy-MM-dd}T{DateTime.UtcNow:HH:mm:ss}Z" """)]
    [InlineData("When", """[|$"{DateTime.UtcNow:yyyy-MM-dd} {DateTime.UtcNow:HH:mm:ss}Z"|]""")]
    [InlineData("Day", """[|DateTime.UtcNow.ToString("dd.MM.yyyy")|]""")]
    [InlineData("Day", """[|DateTime.UtcNow.ToString("yyyyMMdd")|]""")]
    [InlineData("Day", """[|$"{DateTime.UtcNow:O}"|]""")]
    [InlineData("Day", """[|DateTime.UtcNow.ToString("d", System.Globalization.CultureInfo.InvariantCulture)|]""")]
    [InlineData("Day", """DateTime.UtcNow.ToString("d")""")]
    [InlineData("Day", """DateTime.UtcNow.ToShortDateString()""")]
    [InlineData("Day", """DateTime.UtcNow.ToString("yyyy/MM/dd")""")]
    [InlineData("Day", """DateTime.UtcNow.ToString("yyyy-MM-dd")""")]
    [InlineData("Day", """DateOnly.FromDateTime(DateTime.UtcNow).ToString("O")""")]
    [InlineData("Day", """$"{DateTime.UtcNow:yyyy-MM-dd}" """)]
    [InlineData("Mail", """[|Guid.NewGuid().ToString()|]""")]
    [InlineData("Mail", """$"{Guid.NewGuid():N}@example.com" """)]
    public async Task Every_format_that_run_time_judges_is_judged(string property, string value)
    {
        foreach (string use in (string[])["_ = new AcmeFormsRequest { NAME = VALUE };", "_ = request with { NAME = VALUE };", "builder.WithNAME(value: VALUE).Build();"])
        {
            await AnalyzerHarness.Verify("KLING107", $$"""
                internal static class Program
                {
                    internal static void Run(AcmeFormsRequest request, AcmeFormsRequestBuilder builder)
                    {
                        var day = "2026-01-31";
                        {{use.Replace("NAME", property, StringComparison.Ordinal).Replace("VALUE", value, StringComparison.Ordinal)}}
                        _ = (request, builder, day);
                    }
                }
                """, Compiled.Value);
        }
    }
}
