using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace Kling.Emulator;

/// <summary>Serves a file as a storage host does: GET and HEAD, whole or one range of bytes (RFC 9110, section 14).</summary>
internal static class FileAnswer
{
    public static HttpResponseMessage Of(HttpRequestMessage request, byte[] file, string contentType)
    {
        bool isHead = request.Method == HttpMethod.Head;
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexString(SHA256.HashData(file))[..16]}\"");
        bool isOther = request.Headers.IfRange is { } condition && !tag.Equals(condition.EntityTag);
        if (isHead || isOther || request.Headers.Range is not { Unit: "bytes", Ranges: { Count: 1 } ranges })
        {
            return Answer(HttpStatusCode.OK, isHead ? [] : file, file.Length, contentType, tag);
        }

        (long from, long to) = Bounds(ranges.Single(), file.Length);
        if (from > to)
        {
            HttpResponseMessage refusal = Answer(HttpStatusCode.RequestedRangeNotSatisfiable, [], 0, contentType, tag);
            refusal.Content.Headers.ContentRange = new ContentRangeHeaderValue(file.Length);
            return refusal;
        }

        byte[] part = file[(int)from..(int)(to + 1)];
        HttpResponseMessage answer = Answer(HttpStatusCode.PartialContent, part, part.Length, contentType, tag);
        answer.Content.Headers.ContentRange = new ContentRangeHeaderValue(from, to, file.Length);
        return answer;
    }

    private static (long From, long To) Bounds(RangeItemHeaderValue range, long length) =>
        range switch
        {
            { From: { } from } => (from, Math.Min(range.To ?? long.MaxValue, length - 1)),
            { To: { } last and > 0 } => (Math.Max(0, length - last), length - 1),
            _ => (length, length - 1),
        };

    private static HttpResponseMessage Answer(HttpStatusCode status, byte[] body, long length, string contentType, EntityTagHeaderValue tag)
    {
        var answer = new HttpResponseMessage(status)
        {
            Content = new ByteArrayContent(body)
            {
                Headers = { ContentType = MediaTypeHeaderValue.Parse(contentType), ContentLength = length },
            },
        };
        answer.Headers.ETag = tag;
        answer.Headers.AcceptRanges.Add("bytes");
        return answer;
    }
}
