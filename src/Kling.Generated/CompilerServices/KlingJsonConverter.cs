using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kling;

/// <summary>
/// Reads and writes a generated record for System.Text.Json with the record's own code, so trimmed and native AOT
/// applications need no metadata for it.
/// </summary>
/// <typeparam name="T">The generated record.</typeparam>
public sealed class KlingJsonConverter<T> : JsonConverter<T>
    where T : class, IKlingJsonObject<T>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON is not valid; the message names every violation.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return T.TryParse(document.RootElement, out T? value, out IReadOnlyList<KlingViolation> violations)
            ? value
            : throw new JsonException($"The JSON is not a valid {typeof(T).Name}: {string.Join(" ", violations)}");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(value);
        value.WriteTo(writer);
    }
}
