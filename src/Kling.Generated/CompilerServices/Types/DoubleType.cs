using System.Text.Json;

namespace Kling.CompilerServices;

internal sealed class DoubleType(NumberRange<double> range, string? multipleOf) : KlingType<double>
{
    internal override double Read(JsonElement json, ref KlingValidation validation)
    {
        if (KlingRead.Double(json, range, ref validation) is not { } value)
        {
            return 0;
        }

        Validate(value, ref validation);
        return value;
    }

    internal override void Write(Utf8JsonWriter writer, double value) => KlingWrite.Number(writer, value);

    internal override void Validate(double value, ref KlingValidation validation) => validation.Number(value, range, multipleOf);
}
