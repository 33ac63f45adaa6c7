using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kling.CompilerServices;

/// <summary>How a closed enum travels: its members as JSON values. Generated code derives one per enum.</summary>
/// <typeparam name="T">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class KlingEnumJsonConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    /// <summary>The allowed values, as JSON texts with commas between, for messages.</summary>
    public abstract string Allowed { get; }

    /// <summary>The allowed values as a JSON array.</summary>
    internal JsonElement AllowedValues => KlingJsonConstant.Parse($"[{Allowed}]");

    /// <summary>Whether a value is a member.</summary>
    /// <param name="value">The value.</param>
    public abstract bool IsDefined(T value);

    /// <summary>The member that a JSON value stands for.</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="value">The member.</param>
    /// <returns>Whether there is one.</returns>
    public abstract bool TryRead(JsonElement json, out T value);

    /// <summary>Writes a member's JSON value; for a number that is no member, a value that is none of the allowed ones.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The member.</param>
    public abstract void Write(Utf8JsonWriter writer, T value);

    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is not allowed; the message names those that are.</exception>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return TryRead(document.RootElement, out T value)
            ? value
            : throw new JsonException(KlingValidation.NotAllowed(KlingRead.Describe(document.RootElement), AllowedValues));
    }

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => Write(writer, value);

    /// <summary>Where a JSON value stands in a list of values, or -1.</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="values">A JSON array.</param>
    protected static int IndexOf(JsonElement json, JsonElement values)
    {
        int index = 0;
        foreach (JsonElement value in values.EnumerateArray())
        {
            if (JsonElementComparer.Instance.Equals(json, value))
            {
                return index;
            }

            index++;
        }

        return -1;
    }

    /// <summary>
    /// Writes a number that is no member where the values are not all integers. The number alone could be one of them, or of another
    /// type that a union has.
    /// </summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="number">The number.</param>
    protected static void WriteUndefined(Utf8JsonWriter writer, long number)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"undefined value {number}"));
    }

    /// <summary>The JSON value as an integer, if it is one that fits.</summary>
    /// <param name="json">The JSON value.</param>
    protected static long? Integer(JsonElement json) =>
        json.ValueKind is JsonValueKind.Number ? JsonNumber.ToInt64(json, out _) : null;

    /// <summary>The JSON value as a text, if it is a valid one.</summary>
    /// <param name="json">The JSON value.</param>
    protected static string? String(JsonElement json)
    {
        var validation = default(KlingValidation);
        return json.ValueKind is JsonValueKind.String ? KlingRead.String(json, ref validation) : null;
    }
}
