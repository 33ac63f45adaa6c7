using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding;

/// <summary>A value's schema becomes a C# type with its constraints.</summary>
internal static class ValueBinder
{
    /// <param name="schema">The value's schema.</param>
    /// <param name="typeName">The name of the type that the value may need for itself.</param>
    /// <param name="parameter">The C# name of the parameter, for enum members that begin with a digit.</param>
    /// <param name="scope">The file.</param>
    public static ValueModel Bind(JsonNode schema, string typeName, string parameter, SchemaScope scope)
    {
        Keywords.Check(schema, isRoot: false, scope);
        string? type = SingleType(schema, scope, out bool allowsNull);
        ValueModel value = schema["enum"] is not null && EnumBinder.Bind(schema, type, typeName, parameter, scope) is { } closed
            ? closed
            : BindType(schema, type, typeName, parameter, scope);
        return value with { AllowsNull = allowsNull, Constraints = ConstraintBinder.Bind(schema, value, scope) };
    }

    private static ValueModel BindType(JsonNode schema, string? type, string typeName, string parameter, SchemaScope scope) => type switch
    {
        "string" => schema["format"] is { Kind: JsonKind.String, Text: "uri" } ? new UriModel() : new StringModel(),
        "boolean" => new BooleanModel(),
        "integer" => new IntegerModel(Is64Bit: !FitsInt32(schema, "minimum") || !FitsInt32(schema, "maximum")),
        "number" => new NumberModel(),
        "array" => BindList(schema, typeName, parameter, scope),
        "object" when schema["properties"] is { IsObject: true, Members.Length: > 0 } => BindObject(schema, typeName, scope),
        _ => new JsonModel(),
    };

    private static ListModel BindList(JsonNode schema, string typeName, string parameter, SchemaScope scope)
    {
        JsonNode? items = schema["items"];
        if (items is null or { Kind: JsonKind.True })
        {
            return new ListModel(new JsonModel());
        }

        if (!items.IsObject)
        {
            scope.Report(SchemaDiagnostics.KeywordIsNotEnforced, schema.Member("items")!.NameSpan, "items", "only one schema for all items is");
            return new ListModel(new JsonModel());
        }

        string itemTypeName = CSharpName.Singular(typeName) ?? typeName + "Item";
        return new ListModel(Bind(items, itemTypeName, parameter, scope));
    }

    private static ObjectValueModel BindObject(JsonNode schema, string typeName, SchemaScope scope)
    {
        string name = scope.ClaimTypeName(typeName, schema.Span);
        int place = scope.Objects.Count;
        ObjectModel model = ObjectBinder.Bind(schema, name, name, ReservedNames.ObjectMembers, scope);

        // In the schema's order: the record before those nested in it.
        scope.Objects.Insert(place, model);
        return new ObjectValueModel(scope.Reference(name));
    }

    /// <summary>Both bounds are needed: without one, JSON that the schema allows would not fit 32 bits.</summary>
    private static bool FitsInt32(JsonNode schema, string keyword) =>
        schema[keyword] is { Kind: JsonKind.Number } bound && NumberToken.Int64(bound.Text) is >= int.MinValue and <= int.MaxValue;

    /// <summary>The one type that the schema declares beside null.</summary>
    private static string? SingleType(JsonNode schema, SchemaScope scope, out bool allowsNull)
    {
        allowsNull = Annotation.Flag(schema, "nullable", scope);
        switch (schema["type"])
        {
            case null:
                return InferredType(schema);
            case { Kind: JsonKind.String, Text: not "null" } type when IsType(type.Text):
                return type.Text;
            case { Kind: JsonKind.Array } types when types.Items.All(static type => type.Kind is JsonKind.String && IsType(type.Text)):
                allowsNull |= types.Items.Any(static type => type.Text == "null");
                string[] others = [.. types.Items.Select(static type => type.Text).Where(static type => type != "null").Distinct()];
                if (others.Length == 1)
                {
                    return others[0];
                }

                scope.Report(SchemaDiagnostics.KeywordIsNotEnforced, schema.Member("type")!.NameSpan, "type", "several types give a JsonElement");
                return null;
            case { } other:
                scope.Report(
                    SchemaDiagnostics.KeywordValueIsInvalid, other.Span, "type", "it takes \"string\", \"integer\", \"number\", \"boolean\", \"array\", \"object\" or \"null\"");
                return null;
        }
    }

    // Real schemas leave "type" out where another keyword says it.
    private static string? InferredType(JsonNode schema) => schema["properties"] is { IsObject: true } ? "object" : null;

    private static bool IsType(string type) => type is "string" or "integer" or "number" or "boolean" or "array" or "object" or "null";
}
