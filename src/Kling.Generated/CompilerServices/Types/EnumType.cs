using System.Text.Json;

namespace Kling.CompilerServices;

internal sealed class EnumType<T> : KlingType<T>
    where T : struct, Enum
{
    public static readonly EnumType<T> Instance = new();

    private readonly EnumValues<T> _values = EnumValues<T>.Instance;

    internal override T Read(JsonElement json, ref KlingValidation validation)
    {
        if (!_values.TryRead(json, out T value))
        {
            validation.ReportEnum(JsonText.Describe(json), _values.Allowed);
        }

        return value;
    }

    internal override void Write(Utf8JsonWriter writer, T value) => _values.Write(writer, value);

    internal override void Validate(T value, ref KlingValidation validation)
    {
        if (!_values.IsDefined(value))
        {
            validation.ReportEnum(value.ToString(), _values.Allowed);
        }
    }
}
