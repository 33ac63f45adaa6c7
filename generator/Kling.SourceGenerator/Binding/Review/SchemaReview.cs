using Kling.SourceGenerator.Binding.Document;
using Kling.SourceGenerator.Binding.Findings;
using Kling.SourceGenerator.Binding.Instances;
using Kling.SourceGenerator.Binding.Keywords;
using Kling.SourceGenerator.Binding.Patterns;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Review;

/// <summary>
/// Looks through every schema that the request depends on and reports what has no effect there. A definition that nothing refers to has no
/// effect as a whole: its content is not looked at.
/// </summary>
internal sealed class SchemaReview(
    SchemaDocument document,
    ReferenceResolver references,
    InstanceJudge instances,
    PatternBinder patterns,
    SchemaFindings findings
)
{
    private readonly ContradictionReview _contradictions = new(document, references, instances, findings);
    private readonly HashSet<JsonNode> _seen = [];
    private readonly Queue<JsonNode> _definitions = new();

    public void Check()
    {
        Visit(document.Root, new SchemaPlace(IsRoot: true));

        // References are followed one after the other: a chain of them may be longer than the stack.
        while (_definitions.Count > 0)
        {
            Visit(_definitions.Dequeue(), new SchemaPlace(IsDefinition: true, IsInPlace: true));
        }
    }

    private void Visit(JsonNode schema, SchemaPlace place)
    {
        if (!schema.IsObject || !_seen.Add(schema))
        {
            return;
        }

        foreach (JsonMember member in schema.Members)
        {
            KeywordReview.Check(member, schema, place, findings);
            KeywordValueReview.Check(member, schema, place, document, findings);
            KeywordTypeReview.Check(member, schema, document, findings);
            VisitSubschemas(member);
        }

        _contradictions.Check(schema);
        ExampleReview.Check(schema, instances, findings);
        if (!place.IsInPlace)
        {
            DeclarationReview.Check(schema, isRecord: place.IsRoot || IsRecord(schema), references, patterns, findings);
        }
    }

    private bool IsRecord(JsonNode schema)
    {
        JsonNode merged = document.Shape(schema).Schema;
        return TypeKeyword.Single(TypeKeyword.Names(merged, findings)) == "object"
            && merged["properties"] is { IsObject: true, Members.Length: > 0 };
    }

    private void VisitSubschemas(JsonMember keyword)
    {
        switch (keyword.Name)
        {
            case "$ref" when references.Resolve(keyword) is { } definition:
                _definitions.Enqueue(definition);
                break;
            case "properties":
                foreach (JsonMember property in keyword.Value.Members)
                {
                    Visit(property.Value, new SchemaPlace(Property: property.Name));
                }

                break;
            case "patternProperties":
                VisitAll(keyword.Value.Members.Select(static member => member.Value));
                break;
            case "items" or "additionalProperties" or "propertyNames" or "unevaluatedItems" or "unevaluatedProperties":
                VisitAll([keyword.Value]);
                break;
            case "prefixItems":
                VisitAll(keyword.Value.Items);
                break;
            case "allOf" or "anyOf" or "oneOf":
                VisitAll(keyword.Value.Items, new SchemaPlace(IsInPlace: true));
                break;
        }
    }

    private void VisitAll(IEnumerable<JsonNode> schemas, SchemaPlace place = default)
    {
        foreach (JsonNode schema in schemas)
        {
            Visit(schema, place);
        }
    }
}
