using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.Text;

namespace Kling.Editor.Tests;

/// <summary>Completion inside the strings that a schema knows, by the provider that the package brings.</summary>
public sealed class StringCompletionTests(OpenedProject project)
{
    private static readonly string[] OptionalNames = ["elements", "voices", "start_url", "places"];
    private static readonly string[] Markers = ["@Element1", "@Element2", "<<<voice_1>>>", "<<<voice_2>>>", "<<<voice_3>>>"];

    [Theory]
    [InlineData("""new StorefrontSceneRequest { Prompt = "^" }""")]
    [InlineData("""new StorefrontSceneRequest { Prompt = "A walk of ^ and" }""")]
    [InlineData("""new StorefrontSceneRequest { Prompt = @"^" }""")]
    [InlineData(""""new StorefrontSceneRequest { Prompt = """^ waves""" }"""")]
    [InlineData("""new StorefrontSceneRequest { Prompt = $"{name} and ^" }""")]
    [InlineData("""new StorefrontSceneRequest { Prompt = $"^" }""")]
    [InlineData("""new StorefrontSceneRequest { Prompt = "It is " + (name.Length > 3 ? "^" : "") }""")]
    [InlineData("""request with { Prompt = "^" }""")]
    [InlineData("""StorefrontSceneRequest.CreateBuilder("^")""")]
    [InlineData("""StorefrontSceneRequest.CreateBuilder(prompt: "^")""")]
    [InlineData("""StorefrontSceneRequest.CreateBuilder("").WithPrompt("^")""")]
    public async Task Completion_in_a_prompt_offers_the_markers_of_its_lists(string code) => Assert.Equal(Markers, await OfferedAsync(code));

    [Theory]
    [InlineData("""new StorefrontSceneRequest { Prompt = "^", Elements = ["a"], Voices = new[] { "a", "b" } }""", "@Element1", "<<<voice_1>>>", "<<<voice_2>>>")]
    [InlineData("""new StorefrontSceneRequest { Prompt = "^", Elements = [], Voices = [] }""")]
    [InlineData("""StorefrontSceneRequest.CreateBuilder("^").AddElement("a").AddVoice("a")""", "@Element1", "<<<voice_1>>>")]
    public async Task Completion_offers_markers_of_the_given_items_only_if_the_list_is_known(string code, params string[] expected) => Assert.Equal(expected, await OfferedAsync(code));

    [Theory]
    [InlineData("""request.IsSet("^")""", "prompt")]
    [InlineData("""request.IsSet(name: "^")""", "prompt")]
    [InlineData("""request.Unset("^")""")]
    [InlineData("""StorefrontSceneRequest.CreateBuilder("").WithAdditionalParameter("^", 1)""", "prompt")]
    [InlineData("""StorefrontSceneRequest.CreateBuilder("").WithAdditionalParameter("el^")""", "prompt")]
    public async Task Completion_offers_parameter_names_and_for_Unset_only_optional_ones(string code, params string[] required)
    {
        IEnumerable<string> offered = await OfferedAsync(code);
        Assert.Equal(required.Concat(OptionalNames), offered);
    }

    [Theory]
    [InlineData("""client.SubmitAsync("^", default(System.Text.Json.JsonElement))""")]
    [InlineData("""client.SubmitAsync("kling^")""")]
    public async Task Completion_offers_the_slugs_of_the_project_and_of_the_package(string code) => Assert.Equal(
        Directory.EnumerateFiles(Path.Combine(EditorServices.Metadata("RepositoryRoot"), "schemas"), "kling-*.json")
            .Select(static path => Path.GetFileNameWithoutExtension(path)!)
            .Where(static name => !name.EndsWith(".schema", StringComparison.Ordinal))
            .Concat(["storefront-clip", "storefront-scene"])
            .Order(StringComparer.Ordinal),
        await OfferedAsync(code));

    [Theory]
    [InlineData("""new StorefrontClipRequest { Caption = "^" }""")]
    [InlineData("""System.Console.Out.Write("^")""")]
    [InlineData("""name.Replace("^", "b")""")]
    [InlineData("""new StorefrontSceneRequest { Prompt = $"{name^}" }""")]
    [InlineData("""new StorefrontSceneRequest { Prompt = name.Replace("^", "b") }""")]
    public async Task Other_strings_get_no_completion(string code)
    {
        IEnumerable<string> offered = await OfferedAsync(code);
        Assert.DoesNotContain(offered, static item => item.StartsWith('@') || item.StartsWith('<') || item is "prompt" or "elements" or "storefront-clip");
    }

    [Theory]
    [InlineData("\"@El^ waves\"", "@Element2", "\"@Element2 waves\"")]
    [InlineData("\"With <<<^\"", "<<<voice_1>>>", "\"With <<<voice_1>>>\"")]
    [InlineData("\"With <<<^>>>\"", "<<<voice_1>>>", "\"With <<<voice_1>>>>>>\"")]
    [InlineData("\"a@b.com ^\"", "@Element1", "\"a@b.com @Element1\"")]
    public async Task A_completed_marker_replaces_its_typed_beginning(string prompt, string chosen, string expected)
    {
        (Document document, int position) = project.Edited($"new StorefrontSceneRequest {{ Prompt = {prompt} }}");
        CompletionService service = CompletionService.GetService(document)!;
        CompletionList list = await service.GetCompletionsAsync(document, position, cancellationToken: TestContext.Current.CancellationToken);
        CompletionItem item = list.ItemsList.Single(item => item.DisplayText == chosen);
        CompletionChange change = await service.GetChangeAsync(document, item, cancellationToken: TestContext.Current.CancellationToken);
        SourceText text = (await document.GetTextAsync(TestContext.Current.CancellationToken)).WithChanges(change.TextChange);
        Assert.Contains($"Prompt = {expected} }}", text.ToString(), StringComparison.Ordinal);
    }

    private async Task<IEnumerable<string>> OfferedAsync(string code)
    {
        (Document document, int position) = project.Edited(code);
        CompletionList list = await CompletionService.GetService(document)!
            .GetCompletionsAsync(document, position, cancellationToken: TestContext.Current.CancellationToken);
        return [.. list.ItemsList.OrderBy(static item => item.SortText, StringComparer.Ordinal).Select(static item => item.DisplayText)];
    }
}
