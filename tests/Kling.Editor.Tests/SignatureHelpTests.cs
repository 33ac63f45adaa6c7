using Microsoft.CodeAnalysis;

namespace Kling.Editor.Tests;

/// <summary>What an editor shows while the arguments of a builder's call are typed.</summary>
public sealed class SignatureHelpTests(OpenedProject project)
{
    [Theory]
    [InlineData("StorefrontClipRequest.CreateBuilder(^)", "caption", "What stands under the clip. Required. Maximum number of characters: 80.")]
    [InlineData("StorefrontSceneRequest.CreateBuilder(\"\").AddVoice(^)", "item", "Id of one voice. Minimum number of characters: 4. Maximum number of characters: 36.")]
    [InlineData("StorefrontSceneRequest.CreateBuilder(\"\").AddPlace(^)", "item", "One place.")]
    [InlineData("StorefrontSceneRequest.CreateBuilder(\"\").AddPlace(^)", "city", "Where it is. Default: \"Rome\". Maximum number of characters: 60.")]
    [InlineData("Kling.Models.Kling3ProImage2VideoRequest.CreateBuilder(\"\", ^)", "startImageUrl", "URL of the image that becomes the first frame. The server downloads it, so it must be reachable from the internet. Files above 50 MB are refused. Required. Format: uri.")]
    [InlineData("Kling.Models.Kling3ProImage2VideoRequest.CreateBuilder(\"\", null!).AddMultiPrompt(^)", "item", "One shot.")]
    [InlineData("Kling.Models.Kling3ProImage2VideoRequest.CreateBuilder(\"\", null!).AddMultiPrompt(^)", "prompt", "What happens in this shot, in at most 512 characters. Required. Maximum number of characters: 512.")]
    public async Task Signature_help_shows_limits_and_default_of_each_argument(string code, string parameter, string shown)
    {
        (Document document, int position) = project.Edited(code);
        Assert.Contains(
            await SignatureHelp.AtAsync(document, position),
            overload => overload.Parameters.TryGetValue(parameter, out string? documentation) && documentation == shown);
    }

    [Theory]
    [InlineData("StorefrontClipRequest.CreateBuilder(\"\").WithSpeed(^)", "How fast it plays. Default: 1. Minimum: 0.5. Maximum: 2.")]
    [InlineData("StorefrontClipRequest.CreateBuilder(\"\").WithMood(^)", "What it feels like. Default: \"calm\". Allowed: \"calm\", \"wild\".")]
    [InlineData("StorefrontSceneRequest.CreateBuilder(\"\").WithPlaces(^)", "Where the scene was shot. Maximum number of items: 3.")]
    [InlineData("Kling.Models.KlingO3Text2VideoRequest.CreateBuilder(\"\").WithCfgScale(^)", "How closely the video follows the prompt: 0 gives the model the most freedom, 1 the least. Default: 0.5. Minimum: 0. Maximum: 1.")]
    public async Task Signature_help_shows_limits_and_default_of_the_parameter_that_a_step_sets(string code, string shown)
    {
        (Document document, int position) = project.Edited(code);
        Assert.Contains(await SignatureHelp.AtAsync(document, position), overload => overload.Summary == shown);
    }
}
