using System.Text.Json;

namespace Kling.CompilerServices;

internal sealed class JsonType : KlingType<JsonElement>
{
    /// <exception cref="InvalidOperationException">A string in it is not valid Unicode, so it could not be written again.</exception>
    internal override JsonElement Read(JsonElement json, ref KlingValidation validation)
    {
        JsonText.RequireUnicode(json);
        return json.Clone();
    }

    internal override void Write(Utf8JsonWriter writer, JsonElement value) => KlingWrite.Json(writer, value);

    internal override void Validate(JsonElement value, ref KlingValidation validation)
    {
        // Any JSON is valid.
    }
}
