using System.Text.Json;

namespace Kling;

/// <summary>The members of a JSON object. If a name is duplicated, the last value counts, as everywhere in System.Text.Json.</summary>
internal static class JsonMembers
{
    /// <summary>All members, each name once.</summary>
    /// <param name="json">A JSON object.</param>
    public static Dictionary<string, JsonElement> Of(JsonElement json)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (JsonProperty member in json.EnumerateObject())
        {
            members[JsonText.Name(member)] = member.Value;
        }

        return members;
    }

    /// <summary>The value of one member.</summary>
    /// <param name="json">A JSON object.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>Whether the object has such a member.</returns>
    public static bool TryGet(JsonElement json, string name, out JsonElement value)
    {
        try
        {
            return json.TryGetProperty(name, out value);
        }
        catch (Exception e) when (e is InvalidOperationException and not ObjectDisposedException or ArgumentException)
        {
            // Half of a surrogate pair, in a name of the object or in the one that is looked for.
            return Of(json).TryGetValue(name, out value);
        }
    }
}
