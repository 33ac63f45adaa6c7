using static Kling.CodeFixes.Tests.Fixes.FixForm;

namespace Kling.CodeFixes.Tests.Fixes;

/// <summary>KLING110: items beyond the maximum, which are removed with their own comments and lines.</summary>
internal sealed class RemoveElementsRows() : FixRows(new RemoveElementsFix())
{
    public override IReadOnlyList<FixRow> Rows { get; } =
    [
        Voices(SingleLine, "[\"a\", \"b\", \"c\"]", "[\"a\", \"b\"]"),
        Voices(SingleLine, "[\"a\", \"b\", \"c\", \"d\"]", "[\"a\", \"b\"]"),
        Voices(TrailingComma, "[ \"a\", \"b\", \"c\", \"d\", ]", "[ \"a\", \"b\", ]"),
        Voices(SingleLine, "new[] { \"a\", \"b\", \"c\" }", "new[] { \"a\", \"b\" }"),
        Voices(SingleLine, "new List<string> { \"a\", \"b\", \"c\" }", "new List<string> { \"a\", \"b\" }"),
        Voices(SingleLine, "new List<string>([\"a\", \"b\", \"c\"])", "new List<string>([\"a\", \"b\"])"),
        Voices(SingleLine, "ImmutableArray.Create(\"a\", \"b\", \"c\")", "ImmutableArray.Create(\"a\", \"b\")"),
        Voices(SingleLine, "new string[3] { \"a\", \"b\", \"c\" }", "new string[] { \"a\", \"b\" }"),
        Voices(TrailingComma, "new string[4] { \"a\", \"b\", \"c\", \"d\", }", "new string[] { \"a\", \"b\", }"),
        Voices(CommentAfter, "new string[1 + 2]\n{\n    \"a\", // first\n    \"b\",\n    \"c\", // third\n}", "new string[]\n{\n    \"a\", // first\n    \"b\",\n}"),
        Voices(SingleLine, "new string[] { \"a\", \"b\", \"c\" }", "new string[] { \"a\", \"b\" }"),
        Voices(NamedArgument, "ImmutableArray.Create(item1: \"a\", item2: \"b\", item3: \"c\")", "ImmutableArray.Create(item1: \"a\", item2: \"b\")"),
        Voices(NamedArgument, "ImmutableArray.Create(items: [\"a\", \"b\", \"c\"])", "ImmutableArray.Create(items: [\"a\", \"b\"])"),
        Voices(MultiLine, "[\n    \"a\",\n    \"b\",\n    \"c\"]", "[\n    \"a\",\n    \"b\"]"),
        Voices(MultiLine, "[\"a\",\n    \"b\",\n    \"c\", \"d\"]", "[\"a\",\n    \"b\"]"),
        Voices(MultiLine, "[\n    \"a\",\n    \"b\",\n    \"c\",\n]", "[\n    \"a\",\n    \"b\",\n]"),
        Voices(CommentAfter, "[\"a\", \"b\", // two\n    \"c\"]", "[\"a\", \"b\" // two\n    ]"),
        Voices(CommentAfter, "[\"a\", \"b\", \"c\", // all\n]", "[\"a\", \"b\", // all\n]"),
        Voices(CommentAfter, "[\"a\", \"b\", \"c\" // all\n]", "[\"a\", \"b\" // all\n]"),
        Voices(CommentAfter, "[\"a\" /* 1 */, \"b\" /* 2 */, \"c\" /* 3 */]", "[\"a\" /* 1 */, \"b\" /* 2 */]"),
        Voices(CommentAfter, "[\n    \"a\", // first\n    \"b\", // second\n    \"c\" // third\n]", "[\n    \"a\", // first\n    \"b\" // second\n]"),
        Voices(CommentAfter, "[\n    \"a\", // first\n    \"b\", // second\n    \"c\", // third\n]", "[\n    \"a\", // first\n    \"b\", // second\n]"),
        Voices(CommentBefore, "[/* 1 */ \"a\", /* 2 */ \"b\", /* 3 */ \"c\"]", "[/* 1 */ \"a\", /* 2 */ \"b\"]"),
        Voices(
            CommentBefore,
            "[\n    // first\n    \"a\",\n    // second\n    \"b\",\n    // third\n    \"c\"\n]",
            "[\n    // first\n    \"a\",\n    // second\n    \"b\"\n]"),
        Voices(CommentAfter, "[\n    \"a\"\n    , \"b\" // second\n    , \"c\" // third\n]", "[\n    \"a\"\n    , \"b\" // second\n]"),
        Voices(
            CommentInside,
            "[\n    \"a\", // first\n    \"b\", // second\n    \"c\", // third\n    \"d\" // fourth\n    // end\n]",
            "[\n    \"a\", // first\n    \"b\" // second\n    // end\n]"),
        Of(
            Several,
            "Remove the extra item",
            "Elements = [new(), new(), new(), new() { ReferenceImageUrls = [\"a\", \"b\", \"c\", \"d\"] }], VoiceIds = [\"a\", \"b\", \"c\"]",
            "Elements = [new(), new(), new()], VoiceIds = [\"a\", \"b\"]"),
        Of(
            Several,
            "Remove the extra item",
            "Elements = [new() { ReferenceImageUrls = [\"a\", \"b\", \"c\", \"d\"] }], VoiceIds = [\"a\", \"b\", \"c\"]",
            "Elements = [new() { ReferenceImageUrls = [\"a\", \"b\", \"c\"] }], VoiceIds = [\"a\", \"b\"]"),
        Voices(SingleLine, "[\"a\", (\"b\"), (\"c\")]", "[\"a\", (\"b\")]"),
        Voices(SingleLine, "(string[])[\"a\", \"b\", \"c\"]", "(string[])[\"a\", \"b\"]"),
        Voices(SingleLine, "new List<string>(3) { \"a\", \"b\", \"c\" }", "new List<string>(3) { \"a\", \"b\" }"),
        Voices(SingleLine, "new[] { \"a\", \"b\", \"c\" }.ToKlingList()", "new[] { \"a\", \"b\" }.ToKlingList()"),
        Voices(SingleLine, "KlingList.Create([\"a\", \"b\", \"c\"])", "KlingList.Create([\"a\", \"b\"])"),
        Voices(SingleLine, "ImmutableArray.Create<string>(\"a\", \"b\", \"c\")", "ImmutableArray.Create<string>(\"a\", \"b\")"),
        Voices(SingleLine, "[.. new[] { \"a\", \"b\", \"c\" }]", "[.. new[] { \"a\", \"b\" }]"),
        Voices(SingleLine, "KlingList<string>.Empty.Add(\"a\").Add(\"b\").Add(\"c\")", "KlingList<string>.Empty.Add(\"a\").Add(\"b\")"),

        // On a builder.
        Steps(MultiLine, "\n    .AddVoiceId(\"b\")\n    .AddVoiceId(\"c\")\n    .WithCfgScale(1)", "\n    .AddVoiceId(\"b\")\n    .WithCfgScale(1)"),
        Steps(MultiLine, "\n    .AddVoiceId(\"b\")\n    .AddVoiceId(\"c\")\n    .AddVoiceId(\"d\")\n    .WithCfgScale(1)", "\n    .AddVoiceId(\"b\")\n    .WithCfgScale(1)"),
        Steps(CommentAfter, "\n    .AddVoiceId(\"b\") // b\n    .AddVoiceId(\"c\") // c\n    .WithCfgScale(1)", "\n    .AddVoiceId(\"b\") // b\n    .WithCfgScale(1)"),
        Steps(CommentBefore, "\n    .AddVoiceId(\"b\")\n    // the third\n    .AddVoiceId(item: \"c\")\n    .WithCfgScale(1)", "\n    .AddVoiceId(\"b\")\n    .WithCfgScale(1)"),
        Steps(CommentInside, ".AddVoiceId(\"b\") /* b */.AddVoiceId(\"c\") /* c */.WithCfgScale(1)", ".AddVoiceId(\"b\") /* b */.WithCfgScale(1)"),
        Steps(CommentAfter, ".AddVoiceId(\"b\").AddVoiceId(\"c\") // both\n    .WithCfgScale(1)", ".AddVoiceId(\"b\") // both\n    .WithCfgScale(1)"),
        Steps(
            ReorderedArguments,
            ".AddElement().AddElement().AddElement().AddElement(referenceImageUrls: [\"a\"], frontalImageUrl: null)",
            ".AddElement().AddElement().AddElement()"),
        Statements(
            MultiLine,
            "builder.AddVoiceId(\"a\");\nbuilder.AddVoiceId(\"b\"); // b\n// the third\nbuilder.AddVoiceId(\"c\"); // c\n// then\nConsole.WriteLine(builder.Build());",
            "builder.AddVoiceId(\"a\");\nbuilder.AddVoiceId(\"b\"); // b\n// then\nConsole.WriteLine(builder.Build());"),
        Statements(
            CommentBefore,
            "builder.AddVoiceId(\"a\").AddVoiceId(\"b\");\n// voices\n\n// the third\nbuilder = builder.AddVoiceId(\"c\");\nConsole.WriteLine(builder.Build());",
            "builder.AddVoiceId(\"a\").AddVoiceId(\"b\");\n// voices\n\nConsole.WriteLine(builder.Build());"),
        Statements(
            SingleLine,
            "builder.AddVoiceId(\"a\"); builder.AddVoiceId(\"b\"); builder.AddVoiceId(\"c\"); Console.WriteLine(builder.Build());",
            "builder.AddVoiceId(\"a\"); builder.AddVoiceId(\"b\"); Console.WriteLine(builder.Build());"),
    ];

    public override bool RemovesCode => true;

    public override IReadOnlyList<string> Refused { get; } =
    [
        Request("VoiceIds = [\"a\", .. more]", "string[] more = [\"b\", \"c\"];\n"),
        Request("VoiceIds = ids", "string[] ids = [\"a\", \"b\", \"c\"];\n"),
        Request("VoiceIds = [\n    \"a\",\n    \"b\",\n#if !LITE\n    \"c\",\n#endif\n]", ""),
        "var builder = Kling3ProImage2VideoRequest.CreateBuilder(\"A\", new Uri(\"https://example.com/a.png\")).AddVoiceId(\"a\").AddVoiceId(\"b\");\n#if !LITE\nbuilder.AddVoiceId(\"c\");\n#endif\n_ = builder.Build();",
        "_ = Kling3ProImage2VideoRequest.CreateBuilder(\"A\", new Uri(\"https://example.com/a.png\")).AddVoiceId(\"a\").AddVoiceId(\"b\")\n#if !LITE\n    .AddVoiceId(\"c\")\n#endif\n    .Build();",
        Request("VoiceIds = [\"a\", \"b\", last]", "const string last = \"c\";\n"),
        Request("VoiceIds = [\"a\", \"b\", .. new[] { \"c\" }]", ""),
        Request("VoiceIds = ImmutableArray.Create(item3: \"c\", item1: \"a\", item2: \"b\")", ""),
    ];

    private static FixRow Voices(FixForm form, string before, string after) => Of(
        form,
        before.Contains("\"d\"", StringComparison.Ordinal) ? "Remove the 2 extra items" : "Remove the extra item",
        "VoiceIds = " + before,
        "VoiceIds = " + after);

    private static FixRow Of(FixForm form, string title, string before, string after) => new(form, title, Request(before, ""), Request(after, ""));

    private static FixRow Steps(FixForm form, string before, string after) => new(
        form,
        before.Contains("\"d\"", StringComparison.Ordinal) ? "Remove the 2 extra items" : "Remove the extra item",
        $"_ = Kling3ProImage2VideoRequest.CreateBuilder(\"A\", new Uri(\"https://example.com/a.png\")).AddVoiceId(\"a\"){before}.Build();",
        $"_ = Kling3ProImage2VideoRequest.CreateBuilder(\"A\", new Uri(\"https://example.com/a.png\")).AddVoiceId(\"a\"){after}.Build();");

    private static FixRow Statements(FixForm form, string before, string after)
    {
        const string builder = "var builder = Kling3ProImage2VideoRequest.CreateBuilder(\"A\", new Uri(\"https://example.com/a.png\"));\n";
        return new FixRow(form, "Remove the extra item", builder + before, builder + after);
    }

    private static string Request(string members, string statements) =>
        $"{statements}_ = new Kling3ProImage2VideoRequest {{ Prompt = \"A\", StartImageUrl = new Uri(\"https://example.com/a.png\"), {members} }};";
}
