using static Kling.CodeFixes.Tests.Fixes.FixForm;

namespace Kling.CodeFixes.Tests.Fixes;

/// <summary>KLING108: an undefined value that becomes the nearest member.</summary>
internal sealed class NearestEnumMemberRows() : FixRows(new NearestEnumMemberFix())
{
    public override IReadOnlyList<FixRow> Rows { get; } =
    [
        Duration(SingleLine, "15", "(KlingO3Text2VideoDuration)20"),
        Duration(SingleLine, "3", "default"),
        Duration(CommentAfter, "15", "KlingO3Text2VideoDuration.Seconds15 + 1 /* longer */", " /* longer */"),
        Duration(CommentInside, "15", "(KlingO3Text2VideoDuration)(/* long */ 20)", " /* long */"),
        Duration(MultiLine, "15", "\n    (KlingO3Text2VideoDuration) // long\n    20 // seconds\n", " /* long */ // seconds\n", "\n    "),
        Duration(TrailingComma, "15", "(KlingO3Text2VideoDuration)20,", ","),
        new(
            CommentBefore,
            "Did you mean 'Seconds15'?",
            "request = request with\n{\n    // long\n    Duration = /* too long */ (KlingO3Text2VideoDuration)20, // seconds\n    // quick\n    CfgScale = 1,\n};",
            "request = request with\n{\n    // long\n    Duration = /* too long */ KlingO3Text2VideoDuration.Seconds15, // seconds\n    // quick\n    CfgScale = 1,\n};"),
        new(
            NamedArgument,
            "Did you mean 'Seconds15'?",
            "_ = KlingO3Text2VideoRequest.CreateBuilder(\"A\").WithDuration(value: (KlingO3Text2VideoDuration)20).Build();",
            "_ = KlingO3Text2VideoRequest.CreateBuilder(\"A\").WithDuration(value: KlingO3Text2VideoDuration.Seconds15).Build();"),
        new(
            Several,
            "Did you mean 'Seconds15'?",
            "request = request with { Duration = job0 is null ? (KlingO3Text2VideoDuration)20 : (KlingO3Text2VideoDuration)1 };",
            "request = request with { Duration = job0 is null ? KlingO3Text2VideoDuration.Seconds15 : KlingO3Text2VideoDuration.Seconds3 };"),
        new(
            SingleLine,
            "Did you mean 'Seconds15'?",
            "var longest = (KlingO3Text2VideoDuration)20; request = request with { Duration = longest };",
            "var longest = KlingO3Text2VideoDuration.Seconds15; request = request with { Duration = longest };"),
        new(SingleLine, "Did you mean 'Size720'?", "_ = new AcmeClipRequest { Size = (AcmeClipSize)700 };", "_ = new AcmeClipRequest { Size = AcmeClipSize.Size720 };"),
    ];

    public override IReadOnlyList<FixForm> Impossible => [ReorderedArguments];

    // The numbers of the members are only positions.
    public override IReadOnlyList<string> Refused { get; } =
    [
        "request = request with { Mode = (KlingO3Text2VideoMode)2 };",
        "request = request with { Mode = (KlingO3Text2VideoMode)9 };",
        "request = request with { Mode = default };",
    ];

    private static FixRow Duration(FixForm form, string seconds, string before, string rest = "", string lead = "") => new(
        form,
        $"Did you mean 'Seconds{seconds}'?",
        $"request = request with {{ Duration = {before} }};",
        $"request = request with {{ Duration = {lead}KlingO3Text2VideoDuration.Seconds{seconds}{rest} }};");
}
