using System.Net;
using System.Net.Http.Headers;

namespace Kling;

/// <summary>Where a download broke off, and which version of the file it was (RFC 9110, sections 13.1.5 and 14).</summary>
/// <param name="Offset">How many bytes are there.</param>
/// <param name="Total">The size of the file, if the server told.</param>
/// <param name="Tag">The version of the file, if the server told.</param>
/// <param name="Modified">When the file was changed last, if the server told.</param>
internal sealed record ResumePoint(long Offset, long? Total, EntityTagHeaderValue? Tag, DateTimeOffset? Modified)
{
    /// <summary>
    /// Whether the rest can be asked for. Without a length it cannot: a handler that unpacks a compressed answer takes the length away, and what has arrived then counts other bytes than a range does.
    /// </summary>
    public bool IsSafe => Offset > 0 && Total is not null;

    /// <summary>The version that an answer to the first question tells of.</summary>
    public static ResumePoint Begin(HttpResponseMessage response) =>
        new(0, response.Content.Headers.ContentLength, response.Headers.ETag, response.Content.Headers.LastModified);

    public void AddTo(HttpRequestMessage request)
    {
        request.Headers.Range = new RangeHeaderValue(Offset, null);
        if (Tag is { IsWeak: false })
        {
            // A server whose file has changed answers with the whole of it.
            request.Headers.IfRange = new RangeConditionHeaderValue(Tag);
        }
        else if (Modified is { } modified)
        {
            request.Headers.IfRange = new RangeConditionHeaderValue(modified);
        }
    }

    /// <summary>Whether an answer is the rest of the same file. Any other good answer is a file of its own.</summary>
    public bool IsRest(HttpResponseMessage response)
    {
        ContentRangeHeaderValue? range = response.Content.Headers.ContentRange;
        return response.StatusCode is HttpStatusCode.PartialContent
            && range is { Unit: "bytes" }
            && range.From == Offset
            && range.Length == Total
            && (Tag is null || response.Headers.ETag is not { } tag || tag.Equals(Tag));
    }
}
