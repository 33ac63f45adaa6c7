using System.Text.Json;

namespace Kling.CompilerServices;

internal sealed class StringType(int minLength, int maxLength, KlingPattern? pattern, string? format) : KlingType<string>
{
    internal override string? Read(JsonElement json, ref KlingValidation validation)
    {
        string? value = KlingRead.String(json, ref validation);
        if (value is not null)
        {
            Validate(value, ref validation);
        }

        return value;
    }

    internal override void Write(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);

    internal override void Validate(string value, ref KlingValidation validation)
    {
        if (format is not null)
        {
            validation.Format(value, format);
        }

        validation.MinLength(value, minLength);
        validation.MaxLength(value, maxLength);
        if (pattern is not null)
        {
            validation.Pattern(value, pattern);
        }
    }
}
