using static Kling.CodeFixes.Tests.Fixes.FixForm;

namespace Kling.CodeFixes.Tests.Fixes;

/// <summary>CS0117: a JSON value or a misspelled name after the name of an enum, which becomes the member.</summary>
internal sealed class MisspelledEnumMemberRows() : FixRows(new MisspelledEnumMemberFix())
{
    public override IReadOnlyList<FixRow> Rows { get; } =
    [
        Value(SingleLine, "Standard", "KlingO3Text2VideoMode.Std", "KlingO3Text2VideoMode.Standard"),
        Value(SingleLine, "Landscape16x9", "KlingO3Text2VideoAspectRatio._16x9", "KlingO3Text2VideoAspectRatio.Landscape16x9"),
        Value(CommentAfter, "Portrait9x16", "/* tall */ KlingO3Text2VideoAspectRatio._9_16 /* phone */", "/* tall */ KlingO3Text2VideoAspectRatio.Portrait9x16 /* phone */"),
        Value(MultiLine, "Square1x1", "KlingO3Text2VideoAspectRatio\n    ._1x1", "KlingO3Text2VideoAspectRatio\n    .Square1x1"),
        Value(CommentInside, "Square1x1", "KlingO3Text2VideoAspectRatio // even\n    . /* one */ _1x1", "KlingO3Text2VideoAspectRatio // even\n    . /* one */ Square1x1"),
        Value(SingleLine, "Seconds10", "KlingO3Text2VideoDuration.Second10", "KlingO3Text2VideoDuration.Seconds10"),
        Value(SingleLine, "Seconds5", "KlingO3Text2VideoDuration.seconds5", "KlingO3Text2VideoDuration.Seconds5"),
        Value(SingleLine, "Seconds5", "Kling.Models.KlingO3Text2VideoDuration.@seconds5", "Kling.Models.KlingO3Text2VideoDuration.Seconds5"),
        Value(Several, "Standard", "(KlingO3Text2VideoMode.Std, KlingO3Text2VideoMode.std, KlingO3Text2VideoMode.pro)", "(KlingO3Text2VideoMode.Standard, KlingO3Text2VideoMode.Standard, KlingO3Text2VideoMode.Pro)"),
        new(
            CommentBefore,
            "Did you mean 'Standard'?",
            "request = request with\n{\n    // quick\n    Mode = KlingO3Text2VideoMode.Std, // cheap\n    // strict\n    CfgScale = 1,\n};",
            "request = request with\n{\n    // quick\n    Mode = KlingO3Text2VideoMode.Standard, // cheap\n    // strict\n    CfgScale = 1,\n};"),
        new(
            TrailingComma,
            "Did you mean 'Standard'?",
            "request = request with { Mode = KlingO3Text2VideoMode.Std, };",
            "request = request with { Mode = KlingO3Text2VideoMode.Standard, };"),
        new(
            NamedArgument,
            "Did you mean 'Standard'?",
            "_ = KlingO3Text2VideoRequest.CreateBuilder(prompt: \"A\").WithMode(value: KlingO3Text2VideoMode.Std).Build();",
            "_ = KlingO3Text2VideoRequest.CreateBuilder(prompt: \"A\").WithMode(value: KlingO3Text2VideoMode.Standard).Build();"),
    ];

    public override IReadOnlyList<FixForm> Impossible => [ReorderedArguments];

    public override IReadOnlyList<string> Refused { get; } =
    [
        "_ = KlingO3Text2VideoDuration.Forever;",
        "_ = DayOfWeek.Mondy;",
        "_ = KlingClient.Create();",
    ];

    private static FixRow Value(FixForm form, string member, string before, string after) =>
        new(form, $"Did you mean '{member}'?", $"object value = {before}; _ = value;", $"object value = {after}; _ = value;");
}
