using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests.Analyzers;

/// <summary>KLING112, KLING119: markers in texts that are partly known, in other letters, in nested texts; items that no text names.</summary>
public sealed class MarkerTests
{
    private const string Nested = """
        {
          "type": "object",
          "properties": {
            "shots": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "text": { "type": "string", "x-references": [{ "marker": "@Image{n}", "list": "images" }] },
                  "images": { "type": "array", "items": { "type": "string" } },
                  "first": { "type": "string" },
                  "last": { "type": "string" }
                },
                "required": ["text"],
                "dependentRequired": { "last": ["first"] }
              }
            }
          }
        }
        """;

    [Theory]
    [InlineData("""_ = new AcmeClipRequest { Prompt = [|$"{name} and @Element2 wave"|], Elements = [new()] };""")]
    [InlineData("""_ = new AcmeClipRequest { Prompt = [|"@Element2 and " + name|], Elements = [new()] };""")]
    [InlineData("""_ = new AcmeClipRequest { Prompt = [|$"@Element2{name}"|], Elements = [new()] };""")]
    [InlineData("""_ = new AcmeClipRequest { Prompt = [|string.Join(" ", "@Element1", name, "@Element2")|], Elements = [new()] };""")]
    [InlineData("""_ = new AcmeClipRequest { Prompt = [|$"say <<<tag_3>>> {name}"|], Tags = ["a", "b"] };""")]
    [InlineData("""var number = 2; _ = new AcmeClipRequest { Prompt = [|$"@Element{number} waves"|], Elements = [new()] };""")]
    [InlineData("""var text = $"@Element2 waves, {name}"; _ = request with { Prompt = [|text|], Elements = [new()] };""")]
    [InlineData("""AcmeClipRequest.CreateBuilder([|$"{name}: @Element2"|]).AddElement(steps: 3).Build();""")]
    [InlineData("""_ = new AcmeClipRequest { Prompt = [|"@Element3"|], Elements = new AcmeClipElement[2] };""")]
    public Task A_marker_in_the_known_part_of_a_text_is_reported(string statement) => Verify("KLING112", statement);

    [Theory]
    [InlineData("""_ = new AcmeClipRequest { Prompt = $"@Element{count}", Elements = [new()] };""")]
    [InlineData("""_ = new AcmeClipRequest { Prompt = $"@Element0{count}", Elements = [new()] };""")]
    [InlineData("""_ = new AcmeClipRequest { Prompt = $"@Element1{name}", Elements = [new()] };""")]
    [InlineData("""_ = new AcmeClipRequest { Prompt = $"say <<<tag_{count}>>> and <<<tag_2>>>", Tags = ["a", "b"] };""")]
    [InlineData("""_ = new AcmeClipRequest { Prompt = $"say <<<tag_3{name}", Tags = ["a", "b"] };""")]
    [InlineData("""_ = new AcmeClipRequest { Prompt = $"{name}{count}", Elements = [new()] };""")]
    public Task A_marker_that_the_unknown_part_may_complete_is_not_reported(string statement) => Verify("KLING112", statement);

    [Theory]
    [InlineData("""_ = new AcmeClipRequest { Prompt = [|"@element1 waves"|], Elements = [new()] };""", "@element1", "@Element1")]
    [InlineData("""_ = new AcmeClipRequest { Prompt = [|"@ELEMENT2 waves"|], Elements = [new(), new()] };""", "@ELEMENT2", "@Element2")]
    [InlineData("""_ = request with { Prompt = [|$"{name} and @element1"|], Elements = [new()] };""", "@element1", "@Element1")]
    [InlineData("""builder.AddElement(steps: 3).WithPrompt([|"@element1 waves"|]).Build();""", "@element1", "@Element1")]
    [InlineData("""_ = new AcmeClipRequest { Prompt = [|"say <<<Tag_1>>>"|], Tags = ["a", "b"] };""", "<<<Tag_1>>>", "<<<tag_1>>>")]
    public async Task A_marker_in_another_case_is_reported(string statement, string found, string right)
    {
        string message = AnalyzerHarness.Message(Assert.Single(await Verify("KLING112", statement)));
        Assert.StartsWith($"The text refers to {found}, but items of '", message, StringComparison.Ordinal);
        Assert.EndsWith($"' are referred to as {right}", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""_ = new AcmeClipRequest { Prompt = "@element1 waves" };""")]
    [InlineData("""_ = new AcmeClipRequest { Prompt = "Write to mail@element1.com", Elements = [new()] };""")]
    [InlineData("""_ = new AcmeClipRequest { Prompt = "@elements and @Elementary", Elements = [new()] };""")]
    [InlineData("""builder.WithPrompt("@element1 waves").Build();""")]
    public Task A_marker_in_a_text_without_a_list_is_not_reported(string statement) => Verify("KLING112", statement);

    [Theory]
    [InlineData("""_ = new AcmeClipRequest { Prompt = "A wave", Elements = [[|new()|]] };""")]
    [InlineData("""_ = new AcmeClipRequest { Prompt = "@Element1 waves", Elements = [new(), [|new() { Steps = 3 }|]] };""")]
    [InlineData("""_ = new AcmeClipRequest { Prompt = "@Element2 waves", Elements = new[] { [|new AcmeClipElement()|], new() } };""")]
    [InlineData("""await client.SubmitAsync(new AcmeClipRequest { Prompt = "A wave", Tags = [[|"a"|], [|"b"|]] });""")]
    [InlineData("""_ = AcmeClipRequest.CreateBuilder("A wave").[|AddElement|](steps: 3).Build();""")]
    [InlineData("""_ = AcmeClipRequest.CreateBuilder("@Element1").AddElement(steps: 3).AddElement([|new AcmeClipElement()|]).Build();""")]
    public async Task An_item_without_a_marker_is_a_suggestion(string statement) =>
        Assert.All(await Verify("KLING119", statement), static diagnostic => Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity));

    [Theory]
    [InlineData("""_ = new AcmeClipRequest { Prompt = "@Element1 and @Element2", Elements = [new(), new()] };""")]
    [InlineData("""_ = new AcmeClipRequest { Prompt = name, Elements = [new()] };""")]
    [InlineData("""_ = new AcmeClipRequest { Prompt = $"A wave, {name}", Elements = [new()] };""")]
    [InlineData("""_ = new AcmeClipRequest { Prompt = "A wave", Elements = [.. others] };""")]
    [InlineData("""_ = new AcmeClipRequest { Prompt = "A wave", Elements = [] };""")]
    [InlineData("""_ = request with { Elements = [new()] };""")]
    [InlineData("""_ = request with { Prompt = "A wave", Elements = [new()] };""")]
    [InlineData("""Keep(new AcmeClipRequest { Prompt = "A wave", Elements = [new()] });""")]
    [InlineData("""builder.WithPrompt("A wave").AddElement(steps: 3).Build();""")]
    public Task An_item_that_an_unknown_text_may_name_is_not_reported(string statement) => Verify("KLING119", statement);

    [Theory]
    [InlineData("KLING112", """_ = new AcmeFilmRequest { Shots = new AcmeFilmShot[] { new() { Text = [|"@Image2"|], Images = ["a"] } } };""")]
    [InlineData("KLING112", """_ = new AcmeFilmRequest { Shots = new[] { new AcmeFilmShot { Text = [|"@image1"|], Images = ["a"] } } };""")]
    [InlineData("KLING112", """AcmeFilmRequest.CreateBuilder().AddShot(text: [|"@Image2"|], images: new[] { "a" }).Build();""")]
    [InlineData("KLING112", """AcmeFilmRequest.CreateBuilder().AddShot(images: new[] { "a" }, text: [|"@Image2"|]).Build();""")]
    [InlineData("KLING112", """AcmeFilmRequest.CreateBuilder().AddShot([|"@Image1"|]).Build();""")]
    [InlineData("KLING112", """film.AddShot(new AcmeFilmShot { Text = [|"@Image2"|], Images = ["a"] });""")]
    [InlineData("KLING112", """var shot = new AcmeFilmShot { Text = [|"@Image2"|], Images = ["a"] }; film.AddShot(shot);""")]
    [InlineData("KLING113", """AcmeFilmRequest.CreateBuilder().AddShot(text: "x", [|last: "b"|]).Build();""")]
    [InlineData("KLING113", """film.AddShot("x", [|last: "b"|]);""")]
    [InlineData("KLING113", """_ = new AcmeFilmRequest { Shots = new AcmeFilmShot[] { new() { Text = "x", [|Last|] = "b" } } };""")]
    [InlineData("KLING113", """film.AddShot(new AcmeFilmShot { Text = "x", [|Last|] = "b" }).Build();""")]
    [InlineData("KLING112", """AcmeFilmRequest.CreateBuilder().AddShot(text: "@Image1", images: new[] { "a" }).Build();""")]
    [InlineData("KLING112", """film.AddShot(text: "@Image2", images: images);""")]
    [InlineData("KLING113", """film.AddShot(text: "x", first: "a", last: "b").AddShot(text: "x").AddShot(text: "x", last: null).AddShot("x", first: "a");""")]
    [InlineData("KLING113", """Completed(new AcmeFilmShot { Text = "x", Last = "b" });""")]
    [InlineData("KLING113", """Keep(new AcmeFilmRequest { Shots = [new() { Text = "x", Last = "b" }] });""")]
    public async Task Markers_in_nested_records_are_checked_against_their_own_schema(string id, string statement) => await AnalyzerHarness.VerifyConstraints(id, $$"""
        internal static class Program
        {
            private static AcmeFilmShot Completed(AcmeFilmShot shot) => shot with { First = "a" };
            private static void Keep(AcmeFilmRequest request) => _ = request;
            internal static void Run(AcmeFilmRequestBuilder film, string[] images)
            {
                {{statement}}
                Keep(film.AddShot(Completed(new() { Text = images[0] })).Build());
            }
        }
        """, AnalyzerHarness.Emit(GeneratorHarness.Run(TestProject.With(Nested, "/schemas/acme-film.json")).AssertCompiles().WithAssemblyName("Film")));

    private static Task<IReadOnlyList<Diagnostic>> Verify(string id, string statement) => AnalyzerHarness.VerifyConstraints(id, $$"""
        internal static class Program
        {
            private static void Keep(AcmeClipRequest request) => _ = request;
            internal static async System.Threading.Tasks.Task Run(KlingClient client, AcmeClipRequest request, AcmeClipRequestBuilder builder, AcmeClipElement[] others, string name, int count)
            {
                {{statement}}
                await System.Threading.Tasks.Task.Yield();
                _ = (client, request, builder, others, name, count);
            }
        }
        """);
}
