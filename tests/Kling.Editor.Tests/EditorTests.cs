using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.QuickInfo;
using Microsoft.CodeAnalysis.Text;

namespace Kling.Editor.Tests;

/// <summary>What an editor shows in a project with a schema file of its own.</summary>
public sealed class EditorTests(OpenedProject project)
{
    [Fact]
    public async Task Completion_in_a_request_lists_the_parameters_that_are_not_yet_given()
    {
        string text = await TextAsync();
        Document edited = project.Shop.WithText(SourceText.From(text.Replace("Speed = 1.5,", "", StringComparison.Ordinal)));
        Assert.Equal(["AdditionalParameters", "Speed"], await OfferedAsync(edited, text.IndexOf("Speed", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Completion_in_a_closed_enum_lists_its_members() =>
        Assert.Equal(["Calm", "Wild"], await OfferedAsync(project.Shop, (await TextAsync()).IndexOf("Calm", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Caption =", "string StorefrontClipRequest.Caption", "What stands under the clip.", "Required.", "80")]
    [InlineData("Speed =", "double StorefrontClipRequest.Speed", "How fast it plays.", "Default: 1.", "Minimum: 0.5.", "Maximum: 2.")]
    [InlineData("Mood =", "StorefrontClipMood StorefrontClipRequest.Mood", "What it feels like.", "Default: \"calm\".", "Allowed: \"calm\", \"wild\".")]
    public async Task Hover_shows_a_parameters_meaning_default_and_allowed_values(string at, params string[] shown)
    {
        int position = (await TextAsync()).IndexOf(at, StringComparison.Ordinal) + 1;
        QuickInfoItem? info = await QuickInfoService.GetService(project.Shop)!.GetQuickInfoAsync(project.Shop, position, TestContext.Current.CancellationToken);
        string text = string.Join("\n", info!.Sections.Select(static section => section.Text));
        Assert.All(shown, part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("StorefrontClipRequest.CreateBuilder(\"\").^WithSpeed(1.5)", "How fast it plays.", "Default: 1.", "Minimum: 0.5.", "Maximum: 2.")]
    [InlineData("StorefrontClipRequest.CreateBuilder(\"\").^WithMood(StorefrontClipMood.Calm)", "What it feels like.", "Default: \"calm\".", "Allowed: \"calm\", \"wild\".")]
    [InlineData("StorefrontClipRequest.^CreateBuilder(\"\")", "StorefrontClipRequest.CreateBuilder(string caption)")]
    [InlineData("StorefrontClipRequest.CreateBuilder(^caption: \"\")", "What stands under the clip.", "Required.", "Maximum number of characters: 80.")]
    [InlineData("StorefrontSceneRequest.CreateBuilder(\"\").^AddVoice(name)", "Minimum number of characters of each item: 4.", "Maximum number of characters of each item: 36.")]
    [InlineData("StorefrontSceneRequest.CreateBuilder(\"\").AddVoice(^item: name)", "Id of one voice.", "Minimum number of characters: 4.", "Maximum number of characters: 36.")]
    [InlineData("StorefrontSceneRequest.CreateBuilder(\"\").^AddPlace(city: name)", "Where the scene was shot.", "Maximum number of items: 3.")]
    [InlineData("StorefrontSceneRequest.CreateBuilder(\"\").AddPlace(^city: name)", "Where it is.", "Default: \"Rome\".", "Maximum number of characters: 60.")]
    [InlineData("StorefrontSceneRequest.CreateBuilder(\"\").AddPlace(^item: new())", "One place.")]
    [InlineData("new StorefrontScenePlace { ^City = name }", "Where it is.", "Default: \"Rome\".", "Maximum number of characters: 60.")]
    [InlineData("request with { ^Places = [] }", "Where the scene was shot.", "Maximum number of items: 3.")]
    [InlineData("Kling.Models.KlingO3Text2VideoRequest.CreateBuilder(\"\").^WithCfgScale(1)", "How closely the video follows the prompt", "Default: 0.5.", "Minimum: 0.", "Maximum: 1.")]
    [InlineData("Kling.Models.KlingO3Text2VideoRequest.CreateBuilder(^prompt: \"\")", "What the video shows", "Required.")]
    [InlineData("Kling.Models.Kling3ProImage2VideoRequest.CreateBuilder(\"\", null!).^AddElement()", "Characters and objects", "Maximum number of items: 3.")]
    public async Task Hover_over_a_builder_an_argument_or_an_initializer_shows_limits_and_default(string code, params string[] shown)
    {
        (Document document, int position) = project.Edited(code);
        QuickInfoItem? info = await QuickInfoService.GetService(document)!.GetQuickInfoAsync(document, position, TestContext.Current.CancellationToken);
        string text = string.Join("\n", info!.Sections.Select(static section => section.Text));
        Assert.All(shown, part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    private static async Task<IEnumerable<string>> OfferedAsync(Document document, int position)
    {
        CompletionList list = await CompletionService.GetService(document)!
            .GetCompletionsAsync(document, position, cancellationToken: TestContext.Current.CancellationToken);
        return list.ItemsList.Select(static item => item.DisplayText).Order(StringComparer.Ordinal);
    }

    private async Task<string> TextAsync() => (await project.Shop.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
}
