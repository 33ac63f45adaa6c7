using Kling.SourceGenerator.Binding.Keywords;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Review;

/// <summary>
/// Looks through every schema that the request depends on and reports what has no effect there. A definition that nothing
/// refers to has no effect as a whole: its content is not looked at.
/// </summary>
internal sealed class SchemaReview
{
    private readonly SchemaScope _scope;
    private readonly HashSet<JsonNode> _seen = [];
    private readonly Queue<JsonNode> _definitions = new();

    private SchemaReview(SchemaScope scope) => _scope = scope;

    public static void Check(JsonNode root, SchemaScope scope)
    {
        var review = new SchemaReview(scope);
        review.Visit(root, new SchemaPlace(IsRoot: true));

        // References are followed one after the other: a chain of them may be longer than the stack.
        while (review._definitions.Count > 0)
        {
            review.Visit(review._definitions.Dequeue(), new SchemaPlace(IsDefinition: true, IsInPlace: true));
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
            KeywordReview.Check(member, schema, place, _scope);
            KeywordValueReview.Check(member, schema, place, _scope);
            KeywordTypeReview.Check(member, schema, _scope);
            VisitSubschemas(member);
        }

        ContradictionReview.Check(schema, _scope);
        ExampleReview.Check(schema, _scope);
        if (!place.IsInPlace)
        {
            DeclarationReview.Check(schema, isRecord: place.IsRoot || IsRecord(schema), _scope);
        }
    }

    private bool IsRecord(JsonNode schema)
    {
        JsonNode merged = _scope.Shape(schema).Schema;
        return TypeKeyword.Single(TypeKeyword.Names(merged, _scope)) == "object" && merged["properties"] is { IsObject: true, Members.Length: > 0 };
    }

    private void VisitSubschemas(JsonMember keyword)
    {
        switch (keyword.Name)
        {
            case "$ref" when _scope.Resolve(keyword) is { } definition:
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
