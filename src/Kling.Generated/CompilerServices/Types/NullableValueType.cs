using System.Text.Json;

namespace Kling.CompilerServices;

/// <summary>A value of a value type, or null.</summary>
internal sealed class NullableValueType<T>(KlingType<T> type) : KlingType<T?>
    where T : struct
{
    internal override bool AllowsNull => true;

    internal override T? Read(JsonElement json, ref KlingValidation validation) =>
        KlingRead.IsNull(json) ? null : type.Read(json, ref validation);

    internal override void Write(Utf8JsonWriter writer, T? value)
    {
        if (value is { } present)
        {
            type.Write(writer, present);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    internal override void Validate(T? value, ref KlingValidation validation)
    {
        if (value is { } present)
        {
            type.Validate(present, ref validation);
        }
    }
}
