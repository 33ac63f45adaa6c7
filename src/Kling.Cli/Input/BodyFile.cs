using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling.Cli;

/// <summary>Reads a request body from a file, or from the standard input where the file is <c>-</c>.</summary>
internal static class BodyFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>JSON as RFC 8259 has it; of two members with one name neither is dropped in silence.</summary>
    public static JsonDocumentOptions Strict { get; } = new() { AllowDuplicateProperties = false };

    /// <summary>The JSON of the file.</summary>
    /// <exception cref="CliFailure">The file cannot be read, or is no JSON.</exception>
    public static async Task<JsonElement> ReadAsync(string path, CliHost host, CancellationToken cancellationToken)
    {
        string name = path == "-" ? "the standard input" : path;
        string text = await ReadTextAsync(path, name, host, cancellationToken);
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            return document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw new CliFailure(ExitCodes.InvalidRequest, Place(name, text, e), e);
        }
    }

    /// <summary>The value as something that can be put into a body; numbers keep their digits.</summary>
    public static JsonNode? Node(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(json),
        JsonValueKind.Array => JsonArray.Create(json),
        _ => JsonValue.Create(json),
    };

    private static async Task<string> ReadTextAsync(string path, string name, CliHost host, CancellationToken cancellationToken)
    {
        try
        {
            Stream stream = path == "-" ? host.Input : File.OpenRead(host.FullPath(path));
            using var reader = new StreamReader(stream, Utf8, leaveOpen: path == "-");
            return await reader.ReadToEndAsync(cancellationToken);
        }
        catch (DecoderFallbackException e)
        {
            throw new CliFailure(ExitCodes.InvalidRequest, $"{name} is not UTF-8 text", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CliFailure(ExitCodes.Usage, $"{name} cannot be read: {e.Message}", e);
        }
    }

    // The parser counts lines from 0 and bytes of UTF-8; people and editors count from 1 and in characters.
    private static string Place(string name, string text, JsonException exception)
    {
        int line = (int)(exception.LineNumber ?? 0);
        byte[] bytes = Encoding.UTF8.GetBytes(text.Split('\n').ElementAtOrDefault(line) ?? "");
        int column = Encoding.UTF8.GetCharCount(bytes.AsSpan(0, (int)Math.Min(exception.BytePositionInLine ?? 0, bytes.Length)));
        string message = exception.Message.Split(" LineNumber:")[0].Replace(" Change the reader options.", "", StringComparison.Ordinal);
        return FormattableString.Invariant($"{name}({line + 1},{column + 1}): no JSON: {message}");
    }
}
