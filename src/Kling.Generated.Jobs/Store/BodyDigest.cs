using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Kling;

/// <summary>
/// A hash of a request: requests that are equal as JSON have the same. Unconfirmed submits with the same hash are resolved together, because
/// the account's history cannot tell them apart.
/// </summary>
internal static class BodyDigest
{
    public static string Of(string slug, JsonElement body)
    {
        var buffer = new ArrayBufferWriter<byte>();
        buffer.Write(Encoding.UTF8.GetBytes(slug.ToLowerInvariant()));
        Write(body, buffer);
        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }

    private static void Write(JsonElement value, ArrayBufferWriter<byte> buffer)
    {
        buffer.Write([(byte)value.ValueKind]);
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                // The last one counts if a name is there twice.
                var members = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
                foreach (JsonProperty member in value.EnumerateObject())
                {
                    members[member.Name] = member.Value;
                }

                foreach ((string name, JsonElement member) in members)
                {
                    WriteText(name, buffer);
                    Write(member, buffer);
                }

                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in value.EnumerateArray())
                {
                    Write(item, buffer);
                }

                break;
            case JsonValueKind.String:
                WriteText(value.GetString()!, buffer);
                break;
            case JsonValueKind.Number:
                // 1, 1.0 and 1e0 are equal. Different numbers may have the same text: then two requests are resolved together without need.
                WriteText(value.GetDouble().ToString("R", CultureInfo.InvariantCulture), buffer);
                break;
            default:
                break;
        }

        buffer.Write([(byte)0xFF]);
    }

    private static void WriteText(string text, ArrayBufferWriter<byte> buffer)
    {
        buffer.Write(Encoding.UTF8.GetBytes(text));
        buffer.Write([(byte)0xFF]);
    }
}
