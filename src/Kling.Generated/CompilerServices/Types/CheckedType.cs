using System.Text.Json;

namespace Kling.CompilerServices;

internal sealed class CheckedType<T>(KlingType<T> type, KlingJsonCheck check) : KlingType<T>
{
    internal override bool AllowsNull => type.AllowsNull;

    internal override T? Read(JsonElement json, ref KlingValidation validation)
    {
        int before = validation.Count;
        check(json, ref validation);
        return validation.Count == before ? type.Read(json, ref validation) : default;
    }

    internal override void Write(Utf8JsonWriter writer, T value) => type.Write(writer, value);

    internal override void Validate(T value, ref KlingValidation validation)
    {
        if (value is JsonElement json)
        {
            check(json, ref validation);
        }
        else
        {
            validation.Json(value, type.Write, check);
        }
    }

    internal override T WithExplicitDefaults(T value) => type.WithExplicitDefaults(value);

    internal override int Count(T value) => type.Count(value);
}
