using System.Globalization;
using System.Text.Json;

namespace Kling;

/// <summary>References inside a schema document: <c>#</c>, followed by a JSON Pointer (RFC 6901, 6).</summary>
internal static class SchemaPointer
{
    /// <summary>What a reference names, or <see langword="null"/> if it is not in the document.</summary>
    /// <param name="root">The document.</param>
    /// <param name="reference">The value of <c>$ref</c>.</param>
    public static JsonElement? Resolve(JsonElement root, string reference)
    {
        if (reference != "#" && !reference.StartsWith("#/", StringComparison.Ordinal))
        {
            return null;
        }

        JsonElement node = root;
        foreach (string token in Tokens(reference))
        {
            if (node.ValueKind is JsonValueKind.Object && node.TryGetProperty(token, out JsonElement member))
            {
                node = member;
            }
            else if (
                node.ValueKind is JsonValueKind.Array
                && int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
                && index < node.GetArrayLength()
            )
            {
                node = node[index];
            }
            else
            {
                return null;
            }
        }

        return node;
    }

    /// <summary>The names on the way to what a reference names.</summary>
    /// <param name="reference">The value of <c>$ref</c>.</param>
    public static IEnumerable<string> Tokens(string reference) =>
        reference
            .Split('/')
            .Skip(1)
            .Select(static token =>
                Uri.UnescapeDataString(token).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)
            );
}
