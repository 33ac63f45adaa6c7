using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.CSharp;

namespace Kling.SourceGenerator.Tests.Names;

/// <summary>A schema's texts stand in literals, comments and names, and nowhere else: no text of a schema becomes a token.</summary>
public sealed class HostileTextTests
{
    private static readonly SyntaxKind[] StringLiterals =
        [SyntaxKind.SingleLineRawStringLiteralToken, SyntaxKind.MultiLineRawStringLiteralToken];

    private static readonly SyntaxKind[] Harmless = Tokens(GeneratorHarness.Run(TestProject.With(Schema("harmless"))));

    public static TheoryData<string> Texts { get; } =
    [
        "*/", "/*", "</summary>", "<see cref=\"T:System.String\"/>", "&", "&#0;", "]]>", "\"\"\"", "\"", "\\", "\\\"", "\\u000a", "{", "}}", "{0}", "\r\n", "\n/// ", "a\nb", "\u0085", "\u2028", "\u2029",
        "\0", "\u202e", "\ufeff", "😀", "#error no", "\n#error no", "\n#if X", "// x", "'; }", "\"; } class Injected { } //", "\"); System.Environment.Exit(1); //", "$\"{x}\"", "@\"", "u8", "\ue000\uffff", "é", "class", "",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Hostile_text_gives_the_same_tokens_as_harmless_text(string text)
    {
        GeneratorOutput hostile = GeneratorHarness.Run(TestProject.With(Schema(text)));
        hostile.AssertCompiles();
        Assert.Equal(Harmless, Tokens(hostile));
    }

    [Fact]
    public void The_comparison_of_tokens_detects_injected_text() =>
        Assert.NotEqual(Kinds("class A { } // harmless"), Kinds("class A { } \n class B { }"));

    /// <summary>The text wherever a schema can hold one.</summary>
    private static string Schema(string text) => new JsonObject
    {
        ["title"] = text,
        ["description"] = text,
        ["$comment"] = text,
        ["x-source"] = text,
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            [text + "name"] = new JsonObject { ["type"] = "string", ["description"] = text, ["default"] = text, ["examples"] = new JsonArray(text), ["format"] = text + "format" },
            ["closed"] = new JsonObject { ["enum"] = new JsonArray(text + "first", "second", text + "third", 3), ["description"] = text, ["title"] = text },
            ["only"] = new JsonObject { ["type"] = "string", ["const"] = text },
            ["any"] = new JsonObject { ["const"] = new JsonObject { [text] = text }, ["deprecated"] = true },
            ["nested"] = new JsonObject { ["type"] = "object", ["title"] = text, ["properties"] = new JsonObject { [text + "inner"] = new JsonObject { ["$ref"] = "#/$defs/shared" } } },
            ["union"] = new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "string", ["description"] = text }, new JsonObject { ["type"] = "integer" }), ["description"] = text },
            ["map"] = new JsonObject { ["propertyNames"] = new JsonObject { ["const"] = text }, ["dependentRequired"] = new JsonObject { [text] = new JsonArray(text + "other") } },
        },
        ["$defs"] = new JsonObject { ["shared"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string", ["description"] = text, ["minLength"] = 1 } } },
        ["required"] = new JsonArray(text + "name"),
    }.ToJsonString();

    private static SyntaxKind[] Tokens(GeneratorOutput output) => [.. output.Sources.OrderBy(static source => source.Key, StringComparer.Ordinal).SelectMany(static source => Kinds(source.Value))];

    private static SyntaxKind[] Kinds(string code) =>
    [
        .. CSharpSyntaxTree.ParseText(code, cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken)
            .DescendantTokens()
            .Select(static token => StringLiterals.Contains(token.Kind()) ? SyntaxKind.StringLiteralToken : token.Kind()),
    ];
}
