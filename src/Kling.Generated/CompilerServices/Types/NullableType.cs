using System.Text.Json;

namespace Kling.CompilerServices;

/// <summary>A value of a reference type, or null.</summary>
internal sealed class NullableType<T>(KlingType<T> type) : KlingType<T?>
    where T : class
{
    internal override bool AllowsNull => true;

    internal override T? Read(JsonElement json, ref KlingValidation validation) =>
        KlingRead.IsNull(json) ? null : type.Read(json, ref validation);

    internal override void Write(Utf8JsonWriter writer, T? value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            type.Write(writer, value);
        }
    }

    internal override void Validate(T? value, ref KlingValidation validation)
    {
        if (value is not null)
        {
            type.Validate(value, ref validation);
        }
    }

    internal override T? WithExplicitDefaults(T? value) => value is null ? null : type.WithExplicitDefaults(value);

    internal override int Count(T? value) => value is null ? 0 : type.Count(value);
}
