using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Document;

/// <summary>A schema file's content: what references and shapes are read from. It never changes.</summary>
internal sealed class SchemaDocument(JsonNode root)
{
    // A cache: the shape of a schema is the same whenever it is asked for.
    private readonly Dictionary<JsonNode, SchemaShape> _shapes = [];

    /// <summary>Where references start from.</summary>
    public JsonNode Root { get; } = root;

    /// <summary>A schema with everything that applies to the same value put together.</summary>
    public SchemaShape Shape(JsonNode schema)
    {
        if (!_shapes.TryGetValue(schema, out SchemaShape? shape))
        {
            shape = SchemaShape.Of(schema, Root);
            _shapes.Add(schema, shape);
        }

        return shape;
    }

    /// <summary>The schema that the value of a <c>$ref</c> names, or <see langword="null"/>. Only the file itself is searched.</summary>
    public JsonNode? Resolve(JsonNode reference) =>
        reference.Kind is JsonKind.String
        && JsonPointer.Resolve(Root, reference.Text) is { Kind: JsonKind.Object or JsonKind.True or JsonKind.False } target
            ? target
            : null;
}
