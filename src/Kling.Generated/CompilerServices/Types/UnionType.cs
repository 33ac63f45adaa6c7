using System.Text.Json;

namespace Kling.CompilerServices;

internal sealed class UnionType<T> : KlingType<T>
    where T : KlingUnion<T>, IKlingCases<T>
{
    internal override T? Read(JsonElement json, ref KlingValidation validation) => KlingCases<T>.Instance.Read(json, ref validation);

    internal override void Write(Utf8JsonWriter writer, T value) => value.WriteTo(writer);

    internal override void Validate(T value, ref KlingValidation validation) => validation.Json(value, Write, KlingCases<T>.Instance.Check);
}
