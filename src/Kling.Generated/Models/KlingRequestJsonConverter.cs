using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kling;

/// <summary>Writes a request whose type is not known at compile time, for System.Text.Json.</summary>
public sealed class KlingRequestJsonConverter : JsonConverter<IKlingRequest>
{
    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always, because the JSON does not name its model.</exception>
    public override IKlingRequest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException(
            $"JSON cannot be read as {nameof(IKlingRequest)}, because it does not say which model it is for. "
                + $"Call {nameof(KlingModel)}.{nameof(KlingModel.TryParse)} of the model, or deserialize to the model's request type."
        );

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IKlingRequest value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(value);
        value.WriteTo(writer);
    }
}
