namespace Kling.CodeFixes.Tests.Fixes;

public sealed class UseTypedPropertyFixTests
{
    [Theory]
    [InlineData("Use 'CfgScale'", "AdditionalParameters = new JsonObject { [\"cfg_scale\"] = 0.5 }", "CfgScale = 0.5")]
    [InlineData("Use 'Duration'", "AdditionalParameters = new JsonObject { [\"duration\"] = \"10\" }", "Duration = KlingO3Text2VideoDuration.Seconds10")]
    [InlineData("Use 'GenerateAudio'", "AdditionalParameters = new JsonObject { { \"generate_audio\", true } }", "GenerateAudio = true")]
    [InlineData("Use 'NegativePrompt'", "AdditionalParameters = new JsonObject { [\"negative_promt\"] = \"blur\" }", "NegativePrompt = \"blur\"")]
    [InlineData(
        "Use 'CfgScale'",
        "AdditionalParameters = new JsonObject { [\"camera\"] = \"dolly\", [\"cfg_scale\"] = 0.5 }",
        "CfgScale = 0.5, AdditionalParameters = new JsonObject { [\"camera\"] = \"dolly\" }")]
    [InlineData(
        "Use 'CfgScale'",
        "AdditionalParameters = new JsonObject { [\"cfg_scale\"] = 0.5, [\"duration\"] = \"10\" }",
        "CfgScale = 0.5, Duration = KlingO3Text2VideoDuration.Seconds10")]
    public Task A_declared_parameter_moves_from_the_additional_parameters_to_its_property(string title, string before, string after) => FixTest.AssertFixesAsync(
        new UseTypedPropertyFix(),
        title,
        FixTest.InMethod($"_ = new KlingO3Text2VideoRequest {{ Prompt = \"A\", {before} }};"),
        FixTest.InMethod($"_ = new KlingO3Text2VideoRequest {{ Prompt = \"A\", {after} }};"));

    [Fact]
    public Task The_fix_keeps_other_lines_and_comments() => FixTest.AssertFixesAsync(
        new UseTypedPropertyFix(),
        "Use 'CfgScale'",
        FixTest.InMethod("""
            _ = new KlingO3Text2VideoRequest
            {
                Prompt = "A", // what happens
                AdditionalParameters = new JsonObject
                {
                    ["cfg_scale"] = 0.5,
                    ["camera"] = "dolly", // new
                },
            };
            """),
        FixTest.InMethod("""
            _ = new KlingO3Text2VideoRequest
            {
                Prompt = "A", // what happens
                CfgScale = 0.5,
                AdditionalParameters = new JsonObject
                {
                    ["camera"] = "dolly", // new
                },
            };
            """));

    [Theory]
    [InlineData(
        "AdditionalParameters = new JsonObject { /* strict */ [\"cfg_scale\"] = 0.5 /* half */ }, // mine\n",
        "CfgScale = 0.5 /* strict */ /* half */, // mine\n")]
    [InlineData(
        "AdditionalParameters = new JsonObject\n{\n    // strict\n    [\"cfg_scale\"] = 0.5, // half\n},",
        "CfgScale = 0.5 /* strict */ /* half */,")]
    [InlineData(
        "AdditionalParameters = new JsonObject\n{\n    [\"cfg_scale\"] = 0.5, // half\n    [\"camera\"] = \"dolly\" // slow\n},",
        "CfgScale = 0.5 /* half */,\n    AdditionalParameters = new JsonObject\n{\n    [\"camera\"] = \"dolly\" // slow\n},")]
    [InlineData(
        "AdditionalParameters = new JsonObject { [\"camera\"] = \"dolly\" /* slow */, /* strict */ { \"cfg_scale\", 0.5 }, },",
        "CfgScale = 0.5 /* strict */, AdditionalParameters = new JsonObject { [\"camera\"] = \"dolly\" /* slow */, },")]
    public Task The_fix_moves_the_comments_of_the_parameter(string before, string after) => FixTest.AssertFixesAsync(
        new UseTypedPropertyFix(),
        "Use 'CfgScale'",
        FixTest.InMethod($"_ = new KlingO3Text2VideoRequest {{ Prompt = \"A\", {before} }};"),
        FixTest.InMethod($"_ = new KlingO3Text2VideoRequest {{ Prompt = \"A\", {after} }};"));

    [Fact]
    public Task A_text_for_a_uri_property_becomes_a_Uri() => FixTest.AssertFixesAsync(
        new UseTypedPropertyFix(),
        "Use 'EndImageUrl'",
        FixTest.InMethod("_ = new KlingO3Image2VideoRequest { Prompt = \"A\", ImageUrl = null!, AdditionalParameters = new JsonObject { [\"end_image_url\"] = \"https://example.com/b.png\" } };"),
        FixTest.InMethod("_ = new KlingO3Image2VideoRequest { Prompt = \"A\", ImageUrl = null!, EndImageUrl = new Uri(\"https://example.com/b.png\") };"));

    [Theory]
    [InlineData("(\"duration\", \"10\")", "WithDuration(KlingO3Text2VideoDuration.Seconds10)")]
    [InlineData("(\"cfg_scale\", 0.5)", "WithCfgScale(0.5)")]
    [InlineData("(name: \"cfg_scale\", value: 0.5)", "WithCfgScale(0.5)")]
    [InlineData("(value: 0.5, name: \"cfg_scale\")", "WithCfgScale(0.5)")]
    [InlineData("(\"negative_promt\", value: \"blur\")", "WithNegativePrompt(\"blur\")")]
    [InlineData("(/* how */ \"cfg_scale\", 0.5 /* half */)", "WithCfgScale(0.5 /* how */ /* half */)")]
    [InlineData("(\n        name: \"cfg_scale\", // how\n        value: 0.5) // half", "WithCfgScale(0.5 /* how */) // half")]
    [InlineData("(value: 0.5, name: \"cfg_scale\")\n    .WithAdditionalParameter(value: \"10\", name: \"duration\")", "WithCfgScale(0.5)\n    .WithDuration(KlingO3Text2VideoDuration.Seconds10)")]
    public Task On_a_builder_the_fix_calls_the_method_of_the_parameter(string before, string after)
    {
        string builder = "_ = KlingO3Text2VideoRequest.CreateBuilder(\"A\")\n    .";
        return FixTest.AssertFixesAsync(
            new UseTypedPropertyFix(),
            $"Use '{after["With".Length..after.IndexOf('(', StringComparison.Ordinal)]}'",
            FixTest.InMethod($"{builder}WithAdditionalParameter{before}\n    .Build();"),
            FixTest.InMethod($"{builder}{after}\n    .Build();"));
    }

    [Theory]
    [InlineData("AdditionalParameters = new JsonObject { [\"duration\"] = \"99\" }")]
    [InlineData("AdditionalParameters = new JsonObject { [\"cfg_scale\"] = \"high\" }")]
    [InlineData("AdditionalParameters = new JsonObject { [\"multi_prompt\"] = new JsonArray() }")]
    [InlineData("CfgScale = 0.1, AdditionalParameters = new JsonObject { [\"cfg_scale\"] = 0.5 }")]
    public Task No_fix_is_offered_for_a_value_that_the_property_does_not_accept(string members) => FixTest.AssertNotFixedAsync(
        new UseTypedPropertyFix(), FixTest.InMethod($"_ = new KlingO3Text2VideoRequest {{ Prompt = \"A\", {members} }};"));
}
