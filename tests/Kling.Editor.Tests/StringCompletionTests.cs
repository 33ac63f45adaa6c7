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
    [InlineData("""new StorefrontSceneRequest { Prompt = $@"^" }""")]
    [InlineData(""""new StorefrontSceneRequest { Prompt = $$"""{{name}} ^""" }"""")]
    [InlineData("new StorefrontSceneRequest { Prompt = \"\"\"\n    A walk\n    ^ waves\n    \"\"\" }")]
    [InlineData("new StorefrontSceneRequest { Prompt = $\"\"\"\n    {name}\n    ^\n    \"\"\" }")]
    [InlineData("""new StorefrontSceneRequest { Prompt = "A" + name + "^" }""")]
    [InlineData("""new StorefrontSceneRequest { Prompt = "A" + ("^" + name) + name }""")]
    [InlineData("""new StorefrontSceneRequest { Prompt = name ?? "^" }""")]
    [InlineData("""new StorefrontSceneRequest { Prompt = name.Length switch { 1 => "A", _ => "^" } }""")]
    [InlineData("""(StorefrontSceneRequest)new() { Prompt = "^" }""")]
    [InlineData("""new StorefrontSceneRequest { Prompt = "^ """)]
    [InlineData("""new StorefrontSceneRequest { Prompt = $"{name} ^ """)]
    [InlineData("""new StorefrontSceneRequest[] { new() { Prompt = "A" }, new() { Prompt = "^" } }""")]
    [InlineData("""request with { Prompt = "^" }""")]
    [InlineData("""StorefrontSceneRequest.CreateBuilder("^")""")]
    [InlineData("""StorefrontSceneRequest.CreateBuilder(prompt: "^")""")]
    [InlineData("""StorefrontSceneRequest.CreateBuilder("").WithPrompt("^")""")]
    [InlineData("""StorefrontSceneRequest.CreateBuilder("").WithPrompt(value: $"{name} ^").Build()""")]
    [InlineData("""((System.Func<object>)(() => { var b = StorefrontSceneRequest.CreateBuilder("^").AddElement("a"); b.AddElement("b"); return b; }))()""")]
    [InlineData("""((System.Func<object>)(() => { var b = StorefrontSceneRequest.CreateBuilder("").AddElement("a"); b.AddElement("b").WithPrompt("^"); return b; }))()""")]
    public async Task Completion_in_a_prompt_offers_the_markers_of_its_lists(string code) => Assert.Equal(Markers, await OfferedAsync(code));

    [Theory]
    [InlineData("""new StorefrontSceneRequest { Prompt = "^", Elements = ["a"], Voices = new[] { "a", "b" } }""", "@Element1", "<<<voice_1>>>", "<<<voice_2>>>")]
    [InlineData("""new StorefrontSceneRequest { Prompt = "^", Elements = [], Voices = [] }""")]
    [InlineData("""StorefrontSceneRequest.CreateBuilder("^").AddElement("a").AddVoice("a")""", "@Element1", "<<<voice_1>>>")]
    [InlineData("""StorefrontSceneRequest.CreateBuilder("").AddElement("a").WithPrompt("^").AddVoice("a").Build()""", "@Element1", "<<<voice_1>>>")]
    [InlineData("""request with { Prompt = "^", Voices = ["a"] }""", "@Element1", "@Element2", "<<<voice_1>>>")]
    [InlineData("""request with { Prompt = "^", Voices = ["a"], Elements = [.. request.Elements!, "b"] }""", "@Element1", "@Element2", "<<<voice_1>>>")]
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

    [Fact]
    public async Task Completion_offers_the_names_of_an_items_parameters() =>
        Assert.Equal(["city"], await OfferedAsync("""new StorefrontScenePlace().IsSet("^")"""));

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
    [InlineData("""new StorefrontSceneRequest { Prompt = string.Concat("^", name) }""")]
    [InlineData("""new StorefrontSceneRequest { Prompt = $"{name:^}" }""")]
    [InlineData("""new StorefrontSceneRequest { Prompt = $"{(name == "^" ? 1 : 2)}" }""")]
    [InlineData("""new StorefrontSceneRequest { Prompt = name == "^" ? name : "" }""")]
    [InlineData("""new StorefrontSceneRequest { Prompt = "A" /* "^" */ }""")]
    [InlineData("""new StorefrontSceneRequest { Prompt = ^"A" }""")]
    [InlineData("""new StorefrontSceneRequest { Prompt = "A"^ }""")]
    [InlineData("""new StorefrontSceneRequest { Prompt = 'A^' }""")]
    [InlineData("""new StorefrontSceneRequest { Prompt = "^"u8 }""")]
    [InlineData("""new StorefrontSceneRequest { Prompt = "A", Elements = ["^"] }""")]
    [InlineData("""new StorefrontScenePlace { City = "^" }""")]
    [InlineData("""StorefrontSceneRequest.CreateBuilder("").AddPlace(city: "^")""")]
    [InlineData("""StorefrontSceneRequest.CreateBuilder("").WithAdditionalParameter("a", "^")""")]
    [InlineData("""new System.Collections.Generic.Dictionary<string, int> { ["^"] = 1 }""")]
    public async Task Other_strings_get_no_completion(string code)
    {
        IEnumerable<string> offered = await OfferedAsync(code);
        Assert.DoesNotContain(offered, static item => item.StartsWith('@') || item.StartsWith('<') || item is "prompt" or "elements" or "storefront-clip");
    }

    [Fact]
    public async Task The_provider_offers_something_only_inside_a_string_and_never_fails()
    {
        const string code = """"
            new object[]
            {
                new StorefrontSceneRequest { Prompt = "" }, new StorefrontSceneRequest { Prompt = $"a{name,3:x}{"b"}" + 'c' + @"d""e" },
                new StorefrontSceneRequest { Prompt = """f "g" h""" }, new StorefrontSceneRequest { Prompt = $$"""{{name}} { } """ },
                StorefrontSceneRequest.CreateBuilder("i" + ("j" ?? "k")).AddElement("l").AddPlace(city: "m").WithPrompt(value: "n"),
                request.IsSet("o"), request.Unset(name: "p"), client.SubmitAsync("q", default(System.Text.Json.JsonElement)), "r"u8.Length,
                request with { Prompt = name switch { "s" => "t", _ => $"" } }, // "u"
                client.SubmitAsync("v" "w", request.IsSet($"{x
            """";
        (Document document, _) = project.Edited(code + "^");
        CompletionProvider provider = project.Shop.Project.AnalyzerReferences
            .OfType<Microsoft.CodeAnalysis.Diagnostics.AnalyzerFileReference>()
            .Where(static reference => Path.GetFileName(reference.FullPath) == "Kling.Completion.dll")
            .SelectMany(static reference => reference.GetAssembly().GetTypes())
            .Where(static type => type.IsSubclassOf(typeof(CompletionProvider)))
            .Select(static type => (CompletionProvider)Activator.CreateInstance(type)!)
            .Single();
        string text = (await document.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
        SyntaxNode root = (await document.GetSyntaxRootAsync(TestContext.Current.CancellationToken))!;
        int offers = 0;
        for (int position = 0; position <= text.Length; position++)
        {
            var context = new CompletionContext(provider, document, position, new TextSpan(position, 0), CompletionTrigger.Invoke, document.Project.Solution.Options, TestContext.Current.CancellationToken);
            await provider.ProvideCompletionsAsync(context);
            if (context.IsExclusive)
            {
                offers++;
                Assert.True(IsString(root, position) || IsString(root, position - 1), text[..position]);
            }
        }

        Assert.True(offers > 20, $"{offers} offers");
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

    private static bool IsString(SyntaxNode root, int position) =>
        root.FindToken(Math.Min(position, root.FullSpan.End - 1)).Parent?.GetType().Name is "LiteralExpressionSyntax" or "InterpolatedStringExpressionSyntax" or "InterpolatedStringTextSyntax";

    private async Task<IEnumerable<string>> OfferedAsync(string code)
    {
        (Document document, int position) = project.Edited(code);
        CompletionList list = await CompletionService.GetService(document)!
            .GetCompletionsAsync(document, position, cancellationToken: TestContext.Current.CancellationToken);
        return [.. list.ItemsList.OrderBy(static item => item.SortText, StringComparer.Ordinal).Select(static item => item.DisplayText)];
    }
}
