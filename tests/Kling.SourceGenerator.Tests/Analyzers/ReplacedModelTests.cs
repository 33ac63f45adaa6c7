using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kling.SourceGenerator.Tests.Analyzers;

/// <summary>KLING120 to KLING123: uses of models that have a successor, and schema files that name one.</summary>
public sealed class ReplacedModelTests
{
    private static readonly Lazy<MetadataReference> Compiled = new(static () => ClipModel.Compile(TestProject.WithFiles(
        new InMemoryFile("/schemas/acme-gone.json", Model(""" "x-retired": true, "x-replaced-by": { "model": "acme-new", "parameters": { "prompt": "text" } }""")),
        new InMemoryFile("/schemas/acme-old.json", Model(""" "deprecated": true, "x-replaced-by": "acme-new" """)),
        new InMemoryFile("/schemas/acme-late.json", Model(""" "x-replaced-by": "acme-new" """)),
        new InMemoryFile("/schemas/acme-a.json", Model(""" "x-replaced-by": "acme-b" """)),
        new InMemoryFile("/schemas/acme-b.json", Model(""" "x-replaced-by": "acme-c" """)),
        new InMemoryFile("/schemas/acme-new.json", """{ "properties": { "text": { "type": "string" }, "kind": { "enum": ["standard", 2] } } }""")), "Old"));

    [Theory]
    [InlineData("KLING120", "_ = new [|AcmeGoneRequest|] { Prompt = \"A\" };")]
    [InlineData("KLING120", "AcmeGoneRequest request = [|new|]() { Prompt = \"A\" }; _ = request;")]
    [InlineData("KLING120", "_ = [|AcmeGoneRequest|].CreateBuilder().WithPrompt(\"A\").Build();")]
    [InlineData("KLING120", "_ = [|Acme.Models.AcmeOldRequest|].CreateBuilder().Build();")]
    [InlineData("KLING120", "_ = await (await client.SubmitAsync([|\"acme-gone\"|], body)).WaitForCompletionAsync();")]
    [InlineData("KLING120", "_ = await (await client.SubmitAsync([|\"acme-old\"|], body)).WaitForCompletionAsync();")]
    [InlineData("KLING121", "_ = await (await client.SubmitAsync([|\"acme-late\"|], body)).WaitForCompletionAsync();")]
    [InlineData("KLING121", "_ = new [|Acme.Models.AcmeLateRequest|]();")]
    [InlineData("KLING120", "_ = new AcmeNewRequest { Text = \"A\" }; _ = AcmeNewRequest.CreateBuilder().Build(); AcmeGoneRequest? none = null; _ = none?.Prompt;")]
    public Task A_replaced_model_is_reported_where_a_request_is_made(string id, string statements) => AnalyzerHarness.Verify(
        id,
        $$"""
        internal static class Program
        {
            internal static async System.Threading.Tasks.Task Run(KlingClient client, System.Text.Json.JsonElement body)
            {
                await System.Threading.Tasks.Task.Yield();
                {{statements}}
            }
        }
        """,
        Compiled.Value);

    [Fact]
    public async Task The_message_names_the_successor()
    {
        Compilation compilation = AnalyzerHarness.Compilation(
            "internal static class Program { internal static object[] All() => [new AcmeGoneRequest(), new AcmeOldRequest(), new AcmeLateRequest()]; }", Compiled.Value);

        Assert.Equal(
            [
                "The model 'acme-gone' is retired: the API refuses its requests; use 'acme-new' instead",
                "The model 'acme-old' is deprecated; use 'acme-new' instead",
                "The model 'acme-late' is still served, but replaced by 'acme-new'; use 'acme-new' in new code",
            ],
            (await AnalyzerHarness.Run(compilation)).Select(AnalyzerHarness.Message));
        AnalyzerHarness.AssertCompiles(compilation);
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(static diagnostic => diagnostic.Id == "CS0618"));
    }

    [Theory]
    [InlineData(""" "acme-new" """, null)]
    [InlineData(""" { "model": "acme-new", "parameters": { "prompt": "text", "mode": { "name": "kind", "values": { "std": "standard", "pro": 2 } } } }""", null)]
    [InlineData(""" { "model": "acme-new", "parameters": { "prompt": null, "mode": null } }""", null)]
    [InlineData(""" "acme-newer" """, "KLING123 at \"acme-newer\": No model of this project or its references has the slug 'acme-newer'; add its schema file, so that requests can be moved to it")]
    [InlineData(""" { "model": "acme-new", "parameters": { "prompt": "txt" } }""", "KLING122 at \"txt\": A part of 'x-replaced-by' cannot be used: 'acme-new' has no parameter 'txt'")]
    [InlineData(""" { "model": "acme-new", "parameters": { "mode": { "values": { "std": "standard" } } } }""", "KLING122 at { \"values\": { \"std\": \"standard\" } }: A part of 'x-replaced-by' cannot be used: 'acme-new' has no parameter 'mode'")]
    [InlineData(""" { "model": "acme-new", "parameters": { "mode": { "name": "kind", "values": { "std": "std" } } } }""", "KLING122 at \"std\": A part of 'x-replaced-by' cannot be used: 'std' is not among the values of 'kind' of 'acme-new'")]
    [InlineData(""" "acme-a" """, "KLING122 at \"acme-a\": A part of 'x-replaced-by' cannot be used: the models replace each other: acme-c → acme-a → acme-b → acme-c")]
    public async Task A_schema_file_is_compared_with_the_successor(string replacement, string? expected)
    {
        var file = new InMemoryFile("/schemas/acme-c.json", Model($"\"x-replaced-by\": {replacement}"));
        var options = new AnalyzerOptions([file.ToAdditionalText()], new ProjectOptionsProvider(new Dictionary<string, string>()));
        IReadOnlyList<Diagnostic> found = await AnalyzerHarness.Run(AnalyzerHarness.Compilation("class C;", Compiled.Value), options);
        string text = file.Text!;

        Assert.Equal(
            expected is null ? [] : [expected],
            found.Select(diagnostic =>
                $"{diagnostic.Id} at {text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)}: {AnalyzerHarness.Message(diagnostic)}"));
    }

    private static string Model(string members) =>
        $$"""{ "properties": { "prompt": { "type": "string" }, "mode": { "enum": ["std", "pro"] } }, {{members}} }""";
}
