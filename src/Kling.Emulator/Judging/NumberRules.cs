using System.Globalization;
using System.Text.Json;

namespace Kling.Emulator;

/// <summary>
/// What numbers are here (schemas/README.md, "Patterns and numbers"): integers of 64 bits, exactly, and all others the nearest double. JSON
/// allows more, no C# type holds more, and few servers do.
/// </summary>
internal static class NumberRules
{
    private static readonly string[] Bounds = ["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf"];
    private static readonly ExactNumber Least = ExactNumber.Parse(long.MinValue.ToString(CultureInfo.InvariantCulture));
    private static readonly ExactNumber Greatest = ExactNumber.Parse(long.MaxValue.ToString(CultureInfo.InvariantCulture));

    public static bool IsBound(string keyword) => Bounds.Contains(keyword);

    public static bool IsZero(JsonElement limit) =>
        limit.ValueKind is JsonValueKind.Number && ExactNumber.Parse(limit.GetRawText()).Sign == 0;

    /// <summary>Whether NJsonSchema computes with the number's value, and not with a neighbour of it.</summary>
    public static bool IsExact(string token) =>
        decimal.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value)
        && ExactNumber.Parse(token) is var exact
        && exact == ExactNumber.Parse(value.ToString(CultureInfo.InvariantCulture))
        && (IsInt64(exact) || (!exact.IsInteger && exact == ExactNumber.Parse(Double(token).ToString("R", CultureInfo.InvariantCulture))));

    public static bool IsInt64(ExactNumber number) => number.IsInteger && number.CompareTo(Least) >= 0 && number.CompareTo(Greatest) <= 0;

    /// <summary>NJsonSchema checks the numbers that it can represent exactly; the others are checked here.</summary>
    public static void JudgeBounds(JudgedSchema schema, JudgedValue value, List<KlingViolation> violations)
    {
        if (value.Json.ValueKind is not JsonValueKind.Number)
        {
            return;
        }

        string token = value.Json.GetRawText();
        bool isExact = IsExact(token);
        foreach (string keyword in Bounds)
        {
            if (!schema.TryGetProperty(keyword, out JsonElement limit) || (isExact && IsExact(limit.GetRawText())))
            {
                continue;
            }

            _ = violations.RemoveAll(violation => violation.Keyword == keyword && violation.Path == value.Pointer);
            if (!Holds(keyword, token, limit.GetRawText()))
            {
                violations.Add(ViolationText.Bound(value, keyword, limit.GetRawText()));
            }
        }
    }

    /// <summary>A number that is too large for its type, or so close to an integer that NJsonSchema takes it for one.</summary>
    public static void JudgeSize(JudgedSchema schema, JudgedValue value, List<KlingViolation> violations)
    {
        if (value.Json.ValueKind is not JsonValueKind.Number || !schema.TryGetProperty("type", out JsonElement type))
        {
            return;
        }

        string token = value.Json.GetRawText();
        JsonElement[] types = type.ValueKind is JsonValueKind.Array ? [.. type.EnumerateArray()] : [type];
        if (types.Any(static one => one.ValueEquals("number")))
        {
            if (!double.IsFinite(Double(token)))
            {
                violations.Add(TooLarge(value, "a double", Text(double.MinValue), Text(double.MaxValue)));
            }
        }
        else if (types.Any(static one => one.ValueEquals("integer")))
        {
            var exact = ExactNumber.Parse(token);
            if (exact.IsInteger && !IsInt64(exact))
            {
                violations.Add(TooLarge(value, "a 64-bit integer", Text(long.MinValue), Text(long.MaxValue)));
            }
            else if (!exact.IsInteger && !violations.Exists(violation => violation.Keyword == "type" && violation.Path == value.Pointer))
            {
                // NJsonSchema takes the nearest double: for it, 5.00000000000000000001 is an integer.
                violations.Add(ViolationText.Type(value, schema.Json));
            }
        }
    }

    private static KlingViolation TooLarge(JudgedValue value, string type, string least, string greatest)
    {
        (string size, string side, string limit) =
            value.Json.GetRawText()[0] == '-' ? ("small", "minimum", least) : ("large", "maximum", greatest);
        return value.Violates(
            "type",
            limit,
            SentenceText.Compact(value.Json),
            $"{value.Quoted()} is too {size} for {type}: the {side} is {limit}."
        );
    }

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    /// <summary>Whether a number is greater than a limit, equal or less: exactly if it is a 64-bit integer, else both as doubles.</summary>
    public static int Compare(string number, string limit) =>
        ExactNumber.Parse(number) is var exact && IsInt64(exact)
            ? exact.CompareTo(ExactNumber.Parse(limit))
            : Double(number).CompareTo(Double(limit));

    private static bool Holds(string keyword, string number, string limit) =>
        keyword switch
        {
            "minimum" => Compare(number, limit) >= 0,
            "exclusiveMinimum" => Compare(number, limit) > 0,
            "maximum" => Compare(number, limit) <= 0,
            "exclusiveMaximum" => Compare(number, limit) < 0,
            _ => ExactNumber.Parse(number).IsMultipleOf(ExactNumber.Parse(limit)),
        };

    private static double Double(string token) => double.Parse(token, NumberStyles.Float, CultureInfo.InvariantCulture);
}
