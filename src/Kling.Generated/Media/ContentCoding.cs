namespace Kling;

/// <summary>
/// How the body of a response is compressed. Nothing was requested, but a storage host may have stored a file compressed.
/// </summary>
internal static class ContentCoding
{
    private const string None = "";

    /// <summary>The codings of a body, in the order in which they were applied; empty if its bytes are those of the file.</summary>
    public static string Of(HttpResponseMessage response) =>
        string.Join(
            ", ",
            response
                .Content.Headers.ContentEncoding.Select(static coding => coding.ToLowerInvariant())
                .Where(static coding => coding != "identity")
        );

    /// <summary>Whether the bytes of a body are those of the file.</summary>
    public static bool IsNone(HttpResponseMessage response) => Of(response) is None;

    /// <summary>Whether a body can be decoded.</summary>
    public static bool IsKnown(string coding) => coding is None or "gzip" or "x-gzip" or "deflate";

    /// <summary>The bytes of the file. Disposing the stream disposes the body.</summary>
    /// <remarks>Reading ends in an <see cref="InvalidDataException"/> if the body is damaged or cut.</remarks>
    public static async Task<Stream> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return Of(response) switch
        {
            "gzip" or "x-gzip" => DecodedStream.OfGzip(body),
            "deflate" => DecodedStream.OfZlib(body),
            _ => body,
        };
    }
}
