using System.Net;
using System.Net.Http.Headers;

namespace Kling;

/// <summary>Where a download broke off, and which version of the file it was (RFC 9110, sections 13.1.5 and 14).</summary>
/// <param name="Offset">How many bytes are there.</param>
/// <param name="Total">The size of the file, if the server sent it.</param>
/// <param name="Tag">The version of the file by a strong entity tag, if the server sent it.</param>
/// <param name="Modified">Otherwise the time at which the file was last modified, if the server sent it and the time identifies the
/// version.</param>
/// <param name="IsFramed">Whether the response marks its end, so that a closed connection can be distinguished from a complete
/// response.</param>
internal sealed record ResumePoint(long Offset, long? Total, EntityTagHeaderValue? Tag, DateTimeOffset? Modified, bool IsFramed)
{
    /// <summary>Two versions of one second have the same date (RFC 9110, section 8.8.2.2).</summary>
    private static readonly TimeSpan DateResolution = TimeSpan.FromSeconds(1);

    /// <summary>The start of a download without any data.</summary>
    public static ResumePoint None { get; } = new(0, null, null, null, IsFramed: false);

    /// <summary>
    /// Whether the rest can be requested. Only if the server named the version: a rest must never be put to the beginning of another file.
    /// And only with a length: a handler that decodes a compressed response takes the length away, and the bytes that are there are then
    /// not those that a range counts.
    /// </summary>
    public bool IsSafe => Offset > 0 && Total is not null && (Tag is not null || Modified is not null);

    /// <summary>The version that a response has from its first byte on, or <see langword="null"/> if it does not begin there.</summary>
    public static ResumePoint? Begin(HttpResponseMessage response)
    {
        HttpContentHeaders headers = response.Content.Headers;
        bool isPart = response.StatusCode is HttpStatusCode.PartialContent;
        if (isPart && headers.ContentRange is not { Unit: "bytes", From: 0 })
        {
            return null;
        }

        DateTimeOffset? modified =
            headers.LastModified is { } time && response.Headers.Date is { } date && date - time >= DateResolution ? time : null;
        return new ResumePoint(
            0,
            !ContentCoding.IsNone(response) ? null
                : isPart ? headers.ContentRange!.Length
                : headers.ContentLength,
            response.Headers.ETag is { IsWeak: false } tag ? tag : null,
            modified,
            !isPart
                && (headers.ContentLength is not null || response.Headers.TransferEncodingChunked is true || response.Version.Major >= 2)
        );
    }

    public void AddTo(HttpRequestMessage request)
    {
        request.Headers.Range = new RangeHeaderValue(Offset, null);

        // A server whose file has changed answers with the whole of it.
        request.Headers.IfRange = Tag is not null ? new RangeConditionHeaderValue(Tag) : new RangeConditionHeaderValue(Modified!.Value);
    }

    /// <summary>
    /// Whether a response is the rest of the same version. Not every server heeds the condition, so the response has to name the version
    /// again.
    /// </summary>
    public bool IsRest(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.PartialContent
        && ContentCoding.IsNone(response)
        && response.Content.Headers is { ContentRange: { Unit: "bytes" } range } headers
        && range.From == Offset
        && range.Length == Total
        && (Tag is not null ? Tag.Equals(response.Headers.ETag) : headers.LastModified == Modified);
}
