using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Kling;

/// <summary>
/// A call's arguments as JSON. Chat clients pass them as parsed JSON, applications also as .NET values. The common types are written
/// without reflection; others by the options of Microsoft.Extensions.AI.
/// </summary>
internal static class ArgumentJson
{
    // The deepest JSON that a Utf8JsonWriter writes.
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1000 };

    /// <summary>The arguments as one JSON object.</summary>
    /// <exception cref="ArgumentException">A value cannot be written as JSON; the message says which and why.</exception>
    public static JsonElement Of(IEnumerable<KeyValuePair<string, object?>> arguments)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach ((string name, object? value) in arguments)
            {
                if (value is JsonElement { ValueKind: JsonValueKind.Undefined })
                {
                    continue;
                }

                json.WritePropertyName(name);
                try
                {
                    Write(json, value);
                }
                catch (Exception e) when (e is ArgumentException or InvalidOperationException or NotSupportedException or JsonException)
                {
                    throw new ArgumentException($"The argument '{name}' cannot be written as JSON: {e.Message}", e);
                }
            }

            json.WriteEndObject();
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory, Deep);
        return document.RootElement.Clone();
    }

    /// <summary>Parses JSON in UTF-8 of any depth that can be written.</summary>
    public static JsonElement Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Deep.MaxDepth });
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>Parses JSON text of any depth that can be written.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json, Deep);
        return document.RootElement.Clone();
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null or JsonElement { ValueKind: JsonValueKind.Undefined }:
                json.WriteNullValue();
                break;
            case JsonElement element:
                element.WriteTo(json);
                break;
            case JsonNode node:
                node.WriteTo(json);
                break;
            case JsonDocument document:
                document.WriteTo(json);
                break;
            case IKlingRequest request:
                request.WriteTo(json);
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case Uri url:
                json.WriteStringValue(url.OriginalString);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            default:
                WriteNumberOrMany(json, value);
                break;
        }
    }

    private static void WriteNumberOrMany(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case sbyte or byte or short or ushort or int or uint or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case ulong number:
                json.WriteNumberValue(number);
                break;
            case float number:
                json.WriteNumberValue(number);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case IEnumerable<KeyValuePair<string, object?>> members:
                WriteObject(json, members.Select(static member => (member.Key, member.Value)));
                break;
            case IDictionary dictionary:
                WriteObject(json, Members(dictionary));
                break;
            case IEnumerable items and not byte[]:
                WriteArray(json, items);
                break;
            default:
                WriteOther(json, value);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter json, IEnumerable<(string Key, object? Value)> members)
    {
        json.WriteStartObject();
        foreach ((string name, object? value) in members)
        {
            json.WritePropertyName(name);
            Write(json, value);
        }

        json.WriteEndObject();
    }

    private static IEnumerable<(string Key, object? Value)> Members(IDictionary dictionary)
    {
        IDictionaryEnumerator member = dictionary.GetEnumerator();
        while (member.MoveNext())
        {
            yield return member.Key is string name
                ? (name, member.Value)
                : throw new ArgumentException("the keys of a dictionary must be strings.");
        }
    }

    private static void WriteArray(Utf8JsonWriter json, IEnumerable items)
    {
        json.WriteStartArray();
        foreach (object? item in items)
        {
            Write(json, item);
        }

        json.WriteEndArray();
    }

    private static void WriteOther(Utf8JsonWriter json, object value)
    {
        if (!AIJsonUtilities.DefaultOptions.TryGetTypeInfo(value.GetType(), out JsonTypeInfo? type))
        {
            throw new ArgumentException($"the type {value.GetType()} is not known to AIJsonUtilities.DefaultOptions.");
        }

        JsonSerializer.Serialize(json, value, type);
    }
}
