using Kling.SourceGenerator.Binding.Findings;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Document;

/// <summary>Resolves the references of a document, and reports those that name no schema.</summary>
internal sealed class ReferenceResolver(SchemaDocument document, SchemaFindings findings)
{
    /// <summary>The schema that a <c>$ref</c> names.</summary>
    public JsonNode? Resolve(JsonMember reference)
    {
        if (reference.Value.Kind is not JsonKind.String)
        {
            findings.Report(SchemaDiagnostics.KeywordValueIsInvalid, reference.Value.Span, "$ref", "it must be a string");
            return null;
        }

        if (document.Resolve(reference.Value) is { } target)
        {
            return target;
        }

        bool isLocal = reference.Value.Text.StartsWith("#", StringComparison.Ordinal);
        string reason =
            !isLocal ? "only references within the file are supported; copy the definition into \"$defs\""
            : Nearest(reference.Value.Text) is { } nearest ? "there is no such schema" + Spelling.Hint(nearest)
            : "there is no such schema; write a JSON Pointer such as #/$defs/name";
        findings.Report(SchemaDiagnostics.ReferenceIsNotResolved, reference.Value.Span, reference.Value.Text, reason);
        return null;
    }

    /// <summary>The reference that is most likely meant: to a schema next to the named one, or to a definition.</summary>
    private string? Nearest(string reference)
    {
        int start = reference.LastIndexOfAny(['/', '#']) + 1;
        foreach (string container in new[] { reference.Substring(0, start - 1), "#/$defs", "#/definitions" })
        {
            IEnumerable<string> names =
                JsonPointer
                    .Resolve(document.Root, container)
                    ?.Members.Where(static member => member.Value.IsObject)
                    .Select(static member => JsonPointer.Escape(member.Name))
                ?? [];
            if (findings.Nearest(reference.Substring(start), names) is { } nearest)
            {
                return $"{container}/{nearest}";
            }
        }

        return null;
    }
}
