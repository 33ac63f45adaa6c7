using System.Text.Json;

namespace Kling.CompilerServices;

internal sealed class UriType(StringType text) : KlingType<Uri>
{
    internal override Uri? Read(JsonElement json, ref KlingValidation validation)
    {
        int before = validation.Count;
        string? value = text.Read(json, ref validation);
        return validation.Count > before ? null : new Uri(value!, UriKind.Absolute);
    }

    internal override void Write(Utf8JsonWriter writer, Uri value) => writer.WriteStringValue(value.OriginalString);

    internal override void Validate(Uri value, ref KlingValidation validation) => text.Validate(value.OriginalString, ref validation);
}
