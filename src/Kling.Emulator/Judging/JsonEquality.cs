using System.Text.Json;

namespace Kling.Emulator;

/// <summary>
/// Equality of JSON values as JSON Schema defines it (Core, 4.2.2): numbers by value, strings by code point, arrays by item, objects
/// regardless of order. The emulator has its own, so that it does not judge the client with the client's code.
/// </summary>
internal static class JsonEquality
{
    public static bool AreEqual(JsonElement left, JsonElement right) =>
        left.ValueKind == right.ValueKind
        && left.ValueKind switch
        {
            JsonValueKind.Number => ExactNumber.Parse(left.GetRawText()) == ExactNumber.Parse(right.GetRawText()),
            JsonValueKind.String => left.GetString() == right.GetString(),
            JsonValueKind.Array => left.GetArrayLength() == right.GetArrayLength()
                && left.EnumerateArray().Zip(right.EnumerateArray()).All(static pair => AreEqual(pair.First, pair.Second)),
            JsonValueKind.Object => AreEqual(Members(left), Members(right)),
            _ => true,
        };

    private static bool AreEqual(Dictionary<string, JsonElement> left, Dictionary<string, JsonElement> right) =>
        left.Count == right.Count
        && left.All(member => right.TryGetValue(member.Key, out JsonElement other) && AreEqual(member.Value, other));

    // If a name is duplicated, the last value counts.
    private static Dictionary<string, JsonElement> Members(JsonElement json)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (JsonProperty member in json.EnumerateObject())
        {
            members[member.Name] = member.Value;
        }

        return members;
    }
}
