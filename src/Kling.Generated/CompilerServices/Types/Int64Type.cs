using System.Text.Json;

namespace Kling.CompilerServices;

internal sealed class Int64Type(NumberRange<long> range, string? multipleOf) : KlingType<long>
{
    internal override long Read(JsonElement json, ref KlingValidation validation)
    {
        if (KlingRead.Int64(json, range, long.MinValue, long.MaxValue, "a 64-bit integer", ref validation) is not { } value)
        {
            return 0;
        }

        Validate(value, ref validation);
        return value;
    }

    internal override void Write(Utf8JsonWriter writer, long value) => writer.WriteNumberValue(value);

    internal override void Validate(long value, ref KlingValidation validation) => validation.Integer(value, range, multipleOf);
}
