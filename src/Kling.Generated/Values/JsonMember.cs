using System.Text.Json;

namespace Kling;

/// <summary>
/// Reads properties of a response. A property that is missing or has another type is null, so that one wrong property does not lose a
/// billed result.
/// </summary>
internal static class JsonMember
{
    private static readonly double LongestSeconds = TimeSpan.FromDays(365).TotalSeconds;

    public static JsonElement? Member(this JsonElement json, string name)
    {
        if (json.ValueKind is not JsonValueKind.Object)
        {
            return null;
        }

        try
        {
            return json.TryGetProperty(name, out JsonElement value) ? NotNull(value) : null;
        }
        catch (InvalidOperationException)
        {
            // Another member's name is not valid Unicode, such as "\ud800", and the lookup gives up at it.
            return ReadableMember(json, name);
        }
    }

    public static string? Text(this JsonElement json, string name) => json.Member(name) is { } value ? value.AsText() : null;

    /// <summary>The string, or null for any other kind, for an empty one and for one that is not Unicode.</summary>
    public static string? AsText(this JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return value.GetString() is { Length: > 0 } text ? text : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair or bytes that are not UTF-8.
            return null;
        }
    }

    public static decimal? Number(this JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDecimal(out decimal number) ? number : null;

    public static long? Integer(this JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out long number) ? number : null;

    public static TimeSpan? Seconds(this JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.Number } value
        && value.TryGetDouble(out double seconds)
            ? Seconds(seconds)
            : null;

    /// <summary>A duration in seconds; null for a negative one and for a year or more.</summary>
    public static TimeSpan? Seconds(double seconds) => seconds >= 0 && seconds < LongestSeconds ? TimeSpan.FromSeconds(seconds) : null;

    private static JsonElement? ReadableMember(JsonElement json, string name)
    {
        JsonElement? found = null;
        foreach (JsonProperty member in json.EnumerateObject())
        {
            try
            {
                found = member.NameEquals(name) ? member.Value : found;
            }
            catch (InvalidOperationException)
            {
                // This is the member that is not readable.
            }
        }

        return found is { } value ? NotNull(value) : null;
    }

    private static JsonElement? NotNull(JsonElement value) => value.ValueKind is JsonValueKind.Null ? null : value;

    /// <summary>An absolute http or https address, or null.</summary>
    public static Uri? Address(this JsonElement json, string name) => json.Text(name) is { } text ? HttpUrl.Read(text) : null;
}
