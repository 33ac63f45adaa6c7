using System.Globalization;
using System.Text.Json;

namespace Kling.CompilerServices;

/// <content>
/// Numbers. The bounds are reported here only for a number that its C# type cannot hold: such a number cannot be checked later.
/// </content>
public static partial class KlingRead
{
    /// <summary>A 32-bit integer.</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="validation">Where violations go.</param>
    /// <param name="minimum">The schema's <c>minimum</c>.</param>
    /// <param name="exclusiveMinimum">The schema's <c>exclusiveMinimum</c>.</param>
    /// <param name="maximum">The schema's <c>maximum</c>.</param>
    /// <param name="exclusiveMaximum">The schema's <c>exclusiveMaximum</c>.</param>
    public static int? Int32(
        JsonElement json,
        ref KlingValidation validation,
        long? minimum = null,
        long? exclusiveMinimum = null,
        long? maximum = null,
        long? exclusiveMaximum = null)
    {
        if (!IsInteger(json, ref validation, out long? value))
        {
            return null;
        }

        if (value is >= int.MinValue and <= int.MaxValue)
        {
            return (int)value;
        }

        var low = Bound.Of<long>(minimum, exclusiveMinimum, int.MinValue);
        var high = Bound.Of<long>(maximum, exclusiveMaximum, int.MaxValue);
        ReportSize(json, "a 32-bit integer", low, high, ref validation);
        return null;
    }

    /// <summary>A 64-bit integer; <c>5.0</c> is one (JSON Schema Core, 4.2.3).</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="validation">Where violations go.</param>
    /// <param name="minimum">The schema's <c>minimum</c>.</param>
    /// <param name="exclusiveMinimum">The schema's <c>exclusiveMinimum</c>.</param>
    /// <param name="maximum">The schema's <c>maximum</c>.</param>
    /// <param name="exclusiveMaximum">The schema's <c>exclusiveMaximum</c>.</param>
    public static long? Int64(
        JsonElement json,
        ref KlingValidation validation,
        long? minimum = null,
        long? exclusiveMinimum = null,
        long? maximum = null,
        long? exclusiveMaximum = null)
    {
        if (IsInteger(json, ref validation, out long? value) && value is null)
        {
            var low = Bound.Of(minimum, exclusiveMinimum, long.MinValue);
            var high = Bound.Of(maximum, exclusiveMaximum, long.MaxValue);
            ReportSize(json, "a 64-bit integer", low, high, ref validation);
        }

        return value;
    }

    /// <summary>A number.</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="validation">Where violations go.</param>
    /// <param name="minimum">The schema's <c>minimum</c>.</param>
    /// <param name="exclusiveMinimum">The schema's <c>exclusiveMinimum</c>.</param>
    /// <param name="maximum">The schema's <c>maximum</c>.</param>
    /// <param name="exclusiveMaximum">The schema's <c>exclusiveMaximum</c>.</param>
    public static double? Double(
        JsonElement json,
        ref KlingValidation validation,
        double? minimum = null,
        double? exclusiveMinimum = null,
        double? maximum = null,
        double? exclusiveMaximum = null)
    {
        if (!Is(JsonValueKind.Number, "a number", json, ref validation))
        {
            return null;
        }

        if (json.TryGetDouble(out double value) && double.IsFinite(value))
        {
            return value;
        }

        var low = Bound.Of(minimum, exclusiveMinimum, double.MinValue);
        var high = Bound.Of(maximum, exclusiveMaximum, double.MaxValue);
        ReportSize(json, "a double", low, high, ref validation);
        return null;
    }

    /// <param name="json">The JSON value.</param>
    /// <param name="validation">Where violations go.</param>
    /// <param name="value">The integer, or <see langword="null"/> if it does not fit 64 bits.</param>
    /// <returns>Whether the value is an integer, of any size.</returns>
    private static bool IsInteger(JsonElement json, ref KlingValidation validation, out long? value)
    {
        value = null;
        if (!Is(JsonValueKind.Number, "an integer", json, ref validation))
        {
            return false;
        }

        value = JsonNumber.ToInt64(json, out bool isInteger);
        if (!isInteger)
        {
            validation.ReportType("an integer", Describe(json));
        }

        return isInteger;
    }

    private static void ReportSize(JsonElement json, string type, Bound low, Bound high, ref KlingValidation validation)
    {
        string actual = Describe(json);
        bool isLow = actual[0] == '-';
        Bound bound = isLow ? low : high;
        if (bound.Inclusive is { } inclusive)
        {
            validation.ReportBound(isLow ? "minimum" : "maximum", actual, inclusive);
        }

        if (bound.Exclusive is { } exclusive)
        {
            validation.ReportBound(isLow ? "exclusiveMinimum" : "exclusiveMaximum", actual, exclusive);
        }

        if (bound is { Inclusive: null, Exclusive: null })
        {
            validation.ReportSize(actual, type, bound.OfType);
        }
    }

    /// <summary>One side of a range: the schema's bounds and the bound of the C# type.</summary>
    private readonly record struct Bound(string? Inclusive, string? Exclusive, string OfType)
    {
        public static Bound Of<T>(T? inclusive, T? exclusive, T ofType)
            where T : struct, IFormattable =>
            new(Text(inclusive), Text(exclusive), Text<T>(ofType)!);

        private static string? Text<T>(T? number)
            where T : struct, IFormattable =>
            number?.ToString(null, CultureInfo.InvariantCulture);
    }
}
