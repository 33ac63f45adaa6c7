using static Kling.CodeFixes.Tests.Fixes.FixForm;

namespace Kling.CodeFixes.Tests.Fixes;

/// <summary>KLING114 and KLING115: an additional parameter that becomes a declared one.</summary>
internal sealed class UseTypedPropertyRows() : FixRows(new UseTypedPropertyFix())
{
    public override IReadOnlyList<FixRow> Rows { get; } =
    [
        Bag(SingleLine, "CfgScale", "AdditionalParameters = new JsonObject { [\"cfg_scale\"] = 0.5 }", "CfgScale = 0.5"),
        Bag(SingleLine, "CfgScale", "AdditionalParameters = new() { [\"cfg_scale\"] = 0.5 }", "CfgScale = 0.5"),
        Bag(SingleLine, "Duration", "AdditionalParameters = new JsonObject { [\"duration\"] = \"10\" }", "Duration = KlingO3Text2VideoDuration.Seconds10"),
        Bag(SingleLine, "GenerateAudio", "AdditionalParameters = new JsonObject { { \"generate_audio\", true } }", "GenerateAudio = true"),
        Bag(SingleLine, "NegativePrompt", "AdditionalParameters = new JsonObject { [\"negative_promt\"] = \"blur\" }", "NegativePrompt = \"blur\""),
        Bag(
            SingleLine,
            "CfgScale",
            "AdditionalParameters = new JsonObject { [\"camera\"] = \"dolly\", [\"cfg_scale\"] = 0.5 }",
            "CfgScale = 0.5, AdditionalParameters = new JsonObject { [\"camera\"] = \"dolly\" }"),
        Bag(
            Several,
            "CfgScale",
            "AdditionalParameters = new JsonObject { [\"cfg_scale\"] = 0.5, [\"duration\"] = \"10\" }",
            "CfgScale = 0.5, Duration = KlingO3Text2VideoDuration.Seconds10"),
        Bag(
            MultiLine,
            "CfgScale",
            "\n    Seed = null, // none\n    AdditionalParameters = new JsonObject\n    {\n        [\"cfg_scale\"] = 0.5,\n        [\"camera\"] = \"dolly\", // new\n    },\n".Replace("Seed = null, // none", "NegativePrompt = \"blur\", // none", StringComparison.Ordinal),
            "\n    NegativePrompt = \"blur\", // none\n    CfgScale = 0.5,\n    AdditionalParameters = new JsonObject\n    {\n        [\"camera\"] = \"dolly\", // new\n    },\n"),
        Bag(
            CommentBefore,
            "CfgScale",
            "\n    // strict\n    AdditionalParameters = new JsonObject\n    {\n        [\"camera\"] = \"dolly\",\n        // half\n        [\"cfg_scale\"] = 0.5,\n        // new\n        [\"zoom\"] = 1,\n    },\n",
            "\n    CfgScale = 0.5 /* half */,\n    // strict\n    AdditionalParameters = new JsonObject\n    {\n        [\"camera\"] = \"dolly\",\n        // new\n        [\"zoom\"] = 1,\n    },\n"),
        Bag(
            CommentBefore,
            "CfgScale",
            "AdditionalParameters = new JsonObject { /* strict */ [\"cfg_scale\"] = 0.5 /* half */ }, // mine\n",
            "CfgScale = 0.5 /* strict */ /* half */, // mine\n"),
        Bag(
            CommentAfter,
            "CfgScale",
            "AdditionalParameters = new JsonObject\n{\n    // strict\n    [\"cfg_scale\"] = 0.5, // half\n},",
            "CfgScale = 0.5 /* strict */ /* half */,"),
        Bag(
            CommentAfter,
            "CfgScale",
            "AdditionalParameters = new JsonObject\n{\n    [\"cfg_scale\"] = 0.5, // half\n    [\"camera\"] = \"dolly\" // slow\n},",
            "CfgScale = 0.5 /* half */,\n    AdditionalParameters = new JsonObject\n{\n    [\"camera\"] = \"dolly\" // slow\n},".Replace("*/,\n    Add", "*/, Add", StringComparison.Ordinal)),
        Bag(
            TrailingComma,
            "CfgScale",
            "AdditionalParameters = new JsonObject { [\"camera\"] = \"dolly\" /* slow */, /* strict */ { \"cfg_scale\", 0.5 }, },",
            "CfgScale = 0.5 /* strict */, AdditionalParameters = new JsonObject { [\"camera\"] = \"dolly\" /* slow */, },"),
        Bag(
            CommentInside,
            "CfgScale",
            "AdditionalParameters = new JsonObject { [/* key */ \"cfg_scale\"] = /* half */ 0.25 + /* and */ 0.25 }",
            "CfgScale = 0.25 + /* and */ 0.25 /* key */ /* half */"),
        Bag(
            CommentInside,
            "CfgScale",
            "AdditionalParameters = new JsonObject { [\"camera\"] = 1, [\"cfg_scale\"] = 0.25 + /* and */ 0.25 }",
            "CfgScale = 0.25 + /* and */ 0.25, AdditionalParameters = new JsonObject { [\"camera\"] = 1 }"),
        new(
            SingleLine,
            "Use 'CfgScale'",
            "request = request with { AdditionalParameters = new JsonObject { [\"cfg_scale\"] = 0.5 } };",
            "request = request with { CfgScale = 0.5 };"),
        new(
            SingleLine,
            "Use 'EndImageUrl'",
            "_ = new KlingO3Image2VideoRequest { Prompt = \"A\", ImageUrl = null!, AdditionalParameters = new JsonObject { [\"end_image_url\"] = \"https://example.com/b.png\" } };",
            "_ = new KlingO3Image2VideoRequest { Prompt = \"A\", ImageUrl = null!, EndImageUrl = new Uri(\"https://example.com/b.png\") };"),

        new(
            SingleLine,
            "Use 'NegativePrompt'",
            "const string not = \"blur\"; request = request with { AdditionalParameters = new JsonObject() { [@\"negative_prompt\"] = not } };",
            "const string not = \"blur\"; request = request with { NegativePrompt = not };"),

        // In a bag that is made of another.
        Bag(SingleLine, "CfgScale", "AdditionalParameters = KlingJsonObject.Empty.With(\"cfg_scale\", 0.5)", "CfgScale = 0.5"),
        Bag(
            ReorderedArguments,
            "CfgScale",
            "AdditionalParameters = KlingJsonObject.Empty.With(value: /* half */ 0.5, name: \"cfg_scale\") /* strict */",
            "CfgScale = 0.5 /* half */ /* strict */"),
        Bag(
            Several,
            "CfgScale",
            "\n    AdditionalParameters = KlingJsonObject.Empty\n        .With(\"camera\", \"dolly\") // slow\n        .With(\"cfg_scale\", 0.5) // half\n        .With(\"duration\", \"10\"),\n",
            "\n    CfgScale = 0.5 /* half */,\n    Duration = KlingO3Text2VideoDuration.Seconds10,\n    AdditionalParameters = KlingJsonObject.Empty\n        .With(\"camera\", \"dolly\") /* slow */,\n"),
        new(
            NamedArgument,
            "Use 'CfgScale'",
            "request = request with { AdditionalParameters = request.AdditionalParameters.With(name: \"cfg_scale\", value: 0.5) };",
            "request = request with { CfgScale = 0.5, AdditionalParameters = request.AdditionalParameters };"),

        // On a builder.
        Step(SingleLine, "Duration", "(\"duration\", \"10\")", "(KlingO3Text2VideoDuration.Seconds10)"),
        Step(SingleLine, "CfgScale", "(\"cfg_scale\", 0.5)", "(0.5)"),
        Step(NamedArgument, "CfgScale", "(name: \"cfg_scale\", value: 0.5)", "(0.5)"),
        Step(ReorderedArguments, "CfgScale", "(value: 0.5, name: \"cfg_scale\")", "(0.5)"),
        Step(NamedArgument, "NegativePrompt", "(\"negative_promt\", value: \"blur\")", "(\"blur\")"),
        Step(CommentInside, "CfgScale", "(/* how */ \"cfg_scale\", 0.5 /* half */)", "(0.5 /* how */ /* half */)"),
        Step(CommentInside, "CfgScale", "(\"cfg_scale\", 0.25 + /* and */ 0.25)", "(0.25 + /* and */ 0.25)"),
        Step(MultiLine, "CfgScale", "(\n        name: \"cfg_scale\", // how\n        value: 0.5) // half", "(0.5 /* how */) // half"),
        Step(
            Several,
            "CfgScale",
            "(value: 0.5, name: \"cfg_scale\")\n    .WithAdditionalParameter(value: \"10\", name: \"duration\")",
            "(0.5)\n    .WithDuration(KlingO3Text2VideoDuration.Seconds10)"),
        new(
            SingleLine,
            "Use 'CfgScale'",
            "var builder = KlingO3Text2VideoRequest.CreateBuilder(\"A\"); builder.WithAdditionalParameter(\"cfg_scale\", 0.5); _ = builder.Build();",
            "var builder = KlingO3Text2VideoRequest.CreateBuilder(\"A\"); builder.WithCfgScale(0.5); _ = builder.Build();"),
    ];

    public override IReadOnlyList<string> Refused { get; } =
    [
        .. new[]
        {
            "AdditionalParameters = new JsonObject { [\"duration\"] = \"99\" }",
            "AdditionalParameters = new JsonObject { [\"cfg_scale\"] = \"high\" }",
            "AdditionalParameters = new JsonObject { [\"multi_prompt\"] = new JsonArray() }",
            "CfgScale = 0.1, AdditionalParameters = new JsonObject { [\"cfg_scale\"] = 0.5 }",
        }.Select(static members => $"_ = new KlingO3Text2VideoRequest {{ Prompt = \"A\", {members} }};"),
        "const string longest = \"15\"; _ = new KlingO3Text2VideoRequest { Prompt = \"A\", AdditionalParameters = new JsonObject { [\"duration\"] = longest } };",
        "_ = new KlingO3Text2VideoRequest\n{\n    Prompt = \"A\",\n#if !LITE\n    AdditionalParameters = new JsonObject { [\"cfg_scale\"] = 0.5 },\n#endif\n};",
        "_ = AcmeClipRequest.CreateBuilder().WithAdditionalParameter(\"fixed\", \"acme\").Build();",
    ];

    private static FixRow Bag(FixForm form, string name, string before, string after) => new(
        form,
        $"Use '{name}'",
        $"_ = new KlingO3Text2VideoRequest {{ Prompt = \"A\", {before} }};",
        $"_ = new KlingO3Text2VideoRequest {{ Prompt = \"A\", {after} }};");

    private static FixRow Step(FixForm form, string name, string before, string after) => new(
        form,
        $"Use '{name}'",
        $"_ = KlingO3Text2VideoRequest.CreateBuilder(\"A\")\n    .WithAdditionalParameter{before}\n    .Build();",
        $"_ = KlingO3Text2VideoRequest.CreateBuilder(\"A\")\n    .With{name}{after}\n    .Build();");
}
