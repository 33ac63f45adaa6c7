using static Kling.CodeFixes.Tests.Fixes.FixForm;

namespace Kling.CodeFixes.Tests.Fixes;

/// <summary>KLING111: a duplicate that is removed with its own comments and lines.</summary>
internal sealed class RemoveDuplicateRows() : FixRows(new RemoveDuplicateFix())
{
    public override IReadOnlyList<FixRow> Rows { get; } =
    [
        Tags(SingleLine, "[\"a\", \"b\", \"a\"]", "[\"a\", \"b\"]"),
        Tags(Several, "[\"a\", \"a\", \"a\"]", "[\"a\"]"),
        Tags(CommentBefore, "[\"a\", /* again */ \"a\", \"b\"]", "[\"a\", \"b\"]"),
        Tags(SingleLine, "new[] { \"a\", \"a\" }", "new[] { \"a\" }"),
        Tags(SingleLine, "new List<string> { \"b\", \"a\", \"a\" }", "new List<string> { \"b\", \"a\" }"),
        Tags(SingleLine, "ImmutableArray.Create(\"a\", \"a\", \"b\")", "ImmutableArray.Create(\"a\", \"b\")"),
        Tags(CommentAfter, "[\n    \"a\", // first\n    \"a\", // again\n    \"b\", // second\n]", "[\n    \"a\", // first\n    \"b\", // second\n]"),
        Tags(CommentBefore, "[\n    \"a\",\n\n    // more\n\n    // again\n    \"a\",\n    \"b\",\n]", "[\n    \"a\",\n\n    // more\n\n    \"b\",\n]"),
        Tags(MultiLine, "[\n    \"a\", \"c\",\n    \"a\", /* b */ \"b\"\n]", "[\n    \"a\", \"c\",\n    /* b */ \"b\"\n]"),
        Tags(CommentInside, "[\"a\", /* again */ \"a\", /* b */ \"b\"]", "[\"a\", /* b */ \"b\"]"),
        Tags(CommentInside, "[\"a\", \"a\" + /* nothing */ \"\", /* b */ \"b\"]", "[\"a\", /* b */ \"b\"]"),
        Tags(MultiLine, "[\"a\", \"a\", // twice\n    \"b\"]", "[\"a\", // twice\n    \"b\"]"),
        Tags(SingleLine, "new string[3] { \"a\", \"a\", \"b\" }", "new string[] { \"a\", \"b\" }"),
        Tags(TrailingComma, "new string[3] { \"a\", \"b\", \"a\", }", "new string[] { \"a\", \"b\", }"),
        Tags(TrailingComma, "[\n    \"a\",\n    \"b\",\n    \"b\",\n]", "[\n    \"a\",\n    \"b\",\n]"),
        Tags(NamedArgument, "ImmutableArray.Create(item1: \"a\", item2: \"a\", item3: \"b\")", "ImmutableArray.Create(item1: \"a\", item2: \"b\")"),
        Tags(SingleLine, "[\"a\", (\"a\"), \"b\"]", "[\"a\", \"b\"]"),
        Tags(Several, "[\"a\", \"a\", \"b\", \"b\"]", "[\"a\", \"b\"]"),
        Tags(SingleLine, "KlingList<string>.Empty.Add(\"a\").Add(\"b\").Add(\"a\")", "KlingList<string>.Empty.Add(\"a\").Add(\"b\")"),
        Tags(
            SingleLine,
            "AcmeClipRequest.CreateBuilder().AddTag(\"a\").AddTag(\"b\").AddTag(\"a\").Build().Tags",
            "AcmeClipRequest.CreateBuilder().AddTag(\"a\").AddTag(\"b\").Build().Tags"),
        Tags(
            NamedArgument,
            "AcmeClipRequest.CreateBuilder()\n    .AddTag(item: \"a\") // first\n    // again\n    .AddTag(item: \"a\") // second\n    .AddTag(item: \"b\")\n    .Build().Tags",
            "AcmeClipRequest.CreateBuilder()\n    .AddTag(item: \"a\") // first\n    .AddTag(item: \"b\")\n    .Build().Tags"),
        new(
            MultiLine,
            "Remove the duplicate",
            "var builder = AcmeClipRequest.CreateBuilder();\nbuilder.AddTag(\"a\");\n\n// again\nbuilder.AddTag(\"a\");\n\nbuilder.AddTag(\"b\");\nConsole.WriteLine(builder.Build());",
            "var builder = AcmeClipRequest.CreateBuilder();\nbuilder.AddTag(\"a\");\n\nbuilder.AddTag(\"b\");\nConsole.WriteLine(builder.Build());"),
    ];

    public override bool RemovesCode => true;

    public override IReadOnlyList<FixForm> Impossible => [ReorderedArguments];

    public override IReadOnlyList<string> Refused { get; } =
    [
        "const string again = \"a\"; _ = new AcmeClipRequest { Tags = [\"a\", again] };",
        "_ = new AcmeClipRequest { Tags = [\"a\", .. new[] { \"a\" }] };",
        "_ = new AcmeClipRequest { Tags = ImmutableArray.Create(item2: \"a\", item1: \"a\") };",
    ];

    private static FixRow Tags(FixForm form, string before, string after) =>
        new(form, "Remove the duplicate", $"_ = new AcmeClipRequest {{ Tags = {before} }};", $"_ = new AcmeClipRequest {{ Tags = {after} }};");
}
