using System.Text.Json;

namespace Kling;

/// <summary>The property names of the output in the body of a finished job.</summary>
internal static class OutputBody
{
    private static readonly (string Name, KlingOutputKind Kind)[] Files =
    [
        ("video", KlingOutputKind.Video),
        ("videos", KlingOutputKind.Video),
        ("image", KlingOutputKind.Image),
        ("images", KlingOutputKind.Image),
        ("audio", KlingOutputKind.Audio),
    ];

    public static JsonElement? Read(JsonElement json) => json.Member("output");

    /// <summary>The properties that are named after a kind of file.</summary>
    /// <param name="json">The body, or an object in its output.</param>
    public static IEnumerable<(JsonElement Value, KlingOutputKind Kind)> ReadFiles(JsonElement json)
    {
        foreach ((string name, KlingOutputKind kind) in Files)
        {
            if (json.Member(name) is { } value)
            {
                yield return (value, kind);
            }
        }
    }

    public static string? Url(JsonElement file) => file.Text("url");

    public static string? ContentType(JsonElement file) => file.Text("content_type");

    public static string? FileName(JsonElement file) => file.Text("file_name");

    public static long? FileSize(JsonElement file) => file.Integer("file_size");

    public static string? LastFrameUrl(JsonElement file) => file.Text("last_frame_url");
}
