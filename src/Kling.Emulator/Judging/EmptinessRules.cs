using System.Text.Json;

namespace Kling.Emulator;

/// <summary>Limits of 0: the list or the object must be empty.</summary>
internal static class EmptinessRules
{
    public static void JudgeMaxItems(JudgedSchema schema, JudgedValue value, List<KlingViolation> violations)
    {
        if (value.Json.ValueKind is JsonValueKind.Array && IsEmptyRequired(schema, "maxItems"))
        {
            Judge(value, violations, "maxItems", value.Json.GetArrayLength(), "list", ("item", "items"));
        }
    }

    public static void JudgeMaxProperties(JudgedSchema schema, JudgedValue value, List<KlingViolation> violations)
    {
        if (value.Json.ValueKind is JsonValueKind.Object && IsEmptyRequired(schema, "maxProperties"))
        {
            Judge(value, violations, "maxProperties", value.Json.EnumerateObject().Count(), "object", ("property", "properties"));
        }
    }

    private static bool IsEmptyRequired(JudgedSchema schema, string keyword) =>
        schema.TryGetProperty(keyword, out JsonElement limit) && NumberRules.IsZero(limit);

    private static void Judge(
        JudgedValue value,
        List<KlingViolation> violations,
        string keyword,
        int count,
        string what,
        (string One, string Many) parts
    )
    {
        if (count > 0)
        {
            string message = $"The {what} has {SentenceText.Count(count, parts.One, parts.Many)}; the maximum is 0.";
            violations.Add(value.Violates(keyword, "0", SentenceText.Number(count), message));
        }
    }
}
