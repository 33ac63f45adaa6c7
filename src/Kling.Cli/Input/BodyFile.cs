using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling.Cli;

/// <summary>Reads a file from the command line, usually a request body, or the standard input if the file is <c>-</c>.</summary>
internal static class BodyFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>JSON as RFC 8259 has it; of two members with one name neither is dropped in silence.</summary>
    public static JsonDocumentOptions Strict { get; } = new() { AllowDuplicateProperties = false };

    /// <summary>The JSON of a request body.</summary>
    /// <exception cref="CliFailure">The file cannot be read, or is not JSON.</exception>
    public static Task<JsonElement> ReadAsync(string path, CliHost host, CancellationToken cancellationToken) =>
        ReadAsync(path, ExitCodes.InvalidRequest, host, cancellationToken);

    /// <summary>The JSON of any file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="exitCode">The exit code if the file exists but is not JSON.</param>
    /// <param name="host">The process around.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="CliFailure">The file cannot be read, or is not JSON.</exception>
    public static async Task<JsonElement> ReadAsync(string path, int exitCode, CliHost host, CancellationToken cancellationToken)
    {
        return Parse(Name(path), await ReadTextAsync(path, exitCode, host, cancellationToken), exitCode);
    }

    /// <summary>The JSON of a text.</summary>
    /// <param name="name">What the file is called in messages.</param>
    /// <param name="text">The text.</param>
    /// <param name="exitCode">The exit code if it is not JSON.</param>
    /// <param name="firstLine">The number of its first line in the file.</param>
    /// <exception cref="CliFailure">It is not JSON.</exception>
    public static JsonElement Parse(string name, string text, int exitCode, int firstLine = 1)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            return document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw new CliFailure(exitCode, Place(name, text, e, firstLine), e);
        }
        catch (InvalidOperationException e)
        {
            // The grammar allows the escape, and only the comparison of names finds out that it is not a text (RFC 8259, 8.2).
            throw new CliFailure(
                exitCode,
                $"{name}: not JSON: a name contains half of a surrogate pair, which is not Unicode text. Escape both halves or neither.",
                e
            );
        }
    }

    /// <summary>The text of any file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="exitCode">The exit code if the file exists but is not text.</param>
    /// <param name="host">The process around.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="CliFailure">The file cannot be read, or is no UTF-8.</exception>
    public static async Task<string> ReadTextAsync(string path, int exitCode, CliHost host, CancellationToken cancellationToken)
    {
        try
        {
            return path == "-"
                ? await StandardInput.ReadAsync(host, Utf8, cancellationToken)
                : await File.ReadAllTextAsync(host.FullPath(path), Utf8, cancellationToken);
        }
        catch (DecoderFallbackException e)
        {
            throw new CliFailure(exitCode, $"{Name(path)} is not UTF-8 text", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CliFailure(ExitCodes.Usage, $"{Name(path)} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>What a file is called in messages.</summary>
    public static string Name(string path) => path == "-" ? "the standard input" : path;

    /// <summary>The value as something that can be put into a body; numbers keep their digits.</summary>
    public static JsonNode? Node(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => JsonObject.Create(json),
            JsonValueKind.Array => JsonArray.Create(json),
            _ => JsonValue.Create(json),
        };

    /// <summary>Where and why a text is not JSON.</summary>
    public static string Place(string name, string text, JsonException exception, int firstLine = 1)
    {
        // The parser counts lines from 0 and bytes of UTF-8; people and editors count from 1 and in characters.
        int line = (int)(exception.LineNumber ?? 0);
        byte[] bytes = Encoding.UTF8.GetBytes(text.Split('\n').ElementAtOrDefault(line) ?? "");
        int column = Encoding.UTF8.GetCharCount(bytes.AsSpan(0, (int)Math.Min(exception.BytePositionInLine ?? 0, bytes.Length)));
        string message = exception.Message.Split(" LineNumber:")[0].Replace(" Change the reader options.", "", StringComparison.Ordinal);
        return FormattableString.Invariant($"{name}({line + firstLine},{column + 1}): not JSON: {message}");
    }
}
