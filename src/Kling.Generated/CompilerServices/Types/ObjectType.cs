using System.Text.Json;

namespace Kling.CompilerServices;

internal sealed class ObjectType<T> : KlingType<T>
    where T : KlingRecord<T>, IKlingFields<T>
{
    internal override T? Read(JsonElement json, ref KlingValidation validation) => KlingFields<T>.Instance.Read(json, ref validation);

    internal override void Write(Utf8JsonWriter writer, T value) => KlingFields<T>.Instance.Write(writer, value);

    internal override void Validate(T value, ref KlingValidation validation) => KlingFields<T>.Instance.Validate(value, ref validation);

    internal override T WithExplicitDefaults(T value) => value.WithExplicitDefaults();
}
