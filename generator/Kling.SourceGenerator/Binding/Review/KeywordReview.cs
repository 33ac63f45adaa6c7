using Kling.SourceGenerator.Binding.Findings;
using Kling.SourceGenerator.Binding.Keywords;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Review;

/// <summary>
/// Words that have no effect. It is a warning where something that the schema says is lost, or was probably meant: a
/// misspelled keyword, one that is not enforced. Anything else is an information.
/// </summary>
internal static class KeywordReview
{
    public static void Check(JsonMember keyword, JsonNode schema, SchemaPlace place, SchemaFindings findings)
    {
        string name = keyword.Name;
        if (name == "x-csharp-name" && !place.HasName)
        {
            findings.Report(
                SchemaDiagnostics.KeywordIsMisplaced,
                keyword.NameSpan,
                name,
                "it must be on the model, a parameter or a definition"
            );
        }

        if (
            KnownKeywords.IsKnownAnywhere(name)
            || (place.IsRoot && KnownKeywords.IsOfRoot(name))
            || Unevaluated.SameAs(name, schema) is not null
        )
        {
            return;
        }

        if (KnownKeywords.IsNotEnforced(name))
        {
            CheckNotEnforced(keyword, schema, findings);
        }
        else if (KnownKeywords.IsOfRoot(name))
        {
            findings.Report(SchemaDiagnostics.KeywordIsMisplaced, keyword.NameSpan, name, "it belongs at the root of the schema");
        }
        else if (KnownKeywords.Nearest(name) is { } nearest)
        {
            findings.Report(SchemaDiagnostics.KeywordIsMisplaced, keyword.NameSpan, name, $"it is unknown; did you mean '{nearest}'?");
        }
        else if (!KnownKeywords.IsExtension(name))
        {
            findings.Report(SchemaDiagnostics.KeywordHasNoEffect, keyword.NameSpan, name, "it is unknown");
        }
    }

    private static void CheckNotEnforced(JsonMember keyword, JsonNode schema, SchemaFindings findings)
    {
        if (Missing(keyword.Name, schema) is { } missing)
        {
            findings.Report(SchemaDiagnostics.KeywordHasNoEffect, keyword.NameSpan, keyword.Name, $"there is no {missing} next to it");
        }
        else if (!AllowsAll(keyword))
        {
            findings.Report(
                SchemaDiagnostics.KeywordIsNotEnforced,
                keyword.NameSpan,
                keyword.Name,
                "the generated code does not check it, but the server may"
            );
        }
    }

    /// <summary>The keyword without which another one says nothing, if it is missing.</summary>
    private static string? Missing(string keyword, JsonNode schema) =>
        keyword switch
        {
            "if" when schema["then"] is null && schema["else"] is null => "\"then\" or \"else\"",
            "then" or "else" when schema["if"] is null => "\"if\"",
            "minContains" or "maxContains" when schema["contains"] is null => "\"contains\"",
            "additionalItems" when schema["items"] is not { Kind: JsonKind.Array } => "list of \"items\"",
            _ => null,
        };

    /// <summary>Whether the keyword refuses nothing.</summary>
    private static bool AllowsAll(JsonMember keyword) =>
        keyword.Name switch
        {
            "not" => keyword.Value.Kind is JsonKind.False,
            "additionalItems" or "unevaluatedItems" or "unevaluatedProperties" => keyword.Value
                is { IsTrue: true }
                    or { IsObject: true, Members.Length: 0 },
            "dependencies" or "dependentSchemas" => keyword.Value is { IsObject: true, Members.Length: 0 },
            _ => false,
        };
}
