using System.Text.Json.Nodes;
using Kling.Emulator;

namespace Kling.Tests.AI;

/// <summary>
/// A body as a language model would write it by a strict schema, which is all that it knows: every property, null for what is not set, and
/// JSON text where the schema wants text.
/// </summary>
internal sealed class StrictInstance(JsonObject root)
{
    private readonly Dictionary<string, SchemaJudge> _judges = new(StringComparer.Ordinal);

    /// <summary>The body, or <see langword="null"/> if the schema has no place for it.</summary>
    public JsonNode? Of(JsonNode? body, JsonObject schema, out bool fits)
    {
        fits = true;
        if (schema["$ref"] is { } reference)
        {
            return Of(body, root["$defs"]![((string)reference!)["#/$defs/".Length..]]!.AsObject(), out fits);
        }

        if (schema["anyOf"] is JsonArray choices)
        {
            foreach (JsonNode? choice in choices)
            {
                JsonNode? value = Of(body, choice!.AsObject(), out bool isOne);
                if (isOne && Judge(choice.AsObject()).Judge(value?.ToJsonString() ?? "null").Count == 0)
                {
                    return value;
                }
            }

            fits = false;
            return null;
        }

        if (schema["properties"] is JsonObject properties && body is JsonObject own)
        {
            return Object(own, properties, out fits);
        }

        if (schema["items"] is JsonObject items && body is JsonArray list)
        {
            bool all = true;
            var written = new JsonArray();
            foreach (JsonNode? item in list)
            {
                written.Add(Of(item, items, out bool one));
                all &= one;
            }

            fits = all;
            return written;
        }

        bool isText = ((string?)schema["description"] ?? "").EndsWith("Pass the value as JSON text.", StringComparison.Ordinal);
        return isText ? body?.ToJsonString() ?? "null" : body?.DeepClone();
    }

    private JsonObject Object(JsonObject body, JsonObject properties, out bool fits)
    {
        fits = body.All(member => properties.ContainsKey(member.Key));
        var written = new JsonObject();
        foreach ((string name, JsonNode? property) in properties)
        {
            bool one = true;
            written[name] = body.TryGetPropertyValue(name, out JsonNode? value) ? Of(value, property!.AsObject(), out one) : null;
            fits &= one;
        }

        return written;
    }

    private SchemaJudge Judge(JsonObject schema)
    {
        string text = schema.ToJsonString();
        if (!_judges.TryGetValue(text, out SchemaJudge? judge))
        {
            JsonObject document = schema.DeepClone().AsObject();
            if (root["$defs"] is { } definitions)
            {
                document["$defs"] = definitions.DeepClone();
            }

            judge = new SchemaJudge(document.ToJsonString());
            _judges.Add(text, judge);
        }

        return judge;
    }
}
