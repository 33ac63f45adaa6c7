using System.Text.Json;

namespace Kling.CompilerServices;

/// <summary>A value type as records store it: null means "not assigned" and is never read or written.</summary>
internal sealed class StoredValueType<T>(KlingType<T> type) : KlingType<T?>
    where T : struct
{
    internal override T? Read(JsonElement json, ref KlingValidation validation) => type.Read(json, ref validation);

    internal override void Write(Utf8JsonWriter writer, T? value) => type.Write(writer, value.GetValueOrDefault());

    internal override void Validate(T? value, ref KlingValidation validation) => type.Validate(value.GetValueOrDefault(), ref validation);
}
