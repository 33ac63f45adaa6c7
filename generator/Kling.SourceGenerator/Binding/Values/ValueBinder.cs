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
    /// <param name="context">The file.</param>
    public static ValueModel Bind(JsonNode schema, string typeName, string parameter, BindingContext context)
    {
        if (!schema.IsObject)
        {
            return WithJsonCheck(new JsonModel(), schema, parameter, isNeeded: schema.Kind is not JsonKind.True, context);
        }

        SchemaShape shape = context.Document.Shape(schema);
        if (
            shape.Reference is { } reference
            && JsonPointer.Resolve(context.Document.Root, reference) is { } definition
            && definition != schema
        )
        {
            ValueModel value = DefinitionBinder.Bind(definition, reference, context);
            return value with
            {
                AllowsNull = value.AllowsNull || (shape.AllowsNull && value is not JsonModel),
                JsonCheck = shape.AllowsNull && value.JsonCheck.Length > 0 ? context.Checks.Reference(schema, parameter) : value.JsonCheck,
            };
        }

        if (!context.Definitions.TryEnter(schema, shape.Targets))
        {
            return WithJsonCheck(new JsonModel(), schema, parameter, isNeeded: true, context);
        }

        ValueModel bound = BindShape(schema, shape, typeName, parameter, context);
        context.Definitions.Leave(schema, shape.Targets);
        return bound;
    }

    private static ValueModel BindShape(JsonNode schema, SchemaShape shape, string typeName, string parameter, BindingContext context)
    {
        IReadOnlyList<string> types = TypeKeyword.Names(shape.Schema, context.Findings);
        ValueModel value = Closed(shape.Schema) is { } keyword
            ? EnumBinder.Bind(shape.Schema, keyword, types, typeName, parameter, context)
            : BindType(schema, shape, TypeKeyword.Single(types), typeName, parameter, context);
        if (value is ObjectValueModel)
        {
            // The record checks itself, wherever it is used; null is no record.
            value = value with
            {
                AllowsNull = AllowsNull(shape, types, context),
            };
            return WithJsonCheck(value, schema, parameter, value.AllowsNull && !shape.IsExact, context);
        }

        EquatableArray<ConstraintModel> constraints = ConstraintBinder.Bind(shape.Schema, value, context);
        value = value with
        {
            AllowsNull = value is not JsonModel && (value.AllowsNull || AllowsNull(shape, types, context)),
            Constraints = constraints,
            Range = RangeBinder.Bind(constraints),
        };
        return WithJsonCheck(value, schema, parameter, !shape.IsExact || !ConstraintBinder.SayAll(shape.Schema, value, types), context);
    }

    private static ValueModel BindType(
        JsonNode schema,
        SchemaShape shape,
        string? type,
        string typeName,
        string parameter,
        BindingContext context
    ) =>
        type switch
        {
            "string" => shape.Schema["format"] is { Kind: JsonKind.String, Text: "uri" } ? new UriModel() : new StringModel(),
            "boolean" => new BooleanModel(),
            "integer" => new IntegerModel(Is64Bit: !FitsInt32(shape.Schema, "minimum") || !FitsInt32(shape.Schema, "maximum")),
            "number" => new NumberModel(),
            "array" => BindList(shape.Schema, typeName, parameter, context),
            "object" when shape.Schema["properties"] is { IsObject: true, Members.Length: > 0 } => BindRecord(
                schema,
                shape,
                typeName,
                context
            ),
            "object" => new JsonObjectModel(),
            _ => UnionBinder.Bind(shape.Schema, typeName, parameter, context) ?? new JsonModel(),
        };

    private static ListModel BindList(JsonNode schema, string typeName, string parameter, BindingContext context)
    {
        JsonNode? items = schema["items"];
        if (items is not { Kind: JsonKind.Object or JsonKind.False } || schema["prefixItems"] is not null)
        {
            return new ListModel(new JsonModel());
        }

        string itemTypeName = CSharpName.Singular(typeName) ?? typeName + "Item";
        ValueModel item = Bind(items, itemTypeName, parameter, context);
        return new ListModel(item)
        {
            ItemDescription = item is ObjectValueModel or EnumValueModel or UnionValueModel || items.Kind is not JsonKind.Object
                ? ""
                : Annotation.Text(context.Document.Shape(items).Schema, "description", context.Findings) ?? "",
        };
    }

    private static ObjectValueModel BindRecord(JsonNode schema, SchemaShape shape, string typeName, BindingContext context)
    {
        string name = context.Names.Claim(typeName, schema.Span);
        var value = new ObjectValueModel(name);
        context.Definitions.Announce(schema, value);
        int place = context.Types.Objects.Count;
        ObjectModel model = ObjectBinder.Bind(schema, shape, name, name, ReservedNames.ObjectMembers, context);

        // In the schema's order: the record before those nested in it.
        context.Types.Objects.Insert(place, model);
        return value;
    }

    private static ValueModel WithJsonCheck(ValueModel value, JsonNode schema, string parameter, bool isNeeded, BindingContext context) =>
        isNeeded ? value with { JsonCheck = context.Checks.Reference(schema, parameter) } : value;

    /// <summary>The keyword that lists the only values allowed.</summary>
    private static string? Closed(JsonNode schema) =>
        KnownKeywords.IsClosed(schema) ? "enum"
        : schema["const"] is not null ? "const"
        : null;

    private static bool AllowsNull(SchemaShape shape, IReadOnlyList<string> types, BindingContext context)
    {
        bool isNullable = shape.AllowsNull || Annotation.Flag(shape.Schema, "nullable", context.Findings);
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
