using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kling.CompilerServices;

/// <summary>Reads and writes a generated enum as the values of its schema, for System.Text.Json.</summary>
/// <typeparam name="T">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KlingEnumJsonConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is not allowed; the message lists the allowed values.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return EnumValues<T>.Instance.TryRead(document.RootElement, out T value)
            ? value
            : throw new JsonException(KlingValidation.NotAllowed(JsonText.Describe(document.RootElement), EnumValues<T>.Instance.Allowed));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        EnumValues<T>.Instance.Write(writer, value);
    }
}
