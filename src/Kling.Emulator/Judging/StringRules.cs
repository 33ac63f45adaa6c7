using System.Text.Json;

namespace Kling.Emulator;

/// <summary>Keywords that apply to strings: lengths in characters, formats and patterns.</summary>
internal static class StringRules
{
    public static void JudgeMinLength(JudgedSchema schema, JudgedValue value, List<KlingViolation> violations) =>
        JudgeLength(schema, value, violations, "minLength", -1, "minimum");

    public static void JudgeMaxLength(JudgedSchema schema, JudgedValue value, List<KlingViolation> violations) =>
        JudgeLength(schema, value, violations, "maxLength", 1, "maximum");

    public static void JudgeFormat(JudgedSchema schema, JudgedValue value, List<KlingViolation> violations)
    {
        if (
            schema.TryGetProperty("format", out JsonElement format)
            && format is { ValueKind: JsonValueKind.String }
            && value.Json.ValueKind is JsonValueKind.String
            && FormatRules.Expected(format.GetString()!, value.Json.GetString()!) is { } expected
        )
        {
            violations.Add(value.Violates("format", format.GetRawText(), value.Json.GetRawText(), $"{value.Quoted()} is {expected}."));
        }
    }

    public static void JudgePattern(JudgedSchema schema, JudgedValue value, List<KlingViolation> violations)
    {
        if (
            schema.Pattern is { } pattern
            && value.Json.ValueKind is JsonValueKind.String
            && pattern.IsMatch(value.Json.GetString()!) is not true and var isMatch
        )
        {
            string problem = isMatch is false
                ? $"does not match the pattern {pattern}."
                : $"could not be matched against the pattern {pattern} within {pattern.Longest}. Use a shorter text.";
            string limit = schema.Json.GetProperty("pattern").GetRawText();
            violations.Add(value.Violates("pattern", limit, value.Json.GetRawText(), $"{value.Quoted()} {problem}"));
        }
    }

    private static void JudgeLength(
        JudgedSchema schema,
        JudgedValue value,
        List<KlingViolation> violations,
        string keyword,
        int wrongSide,
        string side
    )
    {
        if (value.Json.ValueKind is not JsonValueKind.String || !schema.TryGetProperty(keyword, out JsonElement limit))
        {
            return;
        }

        int length = value.Json.GetString()!.EnumerateRunes().Count();
        if (Math.Sign(ExactNumber.Parse(SentenceText.Number(length)).CompareTo(ExactNumber.Parse(limit.GetRawText()))) == wrongSide)
        {
            violations.Add(
                value.Violates(
                    keyword,
                    limit.GetRawText(),
                    SentenceText.Number(length),
                    $"The text has {SentenceText.Count(length, "character", "characters")}; the {side} is {limit.GetRawText()}."
                )
            );
        }
    }
}
