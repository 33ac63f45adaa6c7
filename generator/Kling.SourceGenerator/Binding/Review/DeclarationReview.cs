using Kling.SourceGenerator.Binding.Document;
using Kling.SourceGenerator.Binding.Findings;
using Kling.SourceGenerator.Binding.Patterns;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Review;

/// <summary>
/// Properties that an object's schema requires and does not declare, as a misspelled name would be. All schemas that hold for the same
/// object declare for each other, whichever of them applies.
/// </summary>
internal sealed class DeclarationReview
{
    private readonly ReferenceResolver _references;
    private readonly PatternBinder _patterns;
    private readonly SchemaFindings _findings;
    private readonly HashSet<JsonNode> _schemas = [];
    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);
    private readonly List<string> _declaredPatterns = [];
    private readonly List<JsonNode> _required = [];
    private readonly List<JsonMember> _dependent = [];
    private bool _isClosed;
    private bool _describesOthers;
    private bool _isUnsure;

    private DeclarationReview(ReferenceResolver references, PatternBinder patterns, SchemaFindings findings)
    {
        _references = references;
        _patterns = patterns;
        _findings = findings;
    }

    /// <param name="schema">The schema of a value that can be an object.</param>
    /// <param name="isRecord">Whether the object becomes a record, which has additional parameters.</param>
    /// <param name="references">Resolves references to other schemas of the object.</param>
    /// <param name="patterns">Matches names with <c>patternProperties</c>.</param>
    /// <param name="findings">The file's diagnostics.</param>
    public static void Check(JsonNode schema, bool isRecord, ReferenceResolver references, PatternBinder patterns, SchemaFindings findings)
    {
        if (!schema.Members.Any(static keyword => MayRequire(keyword.Name)))
        {
            return;
        }

        var review = new DeclarationReview(references, patterns, findings);
        review.Collect(schema);
        if (!review._isUnsure && (review._declared.Count > 0 || review._isClosed))
        {
            review.Report(isRecord);
        }
    }

    private static bool MayRequire(string keyword) =>
        keyword
            is "required"
                or "dependentRequired"
                or "allOf"
                or "anyOf"
                or "oneOf"
                or "if"
                or "then"
                or "else"
                or "dependentSchemas"
                or "dependencies"
                or "$ref";

    private void Collect(JsonNode schema)
    {
        // More schemas for one object than somebody wrote on purpose.
        const int Most = 200;
        _isUnsure |= _schemas.Count == Most;
        if (_isUnsure || !schema.IsObject || !_schemas.Add(schema))
        {
            return;
        }

        foreach (JsonMember keyword in schema.Members)
        {
            switch (keyword.Name)
            {
                case "properties":
                    _declared.UnionWith(keyword.Value.Members.Select(static member => member.Name));
                    break;
                case "patternProperties":
                    _declaredPatterns.AddRange(keyword.Value.Members.Select(static member => member.Name));
                    break;
                case "additionalProperties" or "unevaluatedProperties":
                    _isClosed |= keyword.Value.Kind is JsonKind.False;
                    _describesOthers |= keyword.Value.IsObject;
                    break;
                case "required":
                    _required.AddRange(keyword.Value.Items);
                    break;
                case "dependentRequired":
                    _dependent.AddRange(keyword.Value.Members);
                    break;
                default:
                    CollectInPlace(keyword);
                    break;
            }
        }
    }

    private void CollectInPlace(JsonMember keyword)
    {
        IReadOnlyList<JsonNode> schemas = keyword.Name switch
        {
            "allOf" or "anyOf" or "oneOf" => keyword.Value.Items,
            "if" or "then" or "else" => (JsonNode[])[keyword.Value],
            "dependentSchemas" or "dependencies" => (JsonNode[])[.. keyword.Value.Members.Select(static member => member.Value)],
            "$ref" when _references.Resolve(keyword) is { } definition => (JsonNode[])[definition],
            _ => (JsonNode[])[],
        };
        _isUnsure |= keyword.Name is "$ref" or "$dynamicRef" or "$recursiveRef" && schemas.Count == 0;
        foreach (JsonNode schema in schemas)
        {
            Collect(schema);
        }
    }

    private void Report(bool isRecord)
    {
        string effect =
            _isClosed ? "Other parameters are not allowed, so no value is valid"
            : isRecord ? "Declare it, or send it in AdditionalParameters"
            : "It is still required";
        foreach (JsonNode name in _required.Where(IsUndeclared))
        {
            Report(name.Span, $"The required parameter '{name.Text}' is not declared", name.Text, effect);
        }

        foreach (JsonMember dependent in _dependent)
        {
            if (IsUndeclared(JsonNode.Scalar(JsonKind.String, dependent.NameSpan, dependent.Name)))
            {
                Report(
                    dependent.NameSpan,
                    $"The parameter '{dependent.Name}' of \"dependentRequired\" is not declared",
                    dependent.Name,
                    ""
                );
            }

            foreach (JsonNode name in dependent.Value.Items.Where(IsUndeclared))
            {
                Report(
                    name.Span,
                    $"The parameter '{name.Text}' that '{dependent.Name}' requires is not declared",
                    name.Text,
                    _isClosed ? "" : effect
                );
            }
        }
    }

    private void Report(TextSpan span, string message, string name, string effect)
    {
        string? nearest = _findings.Nearest(name, _declared);
        if (nearest is not null || !_describesOthers)
        {
            _findings.Report(
                SchemaDiagnostics.ParameterIsNotDeclared,
                span,
                message + Spelling.Hint(nearest) + (effect.Length == 0 ? "" : (nearest is null ? ". " : " ") + effect)
            );
        }
    }

    /// <summary>Whether no schema says anything of the property. A pattern that cannot be run may.</summary>
    private bool IsUndeclared(JsonNode name) =>
        name.Kind is JsonKind.String
        && !_declared.Contains(name.Text)
        && _declaredPatterns.All(pattern => _patterns.IsMatch(pattern, name.Text) is false);
}
