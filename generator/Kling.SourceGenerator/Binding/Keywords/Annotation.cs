using Kling.SourceGenerator.Binding.Findings;
using Kling.SourceGenerator.CSharp;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Keywords;

/// <summary>Reads keywords that describe and do not constrain. A keyword whose value has the wrong type is reported and ignored.</summary>
internal static class Annotation
{
    private static readonly string[] Outputs = ["video", "image", "audio", "text", "json"];
    private static readonly string[] Statuses = ["complete", "partial"];

    public static string? Text(JsonNode schema, string keyword, SchemaFindings findings)
    {
        if (schema[keyword] is not { } value)
        {
            return null;
        }

        if (value.Kind is JsonKind.String)
        {
            return value.Text;
        }

        findings.Report(SchemaDiagnostics.KeywordValueIsInvalid, value.Span, keyword, "it must be a string");
        return null;
    }

    public static bool Flag(JsonNode schema, string keyword, SchemaFindings findings)
    {
        if (schema[keyword] is not { } value)
        {
            return false;
        }

        if (value.Kind is not (JsonKind.True or JsonKind.False))
        {
            findings.Report(SchemaDiagnostics.KeywordValueIsInvalid, value.Span, keyword, "it must be true or false" + Quoted.Boolean(value));
        }

        return value.IsTrue;
    }

    /// <summary>The C# name that the schema asks for (<c>x-csharp-name</c>), if it is one.</summary>
    public static string? Identifier(JsonNode schema, SchemaFindings findings)
    {
        const string Keyword = "x-csharp-name";
        if (Text(schema, Keyword, findings) is not { } name)
        {
            return null;
        }

        if (CSharpName.IsMemberName(name))
        {
            return name;
        }

        findings.Report(
            SchemaDiagnostics.KeywordValueIsInvalid,
            schema[Keyword]!.Span,
            Keyword,
            $"'{name}' is not a C# identifier that begins with a capital letter"
        );
        return null;
    }

    /// <summary>The extensions that only the runtime reads: a value that it cannot use is reported at its location.</summary>
    public static void CheckRoot(JsonNode root, SchemaFindings findings)
    {
        CheckNumber(
            root,
            "x-typical-seconds",
            static seconds => NumberToken.Compare(seconds, "0") > 0 && NumberToken.Compare(seconds, "2592000") < 0,
            "it must be a number of seconds above 0 and below 2592000 (30 days)",
            findings
        );
        CheckNumber(
            root,
            "x-typical-cost",
            static cost => NumberToken.Compare(cost, "0") >= 0,
            "it must be a number of US dollars, 0 or more",
            findings
        );
        _ = Text(root, "x-source", findings);
        _ = Text(root, "x-retrieved", findings);
        CheckWord(root, "x-output", Outputs, findings);
        CheckWord(root, "x-status", Statuses, findings);
    }

    private static void CheckWord(JsonNode root, string keyword, string[] allowed, SchemaFindings findings)
    {
        if (Text(root, keyword, findings) is { } word && !allowed.Contains(word))
        {
            findings.Report(
                SchemaDiagnostics.KeywordValueIsInvalid,
                root[keyword]!.Span,
                keyword,
                "it must be one of " + string.Join(", ", allowed) + Spelling.Hint(findings.Nearest(word, allowed))
            );
        }
    }

    private static void CheckNumber(JsonNode root, string keyword, Func<string, bool> isAllowed, string expected, SchemaFindings findings)
    {
        if (root[keyword] is { } value && (value.Kind is not JsonKind.Number || !isAllowed(value.Text)))
        {
            findings.Report(SchemaDiagnostics.KeywordValueIsInvalid, value.Span, keyword, expected + Quoted.Number(value));
        }
    }
}
