using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Kling.CompilerServices;

/// <summary>C# values into JSON values, for generated code: what <see cref="Utf8JsonWriter"/> does not take as it is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class KlingWrite
{
    /// <summary>The compact JSON of a record.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="value">The record.</param>
    public static string ToJson<T>(T value)
        where T : class, IKlingJsonObject<T>
    {
        ArgumentNullException.ThrowIfNull(value);
        return ToJson(value.WriteTo);
    }

    internal static string ToJson(Action<Utf8JsonWriter> write, JsonWriterOptions options = default)
    {
        using var buffer = new PooledBuffer();
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenMemory.Span);
    }

    /// <summary>A record, or null.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The record.</param>
    public static void Object<T>(Utf8JsonWriter writer, T? value)
        where T : class, IKlingJsonObject<T>
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            value.WriteTo(writer);
        }
    }

    /// <summary>A number. What JSON cannot say is written as a string: the server refuses it, but a log can still show it.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The number.</param>
    public static void Number(Utf8JsonWriter writer, double value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Any JSON value.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The value; <c>default(JsonElement)</c>, which is no JSON, is written as null.</param>
    public static void Json(Utf8JsonWriter writer, JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value.ValueKind is JsonValueKind.Undefined)
        {
            writer.WriteNullValue();
        }
        else
        {
            value.WriteTo(writer);
        }
    }

    /// <summary>An object of any content, or null.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The object.</param>
    public static void JsonObject(Utf8JsonWriter writer, KlingJsonObject? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        value.WriteMembersTo(writer);
        writer.WriteEndObject();
    }

    /// <summary>A list.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="writer">Where to write.</param>
    /// <param name="list">The list.</param>
    /// <param name="write">Writes one item.</param>
    public static void List<T>(Utf8JsonWriter writer, KlingList<T>? list, Action<Utf8JsonWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(write);
        if (list is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        foreach (T item in list)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
    }
}
