using System.Text.Json;

namespace Kling.CompilerServices;

internal sealed class Int32Type(NumberRange<long> range, string? multipleOf) : KlingType<int>
{
    internal override int Read(JsonElement json, ref KlingValidation validation)
    {
        if (KlingRead.Int64(json, range, int.MinValue, int.MaxValue, "a 32-bit integer", ref validation) is not { } value)
        {
            return 0;
        }

        Validate((int)value, ref validation);
        return (int)value;
    }

    internal override void Write(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

    internal override void Validate(int value, ref KlingValidation validation) => validation.Integer(value, range, multipleOf);
}
