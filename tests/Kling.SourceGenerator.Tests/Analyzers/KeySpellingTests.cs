using Kling.SourceGenerator.Analyzers;
using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests.Analyzers;

/// <summary>KLING115: which keys are slips of the hand, and which are parameters that the schema does not know yet.</summary>
public sealed class KeySpellingTests
{
    private static readonly string[] Declared =
    [
        "prompt", "negative_prompt", "mode", "steps", "seed", "duration", "aspect_ratio", "cfg_scale", "first_frame", "last_frame", "image_url", "end_image_url", "elements", "voice_ids",
        "generate_audio", "shot_type", "multi_prompt", "width", "height", "title", "style", "strength", "fps", "frame_1", "reference_images", "resolution", "motion", "front_image",
    ];

    [Theory]
    [InlineData("Prompt", "prompt")]
    [InlineData("NegativePrompt", "negative_prompt")]
    [InlineData("negativeprompt", "negative_prompt")]
    [InlineData("negative-prompt", "negative_prompt")]
    [InlineData("firstFrame", "first_frame")]
    [InlineData("CFG_SCALE", "cfg_scale")]
    [InlineData("widht", "width")]
    [InlineData("wdith", "width")]
    [InlineData("pormpt", "prompt")]
    [InlineData("promtp", "prompt")]
    [InlineData("mdoe", "mode")]
    [InlineData("sede", "seed")]
    [InlineData("heigth", "height")]
    [InlineData("image_ulr", "image_url")]
    [InlineData("iamge_url", "image_url")]
    [InlineData("cgf_scale", "cfg_scale")]
    [InlineData("durration", "duration")]
    [InlineData("promptt", "prompt")]
    [InlineData("elemments", "elements")]
    [InlineData("promt", "prompt")]
    [InlineData("durtion", "duration")]
    [InlineData("negative_promt", "negative_prompt")]
    [InlineData("negtive_promt", "negative_prompt")]
    [InlineData("genrate_audio", "generate_audio")]
    [InlineData("aspct_ratio", "aspect_ratio")]
    [InlineData("resoltion", "resolution")]
    [InlineData("resolutio", "resolution")]
    [InlineData("duratiom", "duration")]
    [InlineData("dutation", "duration")]
    [InlineData("elements", "elements")]
    [InlineData("strenght", "strength")]
    [InlineData("titlle", "title")]
    [InlineData("tiitle", "title")]
    [InlineData("endimage_ulr", "end_image_url")]
    [InlineData("negativepromt", "negative_prompt")]
    public void A_typing_mistake_is_a_misspelling(string key, string meant) => Assert.Equal((meant, true), KeySpelling.Nearest(key, Declared));

    [Theory]
    [InlineData("model")]
    [InlineData("node")]
    [InlineData("code")]
    [InlineData("modem")]
    [InlineData("first_name")]
    [InlineData("last_name")]
    [InlineData("first_frames_count")]
    [InlineData("first_image")]
    [InlineData("end_frame")]
    [InlineData("start_image_url")]
    [InlineData("image_uri")]
    [InlineData("image_1")]
    [InlineData("frame_2")]
    [InlineData("prompt2")]
    [InlineData("negative")]
    [InlineData("prompter")]
    [InlineData("prompted")]
    [InlineData("step")]
    [InlineData("stops")]
    [InlineData("speed")]
    [InlineData("need")]
    [InlineData("send")]
    [InlineData("font_image")]
    [InlineData("emotion")]
    [InlineData("weight")]
    [InlineData("depth")]
    [InlineData("rotation")]
    [InlineData("location")]
    [InlineData("revolution")]
    [InlineData("solution")]
    [InlineData("tile")]
    [InlineData("text_style")]
    [InlineData("stale")]
    [InlineData("stylize")]
    [InlineData("generated_audio")]
    [InlineData("generate_video")]
    [InlineData("short_type")]
    [InlineData("shop_type")]
    [InlineData("choice_ids")]
    [InlineData("vice_ids")]
    [InlineData("preference_images")]
    [InlineData("fpl")]
    [InlineData("fp")]
    [InlineData("camera")]
    [InlineData("camera_motion")]
    [InlineData("sound")]
    [InlineData("")]
    [InlineData("_")]
    [InlineData("__")]
    public void A_different_word_is_not_a_misspelling(string key) => Assert.NotEqual(true, KeySpelling.Nearest(key, Declared)?.IsCertain);

    [Theory]
    [InlineData("element", "elements")]
    [InlineData("modes", "mode")]
    [InlineData("step", "steps")]
    [InlineData("image_urls", "image_url")]
    [InlineData("voice_id", "voice_ids")]
    [InlineData("seeds", "seed")]
    public void A_name_with_another_number_may_be_meant(string key, string meant) => Assert.Equal((meant, false), KeySpelling.Nearest(key, Declared));

    [Theory]
    [InlineData("""builder.WithAdditionalParameter([|"promt"|], 3);""", DiagnosticSeverity.Warning)]
    [InlineData("""builder.WithAdditionalParameter([|"pormpt"|], 3);""", DiagnosticSeverity.Warning)]
    [InlineData("""builder.WithAdditionalParameter([|"element"|], 3);""", DiagnosticSeverity.Info)]
    [InlineData("""_ = request with { AdditionalParameters = new JsonObject { [[|"modes"|]] = 3 } };""", DiagnosticSeverity.Info)]
    public async Task The_severity_depends_on_the_certainty(string statement, DiagnosticSeverity severity) =>
        Assert.Equal(severity, Assert.Single(await ConstructionTests.Verify("KLING115", statement)).Severity);

    [Theory]
    [InlineData("""builder.WithAdditionalParameter("model", 3).WithAdditionalParameter("first_name", "x");""")]
    [InlineData("""_ = request with { AdditionalParameters = new JsonObject { ["model"] = "x", ["first_name"] = "y" } };""")]
    public async Task A_different_word_is_not_reported(string statement) => Assert.Empty(await ConstructionTests.Verify("KLING115", statement));
}
