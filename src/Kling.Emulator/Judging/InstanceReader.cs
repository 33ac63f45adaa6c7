using System.Globalization;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Kling.Emulator;

/// <summary>
/// Turns an instance into the tokens that NJsonSchema judges. Newtonsoft's own reader would take comments, trailing commas, NaN, unquoted
/// names and dates for JSON; so System.Text.Json reads, and every token remembers what it was made from.
/// </summary>
internal static class InstanceReader
{
    /// <exception cref="UnreadableTextException">A string is no Unicode text.</exception>
    public static JToken Read(JudgedValue value)
    {
        JToken token = value.Json.ValueKind switch
        {
            JsonValueKind.Object => Members(value),
            JsonValueKind.Array => Items(value),
            JsonValueKind.String => new JValue(Text(value, static json => json.GetString()!)),
            JsonValueKind.Number => Number(value.Json.GetRawText()),
            JsonValueKind.True => new JValue(true),
            JsonValueKind.False => new JValue(false),
            JsonValueKind.Null => JValue.CreateNull(),
            _ => throw new ArgumentException("default(JsonElement) is not a JSON value.", nameof(value)),
        };
        token.AddAnnotation(value);
        return token;
    }

    private static JObject Members(JudgedValue value)
    {
        // If a name is duplicated, the last value counts, and only that is read.
        var last = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (JsonProperty member in value.Json.EnumerateObject())
        {
            last[Text(value, _ => member.Name)] = member.Value;
        }

        var members = new JObject();
        foreach ((string name, JsonElement json) in last)
        {
            members[name] = Read(value.Member(name, json));
        }

        return members;
    }

    private static JArray Items(JudgedValue value) =>
        [.. value.Json.EnumerateArray().Select((item, index) => Read(value.Item(index, item)))];

    // A number is an integer by its value, not by its spelling (Core, 4.2.1): 5.0 is one. NJsonSchema throws on integers beyond 64 bits;
    // they get the largest one that it takes, and NumberRules judge their size.
    private static JValue Number(string token)
    {
        var exact = ExactNumber.Parse(token);
        bool isDecimal = decimal.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value);
        return !exact.IsInteger ? new JValue(isDecimal ? value : 0.5m * exact.Sign)
            : isDecimal && value is >= long.MinValue and <= long.MaxValue ? new JValue((long)value)
            : new JValue(exact.Sign < 0 ? long.MinValue : long.MaxValue);
    }

    private static string Text(JudgedValue value, Func<JsonElement, string> read)
    {
        try
        {
            return read(value.Json);
        }
        catch (InvalidOperationException)
        {
            throw new UnreadableTextException(value);
        }
    }
}
