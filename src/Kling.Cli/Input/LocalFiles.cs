using System.Text.Json;

namespace Kling.Cli;

/// <summary>Finds values of URL parameters that name a file of this machine, which no server can read.</summary>
internal static class LocalFiles
{
    /// <summary>A sentence about each, which names the command that uploads it.</summary>
    public static IReadOnlyList<string> Hints(KlingModel model, JsonElement body, CliHost host) =>
        [.. Names(model, body).Select(value => Hint(value, host))];

    /// <summary>The values themselves.</summary>
    public static IReadOnlyList<string> Names(KlingModel model, JsonElement body) =>
        [.. Members(model.Parameters, body).Where(IsLocal).Distinct()];

    private static IEnumerable<string> Members(IReadOnlyList<KlingParameter> parameters, JsonElement json) =>
        json.ValueKind is not JsonValueKind.Object
            ? []
            : parameters.SelectMany(parameter => json.TryGetProperty(parameter.Name, out JsonElement value) ? Urls(parameter, value) : []);

    private static IEnumerable<string> Urls(KlingParameter parameter, JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String when parameter.Format is "uri" => Text(value) is { } text ? [text] : [],
            JsonValueKind.Array when parameter.Items is { } items => value.EnumerateArray().SelectMany(item => Urls(items, item)),
            _ => Members(parameter.Properties, value),
        };

    // Half a character is for the schema to refuse.
    private static string? Text(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // 'C:/a.png' has the syntax of a URL.
    private static bool IsLocal(string value)
    {
        string scheme = value.Split(':')[0];
        bool hasScheme =
            scheme.Length < value.Length
            && scheme.Length > 1
            && scheme.All(static character => char.IsAsciiLetterOrDigit(character) || character is '+' or '-' or '.');
        return value.Length > 0 && (!hasScheme || scheme.Equals("file", StringComparison.OrdinalIgnoreCase));
    }

    private static string Hint(string value, CliHost host)
    {
        string path = value.StartsWith("file://", StringComparison.OrdinalIgnoreCase)
            ? Uri.UnescapeDataString(value["file://".Length..])
            : value;
        bool isFile = File.Exists(host.CurrentFolder is null ? path : Path.Combine(host.CurrentFolder, path));
        return $"'{value}' is {(isFile ? "a local file, which the server cannot read." : "not a URL that the server can read. If it is a local file:")} "
            + $"'kling upload \"{path}\"' uploads it and prints its URL.";
    }
}
