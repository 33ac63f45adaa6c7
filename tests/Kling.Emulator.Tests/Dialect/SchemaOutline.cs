using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kling.Emulator.Tests.Dialect;

/// <summary>A schema file as a table: one line for the file and one for each parameter, with every keyword but the prose.</summary>
internal static class SchemaOutline
{
    // These make lines of their own, or are the start of a line, or are prose.
    private static readonly HashSet<string> OwnPlace = ["properties", "items", "required", "type", "description"];

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(string schema)
    {
        using var document = JsonDocument.Parse(schema);
        return string.Join('\n', Lines("file", document.RootElement, isRequired: false));
    }

    private static IEnumerable<string> Lines(string path, JsonElement schema, bool isRequired)
    {
        yield return string.Join(", ", Words(path, schema, isRequired));

        if (schema.TryGetProperty("items", out JsonElement items))
        {
            foreach (string line in Lines($"{path}[]", items, isRequired: false))
            {
                yield return line;
            }
        }

        if (!schema.TryGetProperty("properties", out JsonElement members))
        {
            yield break;
        }

        string[] required = schema.TryGetProperty("required", out JsonElement names) ? [.. names.EnumerateArray().Select(static name => name.GetString()!)] : [];
        foreach (string line in members.EnumerateObject().SelectMany(member => Lines($"{path}.{member.Name}", member.Value, required.Contains(member.Name))))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Words(string path, JsonElement schema, bool isRequired) =>
    [
        $"{path}: {schema.GetProperty("type").GetString()}{(isRequired ? " required" : "")}",
        .. schema.EnumerateObject()
            .Where(static member => !OwnPlace.Contains(member.Name))
            .OrderBy(static member => member.Name, StringComparer.Ordinal)
            .Select(static member => $"{member.Name} {JsonSerializer.Serialize(member.Value, Readable)}"),
    ];
}
