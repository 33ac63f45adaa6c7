using System.Globalization;
using System.Text.Json.Nodes;

namespace Kling.SourceGenerator.Tests.Judge;

/// <summary>Schemas at random from the whole dialect, nonsensical combinations among them.</summary>
internal sealed class RandomSchema(Random random)
{
    private const int Definitions = 3;
    private const int MaxDepth = 3;

    /// <summary>How many definitions may be referred to here: a schema that applies itself to the same value means nothing.</summary>
    private int _known = Definitions;

    /// <summary>The schema of a model with a few parameters.</summary>
    public JsonObject Model()
    {
        var model = new JsonObject { ["type"] = "object" };
        AddObject(model, MaxDepth);
        if (model["properties"] is not JsonObject)
        {
            model["properties"] = new JsonObject { ["a"] = Below(MaxDepth) };
        }

        AddReferences(model["properties"]!.AsObject());
        var definitions = new JsonObject();
        for (int i = 0; i < Definitions; i++)
        {
            _known = i;
            definitions[Name(i)] = Any(MaxDepth - 1);
        }

        model["$defs"] = definitions;

        // As it is read from a file: every number is its token.
        return JsonNode.Parse(model.ToJsonString())!.AsObject();
    }

    /// <summary>The first text names the items of the first list.</summary>
    private static void AddReferences(JsonObject properties)
    {
        JsonObject? text = properties.Select(static pair => pair.Value).OfType<JsonObject>().FirstOrDefault(static schema => IsOf(schema, "string") && !schema.ContainsKey("format"));
        string? list = properties.FirstOrDefault(static pair => pair.Value is JsonObject schema && IsOf(schema, "array") && !schema.ContainsKey("prefixItems")).Key;
        if (text is not null && list is not null)
        {
            text["x-references"] = new JsonArray(new JsonObject { ["marker"] = Vocabulary.Marker, ["list"] = list });
        }
    }

    private static bool IsOf(JsonObject schema, string type) =>
        schema["type"] is JsonValue value && value.GetValue<string>() == type && !schema.ContainsKey("enum");

    private static string Name(int definition) => "d" + definition.ToString(CultureInfo.InvariantCulture);

    /// <summary>A schema for another value than the one around it: it may refer to any definition.</summary>
    private JsonNode Below(int depth)
    {
        (int before, _known) = (_known, Definitions);
        JsonNode schema = Any(depth);
        _known = before;
        return schema;
    }

    private JsonNode Any(int depth)
    {
        if (random.Percent(4))
        {
            return JsonValue.Create(random.Percent(75));
        }

        var schema = new JsonObject();
        switch (random.Next(depth > 0 ? 16 : 9))
        {
            case 0 or 1:
                AddTyped(schema, "string", depth);
                break;
            case 2:
                AddTyped(schema, "integer", depth);
                break;
            case 3:
                AddTyped(schema, "number", depth);
                break;
            case 4:
                AddTyped(schema, random.Pick("boolean", "null"), depth);
                break;
            case 5:
                schema["enum"] = Constants(atLeast: 1);
                break;
            case 6:
                schema["const"] = Constant();
                break;
            case 7:
                AddTypes(schema, depth);
                break;
            case 8 when _known > 0:
                AddReference(schema, depth);
                break;
            case 9 or 10:
                AddTyped(schema, "object", depth);
                break;
            case 11 or 12:
                AddTyped(schema, "array", depth);
                break;
            case 13:
                AddNullable(schema, depth);
                break;
            case 14:
                AddChoice(schema, random.Pick("anyOf", "oneOf", "allOf"), depth);
                break;
            default:
                AddUntyped(schema, depth);
                break;
        }

        return schema;
    }

    private void AddTyped(JsonObject schema, string type, int depth)
    {
        schema["type"] = type;
        AddConstraints(schema, type, depth);
        if (random.Percent(8))
        {
            schema["enum"] = Constants(atLeast: 2);
        }

        if (random.Percent(10))
        {
            schema["nullable"] = random.Percent(70);
        }
    }

    private void AddTypes(JsonObject schema, int depth)
    {
        string[] types = random.Some(Vocabulary.Types, 1, 3);
        schema["type"] = new JsonArray([.. types.Select(static type => JsonValue.Create(type))]);
        foreach (string type in types)
        {
            AddConstraints(schema, type, depth);
        }
    }

    /// <summary>Keywords of several types without a type.</summary>
    private void AddUntyped(JsonObject schema, int depth)
    {
        foreach (string type in random.Some(Vocabulary.Types, 1, 3))
        {
            AddConstraints(schema, type, depth);
        }
    }

    private void AddReference(JsonObject schema, int depth)
    {
        schema["$ref"] = "#/$defs/" + Name(random.Next(_known));
        if (random.Percent(25))
        {
            AddConstraints(schema, random.Pick(Vocabulary.Types), depth - 1);
        }
    }

    private void AddNullable(JsonObject schema, int depth)
    {
        JsonNode[] alternatives = [Any(depth - 1), new JsonObject { ["type"] = "null" }];
        random.Shuffle(alternatives);
        schema[random.Pick("anyOf", "oneOf")] = new JsonArray(alternatives);
    }

    private void AddChoice(JsonObject schema, string keyword, int depth)
    {
        if (random.Percent(30))
        {
            AddConstraints(schema, random.Pick(Vocabulary.Types), depth - 1);
        }

        schema[keyword] = new JsonArray([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Any(depth - 1))]);
    }

    private void AddConstraints(JsonObject schema, string type, int depth)
    {
        switch (type)
        {
            case "string":
                AddCount(schema, "minLength", "maxLength");
                Maybe(schema, "pattern", 20, () => random.Pick(Vocabulary.Patterns));
                Maybe(schema, "format", 20, () => random.Pick(Vocabulary.Formats));
                break;
            case "integer" or "number":
                AddNumber(schema);
                break;
            case "array":
                AddArray(schema, depth - 1);
                break;
            case "object":
                AddObject(schema, depth - 1);
                break;
        }
    }

    private void AddNumber(JsonObject schema)
    {
        Maybe(schema, random.Pick("minimum", "exclusiveMinimum"), 30, () => Vocabulary.Number(random.Pick(Vocabulary.Limits)));
        Maybe(schema, random.Pick("maximum", "exclusiveMaximum"), 30, () => Vocabulary.Number(random.Pick(Vocabulary.Limits)));
        Maybe(schema, "multipleOf", 20, () => Vocabulary.Number(random.Pick(Vocabulary.Divisors)));

        // As draft 4 wrote it.
        if (schema["maximum"] is not null && schema["exclusiveMaximum"] is null)
        {
            Maybe(schema, "exclusiveMaximum", 10, () => random.Percent(50));
        }
    }

    private void AddArray(JsonObject schema, int depth)
    {
        AddCount(schema, "minItems", "maxItems");
        Maybe(schema, "uniqueItems", 20, static () => true);
        if (depth > 0)
        {
            Maybe(schema, "items", 80, () => Below(depth));
            Maybe(schema, "prefixItems", 20, () => new JsonArray([.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Below(depth))]));
        }
    }

    private void AddObject(JsonObject schema, int depth)
    {
        AddCount(schema, "minProperties", "maxProperties", 8);
        Maybe(schema, "required", 50, () => NameList(0, 2));
        Maybe(schema, "dependentRequired", 10, () => Members(1, 2, () => NameList(1, 2)));
        if (depth <= 0)
        {
            Maybe(schema, "additionalProperties", 15, () => random.Percent(30));
            return;
        }

        Maybe(schema, "properties", 80, () => Members(1, 4, () => Below(depth)));
        Maybe(schema, "additionalProperties", 30, () => random.Percent(40) ? JsonValue.Create(false) : Below(depth - 1));
        Maybe(schema, "patternProperties", 12, () => new JsonObject { [random.Pick(Vocabulary.Patterns)] = Below(depth - 1) });
        Maybe(schema, "propertyNames", 10, () => NameSchema());
    }

    private JsonObject NameSchema()
    {
        var schema = new JsonObject();
        AddConstraints(schema, "string", 0);
        return schema;
    }

    private void AddCount(JsonObject schema, string least, string most, int chance = 25)
    {
        Maybe(schema, least, chance, () => random.Next(4));
        Maybe(schema, most, chance, () => random.Next(5));
    }

    private JsonObject Members(int atLeast, int atMost, Func<JsonNode> value) =>
        new(random.Some(Vocabulary.Names, atLeast, atMost).Select(name => KeyValuePair.Create<string, JsonNode?>(name, value())));

    private JsonArray NameList(int atLeast, int atMost) => new([.. random.Some(Vocabulary.Names, atLeast, atMost).Select(static name => JsonValue.Create(name))]);

    private JsonArray Constants(int atLeast) =>
        new([.. Enumerable.Range(0, random.Next(atLeast, 5)).Select(_ => Constant()).DistinctBy(static value => value?.ToJsonString())]);

    private JsonNode? Constant() => random.Next(12) switch
    {
        < 5 => random.Pick(Vocabulary.Strings),
        < 8 => Vocabulary.Number(random.Pick(Vocabulary.Integers)),
        8 => Vocabulary.Number(random.Pick(Vocabulary.Numbers)),
        9 => random.Percent(50),
        10 => null,
        _ => random.Percent(50) ? new JsonArray(1, "a") : new JsonObject { ["a"] = 1 },
    };

    private void Maybe(JsonObject schema, string keyword, int chance, Func<JsonNode?> value)
    {
        if (random.Percent(chance) && !schema.ContainsKey(keyword))
        {
            schema[keyword] = value();
        }
    }
}
