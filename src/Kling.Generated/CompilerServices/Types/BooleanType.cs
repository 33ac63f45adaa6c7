using System.Text.Json;

namespace Kling.CompilerServices;

internal sealed class BooleanType : KlingType<bool>
{
    internal override bool Read(JsonElement json, ref KlingValidation validation) => KlingRead.Boolean(json, ref validation);

    internal override void Write(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

    internal override void Validate(bool value, ref KlingValidation validation)
    {
        // Every boolean is valid.
    }
}
