using System.Text.Json;

namespace Kling.CompilerServices;

/// <content> Numbers. The bounds are reported here only for a number that its C# type cannot hold: such a number cannot be validated later.
/// </content>
internal static partial class KlingRead
{
    /// <summary>An integer; <c>5.0</c> is one (JSON Schema Core, 4.2.3).</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="range">The schema's bounds.</param>
    /// <param name="least">The least value of the C# type.</param>
    /// <param name="most">The greatest value of the C# type.</param>
    /// <param name="type">The C# type, in words.</param>
    /// <param name="validation">Where violations go.</param>
    public static long? Int64(JsonElement json, NumberRange<long> range, long least, long most, string type, ref KlingValidation validation)
    {
        if (!Is(JsonValueKind.Number, "an integer", json, ref validation))
        {
            return null;
        }

        long? value = JsonNumber.ToInt64(json, out bool isInteger);
        if (!isInteger)
        {
            validation.ReportType("an integer", JsonText.Describe(json));
        }
        else if (value >= least && value <= most)
        {
            return value;
        }
        else
        {
            ReportSize(json, type, range, (least, most), ref validation);
        }

        return null;
    }

    /// <summary>A number.</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="range">The schema's bounds.</param>
    /// <param name="validation">Where violations go.</param>
    public static double? Double(JsonElement json, NumberRange<double> range, ref KlingValidation validation)
    {
        if (!Is(JsonValueKind.Number, "a number", json, ref validation))
        {
            return null;
        }

        if (json.TryGetDouble(out double value) && double.IsFinite(value))
        {
            return value;
        }

        ReportSize(json, "a double", range, (double.MinValue, double.MaxValue), ref validation);
        return null;
    }

    private static void ReportSize<T>(
        JsonElement json,
        string type,
        NumberRange<T> range,
        (T Least, T Most) ofType,
        ref KlingValidation validation
    )
        where T : struct, IFormattable
    {
        string actual = JsonText.Describe(json);
        bool isLow = actual[0] == '-';
        (T? inclusive, T? exclusive) = isLow ? (range.Minimum, range.ExclusiveMinimum) : (range.Maximum, range.ExclusiveMaximum);
        if (inclusive is { } bound)
        {
            validation.ReportBound(isLow ? "minimum" : "maximum", actual, KlingValidation.Text(bound));
        }

        if (exclusive is { } open)
        {
            validation.ReportBound(isLow ? "exclusiveMinimum" : "exclusiveMaximum", actual, KlingValidation.Text(open));
        }

        if (inclusive is null && exclusive is null)
        {
            validation.ReportSize(actual, type, KlingValidation.Text(isLow ? ofType.Least : ofType.Most));
        }
    }
}
