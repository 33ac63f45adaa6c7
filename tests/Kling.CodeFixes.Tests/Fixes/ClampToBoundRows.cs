using static Kling.CodeFixes.Tests.Fixes.FixForm;

namespace Kling.CodeFixes.Tests.Fixes;

/// <summary>KLING101, KLING102 and KLING103: a number that becomes the nearest allowed one.</summary>
internal sealed class ClampToBoundRows() : FixRows(new ClampToBoundFix())
{
    public override IReadOnlyList<FixRow> Rows { get; } =
    [
        new(SingleLine, "Use 1", "request = request with { CfgScale = 1.5 };", "request = request with { CfgScale = 1 };"),
        new(SingleLine, "Use 0", "request = request with { CfgScale = -0.5 };", "request = request with { CfgScale = 0 };"),
        new(CommentAfter, "Use 1", "request = request with { CfgScale = /* strict */ 2 /* at most 1 */ };", "request = request with { CfgScale = /* strict */ 1 /* at most 1 */ };"),
        new(Several, "Use 0", "request = request with { CfgScale = job0 is null ? -1 : 2 };", "request = request with { CfgScale = job0 is null ? 0 : 1 };"),
        new(
            NamedArgument,
            "Use 1",
            "_ = KlingO3Text2VideoRequest.CreateBuilder(prompt: \"A\").WithCfgScale(3).WithCfgScale(value: -3).Build();",
            "_ = KlingO3Text2VideoRequest.CreateBuilder(prompt: \"A\").WithCfgScale(1).WithCfgScale(value: 0).Build();"),

        // An exclusive bound: the next value of the type.
        Clip(SingleLine, "Use 1", "Frames = 0", "Frames = 1"),
        Clip(SingleLine, "Use 9", "Frames = 10", "Frames = 9"),
        Clip(SingleLine, "Use double.Epsilon", "Speed = 0", "Speed = double.Epsilon"),
        Clip(CommentBefore, "Use double.Epsilon", "Speed = /* slow */ -1 /* m/s */", "Speed = /* slow */ double.Epsilon /* m/s */"),
        Clip(SingleLine, "Use 0.9999999999999999", "Blend = 1", "Blend = 0.9999999999999999"),
        Clip(SingleLine, "Use -0.9999999999999999", "Blend = -1.0", "Blend = -0.9999999999999999"),
        Clip(SingleLine, "Use 5000000000", "Far = 1", "Far = 5000000000"),

        // A multiple in range.
        Clip(SingleLine, "Use 0.3", "Beat = 0.31", "Beat = 0.3"),
        Clip(SingleLine, "Use 0.3", "Beat = 0.1", "Beat = 0.3"),
        Clip(SingleLine, "Use 0.3", "Beat = 0", "Beat = 0.3"),
        Clip(SingleLine, "Use 0.9", "Beat = 0.96", "Beat = 0.9"),
        Clip(SingleLine, "Use 0.9", "Beat = 4.5", "Beat = 0.9"),
        Clip(SingleLine, "Use 64", "Width = 65", "Width = 64"),
        Clip(SingleLine, "Use 64", "Width = 1", "Width = 64"),
        Clip(SingleLine, "Use 992", "Width = 1000", "Width = 992"),
        Clip(SingleLine, "Use 992", "Width = 999", "Width = 992"),
        Clip(CommentInside, "Use 64", "Width = 60 + /* margin */ 5", "Width = 64 /* margin */"),
        Clip(MultiLine, "Use 64", "Width =\n    60 // inner\n    + 5, // outer\n", "Width =\n    64 /* inner */, // outer\n"),
        Clip(CommentBefore, "Use 64", "\n    // the width\n    Width = 65, // pixels\n    // the beat\n    Beat = 0.3,\n", "\n    // the width\n    Width = 64, // pixels\n    // the beat\n    Beat = 0.3,\n"),
        Clip(TrailingComma, "Use 64", "\n    Beat = 0.3,\n    Width = 65, // pixels\n", "\n    Beat = 0.3,\n    Width = 64, // pixels\n"),
        Clip(TrailingComma, "Use 64", "Width = 65,", "Width = 64,"),
        Clip(Several, "Use 64", "Width = new System.Random().Next() > 3 ? 65 : 70", "Width = new System.Random().Next() > 3 ? 64 : 72"),
        Clip(Several, "Use 64", "Sizes = [64, 65, /* b */ 71]", "Sizes = [64, 64, /* b */ 72]"),
        Clip(Several, "Use 64", "Sizes = new List<int>\n{\n    1, // a\n    7777, // b\n}", "Sizes = new List<int>\n{\n    64, // a\n    992, // b\n}"),
        Clip(SingleLine, "Use 64", "Sizes = ImmutableArray.Create(1, 64)", "Sizes = ImmutableArray.Create(64, 64)"),
        Clip(Several, "Use 64", "Sizes = AcmeClipRequest.CreateBuilder().AddSize(item: 1).WithWidth(value: 65).Build().Sizes", "Sizes = AcmeClipRequest.CreateBuilder().AddSize(item: 64).WithWidth(value: 64).Build().Sizes"),
        Clip(ReorderedArguments, "Use 64", "Sizes = ImmutableArray.Create(item2: /* second */ 1, item1: 64)", "Sizes = ImmutableArray.Create(item2: /* second */ 64, item1: 64)"),

        // The type of the list is that of its items.
        Clip(SingleLine, "Use 2", "Rates = new[] { 2.5 }", "Rates = new[] { 2.0 }"),
        Clip(SingleLine, "Use 2", "Rates = new[] { 1.5, 2.5 }", "Rates = new[] { 1.5, 2.0 }"),
        Clip(Several, "Use 1", "Rates = ImmutableArray.Create(0.5, job0 is null ? (2.5) : 1.5)", "Rates = ImmutableArray.Create(1.0, job0 is null ? (2.0) : 1.5)"),
        Clip(SingleLine, "Use 2", "Rates = ImmutableArray.Create<double>(2.5)", "Rates = ImmutableArray.Create<double>(2)"),
        Clip(SingleLine, "Use 2", "Rates = [2.5]", "Rates = [2]"),
        Clip(SingleLine, "Use 2", "Rates = AcmeClipRequest.CreateBuilder().AddRate(2.5).Build().Rates", "Rates = AcmeClipRequest.CreateBuilder().AddRate(2).Build().Rates"),

        Clip(SingleLine, "Use 2", "Rates = (double[])[(2.5)]", "Rates = (double[])[(2)]"),
        Clip(SingleLine, "Use 2", "Rates = new[] { 2.5 }.ToKlingList()", "Rates = new[] { 2.0 }.ToKlingList()"),
        Clip(Several, "Use 64", "Sizes = [.. new[] { 1, 64 }, .. new List<int> { 7777 }]", "Sizes = [.. new[] { 64, 64 }, .. new List<int> { 992 }]"),
        new(SingleLine, "Use 1", "request = request with { CfgScale = +(2) };", "request = request with { CfgScale = 1 };"),
        new(SingleLine, "Use 1", "request = request with { CfgScale = job0.RequestId switch { \"a\" => 0.5, _ => 1.5 } };", "request = request with { CfgScale = job0.RequestId switch { \"a\" => 0.5, _ => 1 } };"),

        // Written elsewhere.
        new(
            SingleLine,
            "Use 1",
            "using Kling.Models;\nfile static class Settings\n{\n    private const double Strict = 7; // most\n    private static readonly double Loose = -1;\n    public static object Make() => new KlingO3Text2VideoRequest { Prompt = \"A\", CfgScale = Strict };\n    public static object Other() => new KlingO3Text2VideoRequest { Prompt = \"A\", CfgScale = Loose };\n}",
            "using Kling.Models;\nfile static class Settings\n{\n    private const double Strict = 1; // most\n    private static readonly double Loose = 0;\n    public static object Make() => new KlingO3Text2VideoRequest { Prompt = \"A\", CfgScale = Strict };\n    public static object Other() => new KlingO3Text2VideoRequest { Prompt = \"A\", CfgScale = Loose };\n}"),
        new(SingleLine, "Use 1", "const double strict = 7; request = request with { CfgScale = strict };", "const double strict = 1; request = request with { CfgScale = strict };"),
        new(CommentAfter, "Use 1", "var strict = 7.0; // most\nrequest = request with { CfgScale = strict };", "var strict = 1.0; // most\nrequest = request with { CfgScale = strict };"),
        new(SingleLine, "Use 1", "double strict = 7; Console.WriteLine(strict); request = request with { CfgScale = strict };", "double strict = 7; Console.WriteLine(strict); request = request with { CfgScale = 1 };"),
        new(
            Several,
            "Use 1",
            "const double strict = 7;\nrequest = request with { CfgScale = strict };\nrequest = request with { CfgScale = strict };",
            "const double strict = 1;\nrequest = request with { CfgScale = strict };\nrequest = request with { CfgScale = strict };"),
    ];

    public override IReadOnlyList<string> Refused { get; } = 
    [
        "_ = new AcmeClipRequest { Nothing = 5 };",
        "const int half = 40; _ = new AcmeClipRequest { Width = half + 1 };",
        "using Acme.Models;\nfile static class Settings\n{\n    private const int Half = 40;\n    public static object Make() => new AcmeClipRequest { Width = Half + 1 };\n}",
    ];

    private static FixRow Clip(FixForm form, string title, string before, string after) =>
        new(form, title, $"_ = new AcmeClipRequest {{ {before} }};", $"_ = new AcmeClipRequest {{ {after} }};");
}
