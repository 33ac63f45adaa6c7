using System.Text.Json;

namespace Kling.CompilerServices;

public partial struct KlingValidation
{
    /// <summary><c>minLength</c>, in Unicode code points. Values that are not strings are ignored.</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="minimum">The minimum length.</param>
    public void MinLength(JsonElement json, int minimum) => MinLength(StringOf(json), minimum);

    /// <summary><c>maxLength</c>, in Unicode code points. Values that are not strings are ignored.</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="maximum">The maximum length.</param>
    public void MaxLength(JsonElement json, int maximum) => MaxLength(StringOf(json), maximum);

    /// <summary><c>pattern</c>. Values that are not strings are ignored.</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="pattern">The pattern.</param>
    public void Pattern(JsonElement json, KlingPattern pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        Pattern(StringOf(json), pattern);
    }

    /// <summary><c>format</c>. Values that are not strings are ignored.</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="format">The format's name.</param>
    public void Format(JsonElement json, string format) => Format(StringOf(json), format);

    private static string? StringOf(JsonElement json) => json.ValueKind is JsonValueKind.String ? JsonText.Read(json) : null;
}
