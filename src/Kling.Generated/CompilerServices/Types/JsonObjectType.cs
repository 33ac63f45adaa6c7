using System.Text.Json;

namespace Kling.CompilerServices;

internal sealed class JsonObjectType : KlingType<KlingJsonObject>
{
    internal override KlingJsonObject? Read(JsonElement json, ref KlingValidation validation) =>
        KlingRead.IsObject(json, ref validation) ? KlingRead.Object(json) : null;

    internal override void Write(Utf8JsonWriter writer, KlingJsonObject value)
    {
        writer.WriteStartObject();
        value.WriteMembersTo(writer);
        writer.WriteEndObject();
    }

    internal override void Validate(KlingJsonObject value, ref KlingValidation validation)
    {
        // Any object is valid.
    }
}
