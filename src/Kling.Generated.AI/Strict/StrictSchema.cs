using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling;

/// <summary>
/// A schema in the strict subset of JSON Schema that APIs with structured outputs take, and the way back: every property is required and
/// every object closed, so a parameter that is not set is null, and such a null is dropped when arguments are read. What the subset cannot
/// say is in the descriptions. Values without a fixed shape are JSON text.
/// </summary>
internal sealed class StrictSchema
{
    // A root that is not one object, such as a choice, becomes a property, because the arguments of a call are an object.
    private const string Input = "input";

    private const string Unset = "Null means that a parameter is not set.";

    private readonly StrictNode _root;
    private readonly bool _isWrapped;

    private StrictSchema(StrictNode root, JsonElement schema)
    {
        _root = root;
        _isWrapped = root is not StrictObject;
        Schema = schema;
    }

    /// <summary>The strict schema.</summary>
    public JsonElement Schema { get; }

    /// <summary>The strict schema of a JSON Schema 2020-12 whose references stay in the document.</summary>
    public static StrictSchema Of(JsonElement schema)
    {
        var document = new StrictDocument(schema);
        StrictNode root = document.BuildRoot();
        JsonObject written = root is StrictObject ? root.ToSchema() : Wrap(root);
        written["description"] = ((string?)written["description"] is { } text ? text + " " : "") + Unset;
        if (document.WriteDefinitions() is { Count: > 0 } definitions)
        {
            written["$defs"] = definitions;
        }

        return new StrictSchema(root, Parse(json => written.WriteTo(json)));
    }

    /// <summary>Arguments by the strict schema as arguments by the schema itself. What does not match the schema stays as it is.</summary>
    public JsonElement Read(JsonElement arguments)
    {
        if (!_isWrapped)
        {
            return Parse(json => _root.Read(arguments, json));
        }

        return arguments.ValueKind is JsonValueKind.Object && arguments.TryGetProperty(Input, out JsonElement input)
            ? Parse(json => _root.Read(input, json))
            : arguments;
    }

    private static JsonObject Wrap(StrictNode root) =>
        new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { [Input] = root.ToSchema() },
            ["required"] = new JsonArray(Input),
            ["additionalProperties"] = false,
        };

    private static JsonElement Parse(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            write(json);
        }

        return ArgumentJson.Parse(buffer.WrittenSpan);
    }
}
