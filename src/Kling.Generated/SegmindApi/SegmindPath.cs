using System.Diagnostics.CodeAnalysis;

namespace Kling;

/// <summary>The paths of the API, relative to its base address.</summary>
internal static class SegmindPath
{
    private const int LongestId = 256;

    public const string Credits = "v1/get-user-credits";

    public const string History = "inference-request/request-history";

    public static string HistoryOf(string requestId) => History + "/" + Uri.EscapeDataString(requestId);

    public static string Submit(string slug) => "v2/" + Uri.EscapeDataString(slug);

    public static string Result(string requestId) => "v2/requests/" + Uri.EscapeDataString(requestId);

    public static string Status(string requestId) => Result(requestId) + "/status";

    /// <summary>Whether the text can be one segment of a path without changing the rest of the path.</summary>
    /// <param name="text">The slug of a model, or the id of a job.</param>
    public static bool IsSegment([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= LongestId } and not "." and not ".."
        && !text.Any(static sign => char.IsControl(sign) || char.IsWhiteSpace(sign));
}
