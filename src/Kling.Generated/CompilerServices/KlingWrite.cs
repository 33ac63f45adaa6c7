using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Kling.CompilerServices;

/// <summary>C# values into JSON values: what <see cref="Utf8JsonWriter"/> does not take as it is.</summary>
internal static class KlingWrite
{
    /// <summary>The compact JSON of what is written.</summary>
    public static string ToJson(Action<Utf8JsonWriter> write, JsonWriterOptions options = default)
    {
        using var buffer = new PooledBuffer();
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenMemory.Span);
    }

    /// <summary>A number. What JSON cannot say is written as a string: the server refuses it, but a log can still show it.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The number.</param>
    public static void Number(Utf8JsonWriter writer, double value)
    {
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
    /// <param name="value">The value; <c>default(JsonElement)</c>, which is not JSON, is written as null.</param>
    public static void Json(Utf8JsonWriter writer, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Undefined)
        {
            writer.WriteNullValue();
        }
        else
        {
            value.WriteTo(writer);
        }
    }
}
