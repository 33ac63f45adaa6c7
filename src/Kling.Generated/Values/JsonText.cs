using System.Text.Json;

namespace Kling;

/// <summary>
/// The texts inside a JSON value. JSON's grammar lets an escape such as <c>\ud800</c> stand alone, but no text comes of it (RFC 8259, 8.2):
/// System.Text.Json takes it when it parses and throws when it reads or writes.
/// </summary>
internal static class JsonText
{
    /// <summary>Reads every text and every name, so that whoever keeps the value can rely on them.</summary>
    /// <param name="json">The value.</param>
    /// <exception cref="InvalidOperationException">One of them is not valid Unicode.</exception>
    public static void Read(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                _ = json.GetString();
                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in json.EnumerateArray())
                {
                    Read(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (JsonProperty member in json.EnumerateObject())
                {
                    _ = member.Name;
                    Read(member.Value);
                }

                break;
        }
    }
}
