using System.Text.Json;

namespace Kling.Emulator;

/// <summary>Keywords that compare values as JSON does: by what they mean, not by how they are written.</summary>
internal static class EqualityRules
{
    public static void JudgeEnum(JudgedSchema schema, JudgedValue value, List<KlingViolation> violations)
    {
        if (
            schema.TryGetProperty("enum", out JsonElement allowed)
            && !allowed.EnumerateArray().Any(one => JsonEquality.AreEqual(one, value.Json))
        )
        {
            Refuse(value, violations, "enum", allowed, $"Allowed values: {SentenceText.List(allowed)}.");
        }
    }

    public static void JudgeConst(JudgedSchema schema, JudgedValue value, List<KlingViolation> violations)
    {
        if (schema.TryGetProperty("const", out JsonElement only) && !JsonEquality.AreEqual(only, value.Json))
        {
            Refuse(value, violations, "const", only, $"The value must be {SentenceText.Short(only)}.");
        }
    }

    public static void JudgeUniqueItems(JudgedSchema schema, JudgedValue value, List<KlingViolation> violations)
    {
        if (
            value.Json.ValueKind is JsonValueKind.Array
            && schema.TryGetProperty("uniqueItems", out JsonElement wanted)
            && wanted.ValueKind is JsonValueKind.True
            && HasEqualItems(value.Json)
        )
        {
            violations.Add(value.Violates("uniqueItems", "true", null, "Two items are equal; the list must not contain duplicates."));
        }
    }

    private static void Refuse(JudgedValue value, List<KlingViolation> violations, string keyword, JsonElement limit, string rule) =>
        violations.Add(
            value.Violates(
                keyword,
                SentenceText.Compact(limit),
                SentenceText.Compact(value.Json),
                $"{value.Quoted()} is not allowed. {rule}"
            )
        );

    private static bool HasEqualItems(JsonElement array) =>
        array
            .EnumerateArray()
            .Select((item, index) => (item, index))
            .Any(one => array.EnumerateArray().Take(one.index).Any(other => JsonEquality.AreEqual(one.item, other)));
}
