using System.Text.Json;

namespace Kling.Emulator;

/// <summary>Keywords that require properties of an object.</summary>
internal static class ObjectRules
{
    /// <summary>Only an object can lack a property.</summary>
    public static void DropRequired(JudgedSchema schema, JudgedValue value, List<KlingViolation> violations)
    {
        if (value.Json.ValueKind is not JsonValueKind.Object)
        {
            _ = violations.RemoveAll(violation => violation.Keyword == "required" && IsMember(violation.Path, value.Pointer));
        }
    }

    public static void JudgeDependentRequired(JudgedSchema schema, JudgedValue value, List<KlingViolation> violations)
    {
        if (value.Json.ValueKind is JsonValueKind.Object && schema.TryGetProperty("dependentRequired", out JsonElement dependents))
        {
            violations.AddRange(
                from pair in dependents.EnumerateObject()
                where value.Json.TryGetProperty(pair.Name, out _)
                from other in pair.Value.EnumerateArray()
                where !value.Json.TryGetProperty(other.GetString()!, out _)
                select new KlingViolation(
                    value.PointerTo(other.GetString()!),
                    "dependentRequired",
                    null,
                    null,
                    $"This parameter is required, because '{pair.Name}' is set."
                )
            );
        }
    }

    private static bool IsMember(string path, string of) => path[..path.LastIndexOf('/')] == of;
}
