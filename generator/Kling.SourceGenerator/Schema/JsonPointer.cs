using System.Globalization;

namespace Kling.SourceGenerator.Schema;

/// <summary>JSON Pointers (RFC 6901) in the form of a <c>$ref</c>: after <c>#</c>, with percent-encoding.</summary>
internal static class JsonPointer
{
    /// <summary>The node that a reference names within its document, or <see langword="null"/> if there is none.</summary>
    public static JsonNode? Resolve(JsonNode root, string reference)
    {
        if (reference == "#")
        {
            return root;
        }

        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            return null;
        }

        JsonNode? node = root;
        foreach (string token in Tokens(reference))
        {
            node = node?.Kind is JsonKind.Array ? Item(node, token) : node?[token];
        }

        return node;
    }

    /// <summary>The last name in a reference. The type that it refers to gets this name.</summary>
    public static string LastName(string reference) =>
        Tokens(reference).LastOrDefault(static token => token.Length > 0 && !char.IsDigit(token[0])) ?? "";

    /// <summary>A name as a pointer writes it.</summary>
    public static string Escape(string name) => name.Replace("~", "~0").Replace("/", "~1");

    private static IEnumerable<string> Tokens(string reference) =>
        reference.Length < 2
            ? []
            : reference.Substring(2).Split('/').Select(static token => Uri.UnescapeDataString(token).Replace("~1", "/").Replace("~0", "~"));

    // An index has no sign and no leading zero (RFC 6901, 4).
    private static JsonNode? Item(JsonNode array, string token) =>
        token.Length is > 0 and < 10
        && token.All(static c => c is >= '0' and <= '9')
        && (token.Length == 1 || token[0] != '0')
        && int.Parse(token, CultureInfo.InvariantCulture) is var index
        && index < array.Items.Length
            ? array.Items[index]
            : null;
}
