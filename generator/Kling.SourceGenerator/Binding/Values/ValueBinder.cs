using Kling.SourceGenerator.Binding.Document;
using Kling.SourceGenerator.Binding.Keywords;
using Kling.SourceGenerator.Binding.Names;
using Kling.SourceGenerator.CSharp;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Values;

/// <summary>A value's schema becomes a C# type with its constraints.</summary>
internal static class ValueBinder
{
    /// <param name="schema">The value's schema.</param>
    /// <param name="typeName">The name of the type that the value may need for itself.</param>
    /// <param name="parameter">The C# name of the parameter, for enum members that begin with a digit and for the checks.</param>
    /// <param name="scope">The file.</param>
    public static ValueModel Bind(JsonNode schema, string typeName, string parameter, SchemaScope scope)
    {
        if (!schema.IsObject)
        {
            return WithJsonCheck(new JsonModel(), schema, parameter, isNeeded: schema.Kind is not JsonKind.True, scope);
        }

        SchemaShape shape = scope.Shape(schema);
        if (shape.Reference is { } reference && JsonPointer.Resolve(scope.Root, reference) is { } definition && definition != schema)
        {
            ValueModel value = scope.Definitions.Bind(definition, reference);
            return value with
            {
                AllowsNull = value.AllowsNull || (shape.AllowsNull && value is not JsonModel),
                JsonCheck = shape.AllowsNull && value.JsonCheck.Length > 0 ? scope.JsonChecks.Reference(schema, parameter) : value.JsonCheck,
            };
        }

        if (!scope.Definitions.TryEnter(schema, shape.Targets))
        {
            return WithJsonCheck(new JsonModel(), schema, parameter, isNeeded: true, scope);
        }

        ValueModel bound = BindShape(schema, shape, typeName, parameter, scope);
        scope.Definitions.Leave(schema, shape.Targets);
        return bound;
    }

    private static ValueModel BindShape(JsonNode schema, SchemaShape shape, string typeName, string parameter, SchemaScope scope)
    {
        IReadOnlyList<string> types = TypeKeyword.Names(shape.Schema, scope);
        ValueModel value = Closed(shape.Schema) is { } keyword
            ? EnumBinder.Bind(shape.Schema, keyword, types, typeName, parameter, scope)
            : BindType(schema, shape, TypeKeyword.Single(types), typeName, parameter, scope);
        if (value is ObjectValueModel)
        {
            // The record checks itself, wherever it is used; null is no record.
            value = value with { AllowsNull = AllowsNull(shape, types, scope) };
            return WithJsonCheck(value, schema, parameter, value.AllowsNull && !shape.IsExact, scope);
        }

        value = value with
        {
            AllowsNull = value is not JsonModel && (value.AllowsNull || AllowsNull(shape, types, scope)),
            Constraints = ConstraintBinder.Bind(shape.Schema, value, scope),
        };
        return WithJsonCheck(value, schema, parameter, !shape.IsExact || !ConstraintBinder.SayAll(shape.Schema, value, types), scope);
    }

    private static ValueModel BindType(JsonNode schema, SchemaShape shape, string? type, string typeName, string parameter, SchemaScope scope) => type switch
    {
        "string" => shape.Schema["format"] is { Kind: JsonKind.String, Text: "uri" } ? new UriModel() : new StringModel(),
        "boolean" => new BooleanModel(),
        "integer" => new IntegerModel(Is64Bit: !FitsInt32(shape.Schema, "minimum") || !FitsInt32(shape.Schema, "maximum")),
        "number" => new NumberModel(),
        "array" => BindList(shape.Schema, typeName, parameter, scope),
        "object" when shape.Schema["properties"] is { IsObject: true, Members.Length: > 0 } => BindRecord(schema, shape, typeName, scope),
        "object" => new JsonObjectModel(),
        _ => UnionBinder.Bind(shape.Schema, typeName, parameter, scope) ?? new JsonModel(),
    };

    private static ListModel BindList(JsonNode schema, string typeName, string parameter, SchemaScope scope)
    {
        JsonNode? items = schema["items"];
        if (items is not { Kind: JsonKind.Object or JsonKind.False } || schema["prefixItems"] is not null)
        {
            return new ListModel(new JsonModel());
        }

        string itemTypeName = CSharpName.Singular(typeName) ?? typeName + "Item";
        return new ListModel(Bind(items, itemTypeName, parameter, scope));
    }

    private static ObjectValueModel BindRecord(JsonNode schema, SchemaShape shape, string typeName, SchemaScope scope)
    {
        string name = scope.ClaimTypeName(typeName, schema.Span);
        var value = new ObjectValueModel(name);
        scope.Definitions.Announce(schema, value);
        int place = scope.Objects.Count;
        ObjectModel model = ObjectBinder.Bind(schema, shape, name, name, ReservedNames.ObjectMembers, scope);

        // In the schema's order: the record before those nested in it.
        scope.Objects.Insert(place, model);
        return value;
    }

    private static ValueModel WithJsonCheck(ValueModel value, JsonNode schema, string parameter, bool isNeeded, SchemaScope scope) =>
        isNeeded ? value with { JsonCheck = scope.JsonChecks.Reference(schema, parameter) } : value;

    /// <summary>The keyword that lists the only values allowed.</summary>
    private static string? Closed(JsonNode schema) => KnownKeywords.IsClosed(schema) ? "enum" : schema["const"] is not null ? "const" : null;

    private static bool AllowsNull(SchemaShape shape, IReadOnlyList<string> types, SchemaScope scope)
    {
        bool isNullable = shape.AllowsNull || Annotation.Flag(shape.Schema, "nullable", scope);
        if (Closed(shape.Schema) is not { } keyword)
        {
            return isNullable || types.Contains("null");
        }

        JsonNode values = shape.Schema[keyword]!;
        bool hasNull = keyword == "enum" ? values.Items.Any(static value => value.Kind is JsonKind.Null) : values.Kind is JsonKind.Null;
        return isNullable || (hasNull && (types.Count == 0 || types.Contains("null")));
    }

    /// <summary>Both bounds are needed: without one, JSON that the schema allows would not fit 32 bits.</summary>
    private static bool FitsInt32(JsonNode schema, string keyword) =>
        schema[keyword] is { Kind: JsonKind.Number } bound && NumberToken.Int64(bound.Text) is >= int.MinValue and <= int.MaxValue;
}
