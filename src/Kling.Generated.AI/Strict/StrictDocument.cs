using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling;

/// <summary>Builds the strict schemas of one document.</summary>
internal sealed class StrictDocument
{
    private const string Definitions = "#/$defs/";

    // Schemas that are nested deeper are passed as JSON text.
    private const int Deepest = 100;

    private static readonly string[] Choices = ["anyOf", "oneOf"];

    private static readonly string[] Formats = ["date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"];

    private readonly JsonObject _root;
    private readonly Dictionary<string, StrictNode?> _definitions = new(StringComparer.Ordinal);
    private readonly SchemaFlattening _flattening;
    private readonly Stack<List<string>> _path = new();

    public StrictDocument(JsonElement schema)
    {
        _root =
            schema.ValueKind is JsonValueKind.Object
                ? JsonNode.Parse(schema.GetRawText(), null, new JsonDocumentOptions { MaxDepth = 1000 })!.AsObject()
                : [];
        _flattening = new SchemaFlattening(_root);
    }

    /// <summary>The schema of the document. It is an object wherever it declares properties.</summary>
    public StrictNode BuildRoot() =>
        _flattening.Flatten(_root, []) is { } root && !HasChoice(root) && SchemaShape.Types(root) is ["object"] && HasProperties(root)
            ? BuildObject(root)
            : Build(_root);

    /// <summary>The definitions that are referred to.</summary>
    public JsonObject WriteDefinitions()
    {
        var written = new JsonObject();
        foreach ((string name, StrictNode? definition) in _definitions.OrderBy(static definition => definition.Key, StringComparer.Ordinal))
        {
            written[name] = definition!.ToSchema();
        }

        return written;
    }

    private StrictNode Build(JsonNode? schema)
    {
        var copied = new List<string>();
        if (
            schema is not JsonObject known
            || _flattening.Flatten(known, copied) is not { } flat
            || _path.Count == Deepest
            || _path.Any(outer => outer.Intersect(copied).Any())
        )
        {
            return new StrictText(StrictDescription.OfText(schema));
        }

        // A definition that is copied into a part of itself would be copied without an end.
        _path.Push(copied);
        try
        {
            return flat.ContainsKey("$ref") ? BuildReference(flat)
                : HasChoice(flat) ? BuildChoice(flat)
                : BuildTyped(flat);
        }
        finally
        {
            _ = _path.Pop();
        }
    }

    private StrictNode BuildReference(JsonObject schema)
    {
        string? pointer = _flattening.Follow((string)schema["$ref"]!);
        if (pointer is null)
        {
            return new StrictText(StrictDescription.OfText(schema));
        }

        string name = pointer == "#" ? RootName() : pointer[Definitions.Length..];
        if (!_definitions.ContainsKey(name))
        {
            // The name is taken before the definition is built, which may refer to itself.
            _definitions[name] = null;
            _definitions[name] = Build(_flattening.Find(pointer));
        }

        return new StrictReference(name, _definitions, StrictDescription.Of(schema));
    }

    private string RootName()
    {
        string name = "root";
        while (_root["$defs"] is JsonObject definitions && definitions.ContainsKey(name))
        {
            name += "_";
        }

        return name;
    }

    /// <summary>
    /// A choice. Branches that only say which properties are required say nothing of the shape, because all are required here.
    /// </summary>
    private StrictNode BuildChoice(JsonObject schema)
    {
        string[] keywords = [.. Choices.Where(schema.ContainsKey)];
        JsonObject own = schema.DeepClone().AsObject();
        _ = own.Remove("anyOf");
        _ = own.Remove("oneOf");
        JsonArray branches = schema[keywords[0]] as JsonArray ?? [];
        if (keywords.Length > 1 || branches.Count == 0)
        {
            return new StrictText(StrictDescription.OfText(schema));
        }

        if (!branches.Any(SchemaShape.Has))
        {
            return BuildTyped(own, StrictDescription.Of(schema, "format", "additionalProperties"));
        }

        JsonObject shared = own.DeepClone().AsObject();
        foreach (string annotation in SchemaFlattening.Annotations)
        {
            _ = shared.Remove(annotation);
        }

        var choices = new List<StrictNode>();
        foreach (JsonNode? branch in branches)
        {
            StrictNode choice = Build(
                shared.Count == 0 ? branch : new JsonObject { ["allOf"] = new JsonArray(branch?.DeepClone(), shared.DeepClone()) }
            );
            choices.AddRange(choice is StrictUnion { IsPlain: true } inner ? inner.Choices : [choice]);
        }

        JsonObject annotations = own.DeepClone().AsObject();
        foreach (string keyword in shared.Select(static member => member.Key))
        {
            _ = annotations.Remove(keyword);
        }

        return Union(choices, schema, StrictDescription.Of(annotations));
    }

    /// <summary>A choice whose values can be told apart: JSON text is a text, so another text beside it could be either.</summary>
    private static StrictNode Union(List<StrictNode> choices, JsonObject schema, string? description)
    {
        bool hasText = choices.Any(static choice => choice is StrictText or StrictReference { IsText: true });
        return hasText && choices.Count(static choice => choice is not StrictScalar { IsText: false }) > 1
            ? new StrictText(StrictDescription.OfText(schema))
            : new StrictUnion(choices, description);
    }

    private StrictNode BuildTyped(JsonObject schema, string? description = null)
    {
        IReadOnlyList<string>? types = SchemaShape.Types(schema);
        if (types is null)
        {
            return new StrictText(StrictDescription.OfText(schema));
        }

        if (types is ["object"])
        {
            return HasMap(schema) || (!HasProperties(schema) && !IsClosed(schema))
                ? new StrictText(StrictDescription.OfText(schema))
                : BuildObject(schema, description);
        }

        if (types is ["array"])
        {
            return BuildArray(schema, description);
        }

        if (!types.Contains("object") && !types.Contains("array"))
        {
            string? format = types.Contains("string") && (string?)schema["format"] is { } known && Formats.Contains(known) ? known : null;
            description ??= format is null ? StrictDescription.Of(schema) : StrictDescription.Of(schema, "format");
            return new StrictScalar(types, SchemaShape.Values(schema), format, description);
        }

        List<StrictNode> choices = [.. types.Select(type => BuildTyped(SchemaShape.Only(schema, type)))];
        return Union(choices, schema, description);
    }

    private StrictNode BuildArray(JsonObject schema, string? description)
    {
        JsonNode? items = schema["items"];
        return schema.ContainsKey("prefixItems") || items?.GetValueKind() is JsonValueKind.False
            ? new StrictText(StrictDescription.OfText(schema))
            : new StrictArray(Build(items), description ?? StrictDescription.Of(schema));
    }

    private StrictObject BuildObject(JsonObject schema, string? description = null)
    {
        string[] required = SchemaMerge.Names(schema["required"]);
        JsonObject declared = schema["properties"] as JsonObject ?? [];
        var properties = new List<StrictProperty>();
        foreach (string name in declared.Select(static property => property.Key).Union(required))
        {
            JsonNode? value = declared[name];
            if (value?.GetValueKind() is not JsonValueKind.False)
            {
                properties.Add(new StrictProperty(name, Build(value), required.Contains(name)));
            }
        }

        string[] expressed = IsClosed(schema) || schema["additionalProperties"] is not JsonObject ? ["additionalProperties"] : [];
        return new StrictObject(properties, description ?? StrictDescription.Of(schema, expressed));
    }

    private static bool HasChoice(JsonObject schema) => Choices.Any(schema.ContainsKey);

    private static bool HasProperties(JsonObject schema) =>
        schema["properties"] is JsonObject { Count: > 0 } || SchemaMerge.Names(schema["required"]).Length > 0;

    private static bool HasMap(JsonObject schema) =>
        schema["patternProperties"] is JsonObject { Count: > 0 } || schema["additionalProperties"] is JsonObject { Count: > 0 };

    private static bool IsClosed(JsonObject schema) => schema["additionalProperties"]?.GetValueKind() is JsonValueKind.False;
}
