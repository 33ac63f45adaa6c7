using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests.Analyzers;

/// <summary>JSON in string literals of every form: what is wrong is shown within the literal.</summary>
public sealed class JsonBodyTests
{
    private const string Marked = """"
        using System.Text.Json;

        internal static class Bodies
        {
            private const string Named = """{ "promt": 1, "prompt": "x" }""";

            public static object?[] All() =>
            [
                JsonSerializer.Deserialize<AcmeClipRequest>("""{ "prompt": "x", [|"elments"|]: 1 }"""),
                JsonSerializer.Deserialize<AcmeClipRequest>("{ \"prompt\": \"x\", [|\"elments\"|]: 1 }"),
                JsonSerializer.Deserialize<AcmeClipRequest>("{ \u0022prompt\u0022: \"x\",\t[|\"elments\"|]: 1 }"),
                JsonSerializer.Deserialize<AcmeClipRequest>(@"{ ""prompt"": ""\u0078"", [|""elments""|]: 1 }"),
                JsonSerializer.Deserialize<AcmeClipRequest>([|"{ \x22prompt\x22: \"x\", \"elments\": 1 }"|]),
                JsonSerializer.Deserialize<AcmeClipRequest>([|"""{ "prompt": "x", """ + """ "elments": 1 }"""|]),
                JsonSerializer.Deserialize<AcmeClipRequest>([|Named|]),
                JsonSerializer.Deserialize<AcmeClipRequest>(
                    """
                    {
                      "prompt": "x",

                      [|"elments"|]: 1,
                      "elements": [{ "steps": 3, [|"stesp"|]: 4 }]
                    }
                    """),
                JsonSerializer.Deserialize<AcmeClipRequest>(
                    @"{
                        ""prompt"": ""x"",
                        [|""elments""|]: 1
                    }"),
            ];

            public static AcmeClipRequest Bag(AcmeClipRequest request) =>
                request with { AdditionalParameters = JsonNode.Parse("""{ "camera": 1, [|"elments"|]: 1 }""")!.AsObject() };
        }
        """";

    [Fact]
    public async Task A_misspelled_name_is_shown_where_it_is_in_the_literal()
    {
        IReadOnlyList<Diagnostic> found = await AnalyzerHarness.Verify("KLING115", Marked);

        Assert.All(found, static diagnostic => Assert.False(diagnostic.Properties.ContainsKey("Nearest"), "No fix can move it."));
    }

    [Theory]
    [InlineData("""{ "steps": 3 }""", "KLING209", "'prompt' is required and cannot be left out; assign a value")]
    [InlineData("""{ "prompt": "x", "steps": 1 }""", "KLING101", "1 is too small for 'Steps': the value must be at least 2")]
    [InlineData("""{ "prompt": "x", "mode": "max" }""", "KLING108", "The text 'max' is not one of 'std', 'pro'; assign a named member to 'Mode'")]
    public async Task A_value_is_judged_as_its_parameter(string json, string id, string message)
    {
        Diagnostic diagnostic = Assert.Single(await AnalyzerHarness.Run(
            $"internal static class Body {{ public static object? Read() => System.Text.Json.JsonSerializer.Deserialize<AcmeClipRequest>({Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(json, quote: true)}); }}"));

        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(message, AnalyzerHarness.Message(diagnostic));
        Assert.DoesNotContain(diagnostic.Properties, static property => property.Value is not null);
    }
}
