using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests.Analyzers;

/// <summary>The rules that look at several parameters at once: lists in a chain, markers, dependent parameters.</summary>
public sealed class ConstructionTests
{
    private const string FixedItems = """
        {
          "type": "object",
          "properties": {
            "prompt": { "type": "string", "x-references": [{ "marker": "@Shot{n}", "list": "shots" }] },
            "shots": { "type": "array", "maxItems": 2, "items": { "type": "object", "properties": { "kind": { "const": "wide" } }, "required": ["kind"] } }
          }
        }
        """;

    [Theory]
    [InlineData("""_ = new AcmeClipRequest { Prompt = [|"@Element2 waves"|], Elements = [new()] };""")]
    [InlineData("""_ = new AcmeClipRequest { Prompt = [|"@Element1 waves"|] };""")]
    [InlineData("""_ = new AcmeClipRequest { Prompt = [|"@Element0 waves"|], Elements = [new()] };""")]
    [InlineData("""_ = new AcmeClipRequest { Prompt = [|"say <<<tag_3>>>"|], Tags = ["a", "b"] };""")]
    [InlineData("""_ = request with { Prompt = [|"@Element3 waves"|], Elements = new[] { new AcmeClipElement(), new() } };""")]
    [InlineData("""_ = request with { Prompt = flag ? [|"@Element2 waves"|] : "@Element1 waves", Elements = [new()] };""")]
    [InlineData("""AcmeClipRequest.CreateBuilder([|"@Element2 waves"|]).AddElement(steps: 3).Build();""")]
    [InlineData("""AcmeClipRequest.CreateBuilder(prompt: [|"@Element1 waves"|]).Build();""")]
    [InlineData("""builder.WithElements([new()]).WithPrompt([|"@Element2 waves"|]).Build();""")]
    [InlineData("""const string text = "@Element"; AcmeClipRequest.CreateBuilder([|text + "2"|]).AddElement(new AcmeClipElement()).Build();""")]
    public Task A_marker_beyond_its_list_is_reported(string statement) => Verify("KLING112", statement);

    [Theory]
    [InlineData("""_ = new AcmeClipRequest { Prompt = "@Element1 and @Element2", Elements = [new(), new()] };""")]
    [InlineData("""_ = new AcmeClipRequest { Prompt = "@Elements @Element <<<tag_1>> mail@Elementary", Elements = [new()] };""")]
    [InlineData("""_ = request with { Prompt = "@Element2 waves" };""")]
    [InlineData("""_ = new AcmeClipRequest { Prompt = "@Element2 waves" } with { Elements = [new(), new()] };""")]
    [InlineData("""var least = new AcmeClipRequest { Prompt = "@Element2 waves" }; _ = least with { Elements = [new(), new()] };""")]
    [InlineData("""_ = new AcmeClipRequest { Prompt = "@Element2 waves", Elements = [new(), .. others] };""")]
    [InlineData("""_ = new AcmeClipRequest { Prompt = "@Element2 waves", Elements = others };""")]
    [InlineData("""AcmeClipRequest.CreateBuilder("@Element2 waves").AddElement(new AcmeClipElement()).AddElement(steps: 3).Build();""")]
    [InlineData("""builder.WithPrompt("@Element2 waves").AddElement(steps: 3);""")]
    [InlineData("""var part = AcmeClipRequest.CreateBuilder("@Element1 waves"); part.AddElement(steps: 3).Build();""")]
    public Task A_marker_of_an_item_or_of_an_unknown_list_is_not_reported(string statement) => Verify("KLING112", statement);

    [Theory]
    [InlineData("""_ = new AcmeClipRequest { Prompt = "x", [|LastFrame|] = "b" };""")]
    [InlineData("""AcmeClipRequest.CreateBuilder("x").[|WithLastFrame|]("b").Build();""")]
    [InlineData("""AcmeClipRequest.CreateBuilder("x").WithFirstFrame("a").[|WithLastFrame|]("b").WithoutFirstFrame().Build();""")]
    [InlineData("""AcmeClipRequest made = new() { Prompt = "x", [|LastFrame|] = "b" };""")]
    [InlineData("""string last = "b"; Take(new AcmeClipRequest { Prompt = "x", [|LastFrame|] = last });""")]
    public Task A_parameter_without_the_one_that_it_requires_is_reported(string statement) => Verify("KLING113", statement);

    [Theory]
    [InlineData("""_ = new AcmeClipRequest { Prompt = "x", FirstFrame = "a", LastFrame = "b" };""")]
    [InlineData("""_ = new AcmeClipRequest { Prompt = "x", LastFrame = null };""")]
    [InlineData("""_ = new AcmeClipRequest { Prompt = "x", LastFrame = unknown };""")]
    [InlineData("""_ = new AcmeClipRequest { Prompt = "x", FirstFrame = unknown, LastFrame = "b" };""")]
    [InlineData("""_ = request with { LastFrame = "b" };""")]
    [InlineData("""builder.WithLastFrame("b").Build();""")]
    [InlineData("""AcmeClipRequest.CreateBuilder("x").WithLastFrame("b").WithoutLastFrame().Build();""")]
    public Task A_parameter_that_has_or_may_have_the_required_one_is_not_reported(string statement) => Verify("KLING113", statement);

    [Theory]
    [InlineData("""AcmeClipRequest.CreateBuilder("x").AddElement(steps: 3).AddElement(steps: 4).[|AddElement|](steps: 5).Build();""")]
    [InlineData("""builder.AddElement(steps: 3).AddElement(steps: 4).WithSteps(3).[|AddElement|](steps: 5).AddElement(steps: 6);""")]
    [InlineData("""builder.WithElements([new(), new()]).[|AddElement|](steps: 5);""")]
    public Task A_surplus_item_in_a_call_chain_is_reported(string statement) => Verify("KLING110", statement);

    /// <summary>The builder asks for no argument if every required member of the item has a single value.</summary>
    [Fact]
    public async Task An_item_that_is_added_without_an_argument_counts()
    {
        Compilation library = GeneratorHarness.Run(TestProject.With(FixedItems, "/schemas/acme-fixed.json")).AssertCompiles().WithAssemblyName("Fixed");
        await AnalyzerHarness.Verify(
            "KLING110",
            "internal static class Program { internal static object Run() => AcmeFixedRequest.CreateBuilder().AddShot().AddShot().[|AddShot|]().Build(); }",
            AnalyzerHarness.Emit(library));
        await AnalyzerHarness.Verify(
            "KLING112",
            """internal static class Program { internal static object Run() => AcmeFixedRequest.CreateBuilder().WithPrompt([|"@Shot2 waves"|]).AddShot().Build(); }""",
            AnalyzerHarness.Emit(library));
    }

    [Theory]
    [InlineData("""builder.AddElement(steps: 3).AddElement(steps: 4).WithoutElements().AddElement(steps: 5);""")]
    [InlineData("""builder.AddElement(steps: 3).AddElement(steps: 4).WithElements([]).AddElement(steps: 5);""")]
    [InlineData("""builder.WithElements(others).AddElement(steps: 5);""")]
    [InlineData("""builder.AddTag("a");""")]
    public Task An_item_within_the_limit_of_a_call_chain_is_not_reported(string statement) => Verify("KLING110", statement);

    [Fact]
    public Task Too_few_items_in_a_complete_call_chain_are_reported() =>
        Verify("KLING109", """AcmeClipRequest.CreateBuilder("x").[|AddTag|]("a").Build(); AcmeClipRequest.CreateBuilder("x").AddTag("a").AddTag("b").Build();""");

    [Theory]
    [InlineData("""_ = request with { Tags = ["a", [|"a"|]] };""")]
    [InlineData("""_ = request with { Tags = new[] { "a", "b", [|Same|] } };""")]
    [InlineData("""_ = request with { Tags = new List<string> { "a", [|"a"|] } };""")]
    [InlineData("""builder.WithTags(ImmutableArray.Create("a", [|"a"|]));""")]
    [InlineData("""builder.WithTags(KlingList.Create<string>(["a", [|"a"|]]));""")]
    [InlineData("""builder.AddTag("a").AddTag([|"a"|]);""")]
    [InlineData("""builder.AddTag("a").AddTag("A").AddTag(unknown!);""")]
    [InlineData("""_ = request with { Tags = ["a", unknown!, unknown!] };""")]
    [InlineData("""_ = request with { Tags = ["a", flag ? "a" : "b"] };""")]
    public Task A_duplicate_element_is_reported(string statement) => Verify("KLING111", statement);

    [Fact]
    public async Task The_diagnostic_of_a_surplus_has_the_number_for_the_fix()
    {
        IReadOnlyList<Diagnostic> found = await Verify("KLING110", """_ = request with { Tags = [|["a", "b", "c", "d", "e"]|] };""");
        Diagnostic diagnostic = Assert.Single(found);
        Assert.Equal("3", diagnostic.Properties["Limit"]);
        Assert.Equal("5", diagnostic.Properties["Count"]);
        Assert.Equal(["\"d\"", "\"e\""], diagnostic.AdditionalLocations.Select(static place => place.SourceTree!.GetText().ToString(place.SourceSpan)));
    }

    internal static Task<IReadOnlyList<Diagnostic>> Verify(string id, string statement) => AnalyzerHarness.Verify(id, $$"""
        internal static class Program
        {
            private const string Same = "a";
            internal static void Take(IKlingRequest request) => _ = request;
            internal static void Run(AcmeClipRequest request, AcmeClipRequestBuilder builder, AcmeClipElement[] others, bool flag, string? unknown)
            {
                {{statement}}
            }
        }
        """);
}
