using static Kling.CodeFixes.Tests.Fixes.FixForm;

namespace Kling.CodeFixes.Tests.Fixes;

/// <summary>CS0029, CS0103 and CS1503: a value of the JSON that becomes its enum member.</summary>
internal sealed class WireValueRows() : FixRows(new WireValueFix())
{
    public override IReadOnlyList<FixRow> Rows { get; } =
    [
        new(SingleLine, "Use 'Standard'", "request = request with { Mode = \"std\" };", "request = request with { Mode = KlingO3Text2VideoMode.Standard };"),
        new(SingleLine, "Use 'Standard'", "request = request with { Mode = Std };", "request = request with { Mode = KlingO3Text2VideoMode.Standard };"),
        new(SingleLine, "Use 'Standard'", "request = request with { Mode = \"Standard\" };", "request = request with { Mode = KlingO3Text2VideoMode.Standard };"),
        new(TrailingComma, "Use 'Landscape16x9'", "request = request with { AspectRatio = _16x9, };", "request = request with { AspectRatio = KlingO3Text2VideoAspectRatio.Landscape16x9, };"),
        new(SingleLine, "Use 'Seconds10'", "request = request with { Duration = \"10\" };", "request = request with { Duration = KlingO3Text2VideoDuration.Seconds10 };"),
        new(SingleLine, "Use 'Seconds10'", "request = request with { Duration = 10 };", "request = request with { Duration = KlingO3Text2VideoDuration.Seconds10 };"),
        new(SingleLine, "Use 'Size720'", "_ = AcmeClipRequest.CreateBuilder().WithSize(value: /* even */ 720);", "_ = AcmeClipRequest.CreateBuilder().WithSize(value: /* even */ AcmeClipSize.Size720);"),
        new(CommentInside, "Use 'Standard'", "request = request with { Mode = ( /* wire */ \"std\" /* quick */ ) };", "request = request with { Mode = ( /* wire */ KlingO3Text2VideoMode.Standard /* quick */ ) };"),
        new(
            MultiLine,
            "Use 'Standard'",
            "_ = new KlingO3Text2VideoRequest\n{\n    Prompt = \"A\",\n    // quick\n    Mode = /* wire */ \"std\", // cheap\n    AspectRatio = \"9:16\", // tall\n};",
            "_ = new KlingO3Text2VideoRequest\n{\n    Prompt = \"A\",\n    // quick\n    Mode = /* wire */ KlingO3Text2VideoMode.Standard, // cheap\n    AspectRatio = KlingO3Text2VideoAspectRatio.Portrait9x16, // tall\n};"),
        new(
            CommentAfter,
            "Use 'Standard'",
            "_ = KlingO3Text2VideoRequest.CreateBuilder(\"A\")\n    .WithMode(\"std\") // quick\n    .Build();",
            "_ = KlingO3Text2VideoRequest.CreateBuilder(\"A\")\n    .WithMode(KlingO3Text2VideoMode.Standard) // quick\n    .Build();"),
        new(
            NamedArgument,
            "Use 'Standard'",
            "_ = KlingO3Text2VideoRequest.CreateBuilder(\"A\").WithMode(value: /* wire */ \"std\").Build();",
            "_ = KlingO3Text2VideoRequest.CreateBuilder(\"A\").WithMode(value: /* wire */ KlingO3Text2VideoMode.Standard).Build();"),
        new(
            CommentBefore,
            "Use 'Standard'",
            "_ = KlingO3Text2VideoRequest.CreateBuilder(\"A\").WithMode(\n    // quick\n    \"std\").Build();",
            "_ = KlingO3Text2VideoRequest.CreateBuilder(\"A\").WithMode(\n    // quick\n    KlingO3Text2VideoMode.Standard).Build();"),
        new(
            ReorderedArguments,
            "Use 'Standard'",
            "Take(second: \"std\", first: 1);\nstatic void Take(int first, KlingO3Text2VideoMode second) => Console.WriteLine((first, second));",
            "Take(second: KlingO3Text2VideoMode.Standard, first: 1);\nstatic void Take(int first, KlingO3Text2VideoMode second) => Console.WriteLine((first, second));"),
        new(
            Several,
            "Use 'Pro'",
            "KlingO3Text2VideoMode mode = \"pro\"; request = request with { Mode = mode, AspectRatio = job0 is null ? _1x1 : _9x16 };",
            "KlingO3Text2VideoMode mode = KlingO3Text2VideoMode.Pro; request = request with { Mode = mode, AspectRatio = job0 is null ? KlingO3Text2VideoAspectRatio.Square1x1 : KlingO3Text2VideoAspectRatio.Portrait9x16 };"),
        new(
            Several,
            "Use 'Pro'",
            "if (request.Mode == \"pro\" /* slow */ || /* quick */ \"std\" != request.Mode) { Console.WriteLine(); }",
            "if (request.Mode == KlingO3Text2VideoMode.Pro /* slow */ || /* quick */ KlingO3Text2VideoMode.Standard != request.Mode) { Console.WriteLine(); }"),
        new(
            Several,
            "Use 'Pro'",
            "if (request.Mode is \"pro\") { Console.WriteLine(); }\nswitch (request.Mode)\n{\n    case \"std\": // quick\n        break;\n}\nConsole.WriteLine(request.Mode switch { \"pro\" => 1, _ => 2 });",
            "if (request.Mode is KlingO3Text2VideoMode.Pro) { Console.WriteLine(); }\nswitch (request.Mode)\n{\n    case KlingO3Text2VideoMode.Standard: // quick\n        break;\n}\nConsole.WriteLine(request.Mode switch { KlingO3Text2VideoMode.Pro => 1, _ => 2 });"),
        new(
            Several,
            "Use 'Calm'",
            "_ = new AcmeClipRequest { Moods = [\"calm\", /* late */ \"wild\"] };",
            "_ = new AcmeClipRequest { Moods = [AcmeClipMood.Calm, /* late */ AcmeClipMood.Wild] };"),
        new(
            Several,
            "Use 'Pro'",
            "Console.WriteLine((Mode(1), Other()));\nstatic KlingO3Text2VideoMode Mode(int n) => n switch { 1 => Pro, _ => Std };\nstatic KlingO3Text2VideoMode? Other() { return \"std\"; }",
            "Console.WriteLine((Mode(1), Other()));\nstatic KlingO3Text2VideoMode Mode(int n) => n switch { 1 => KlingO3Text2VideoMode.Pro, _ => KlingO3Text2VideoMode.Standard };\nstatic KlingO3Text2VideoMode? Other() { return KlingO3Text2VideoMode.Standard; }"),
        new(
            Several,
            "Use 'Pro'",
            "using Kling.Models;\nfile sealed class Settings\n{\n    public KlingO3Text2VideoMode Mode { get; set; } = \"pro\"; // slow\n    public KlingO3Text2VideoMode Quick => \"std\";\n    private readonly KlingO3Text2VideoMode? _mode = Pro;\n    public override string ToString() => $\"{_mode}\";\n}",
            "using Kling.Models;\nfile sealed class Settings\n{\n    public KlingO3Text2VideoMode Mode { get; set; } = KlingO3Text2VideoMode.Pro; // slow\n    public KlingO3Text2VideoMode Quick => KlingO3Text2VideoMode.Standard;\n    private readonly KlingO3Text2VideoMode? _mode = KlingO3Text2VideoMode.Pro;\n    public override string ToString() => $\"{_mode}\";\n}"),
    ];

    public override IReadOnlyList<string> Refused { get; } =
    [
        "request = request with { Mode = \"fast\" };",
        "request = request with { AspectRatio = \"169\" };",
        "DayOfWeek day = \"Monday\"; _ = day;",
        "_ = Std;",
        "_ = new AcmeClipRequest { Size = 700 };",
        "_ = DayOfWeek.Monday == \"Monday\";",
        "_ = request.Mode == \"fast\";",
    ];
}
