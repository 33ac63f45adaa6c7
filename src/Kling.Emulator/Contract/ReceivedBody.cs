namespace Kling.Emulator;

/// <summary>A request's body. It is read when it is first needed, and only up to its limit.</summary>
internal sealed class ReceivedBody(HttpContent? content)
{
    /// <summary>The body, decoded.</summary>
    /// <param name="limit">How many bytes it may have, as it is sent and as it is decoded.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <exception cref="RefusedBodyException">It is too large, or its coding cannot be read.</exception>
    public async Task<byte[]> ReadAsync(BodyLimit limit, CancellationToken cancellationToken)
    {
        if (content is null)
        {
            return [];
        }

        IReadOnlyList<BodyCoding> codings = BodyCoding.Of(content.Headers);
        if (content.Headers.ContentLength > limit.Bytes)
        {
            throw limit.Exceeded();
        }

        // Copied, not read: reading would leave a buffer in the content that a handler before this one could send again, which a socket
        // never does.
        using var body = new BoundedBuffer(limit.Bytes, limit.Exceeded);
        await content.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        byte[] bytes = body.ToArray();
        for (int i = codings.Count - 1; i >= 0; i--)
        {
            bytes = codings[i].Decode(bytes, limit);
        }

        return bytes;
    }

    /// <summary>
    /// Receives the body like a server that responds without parsing it: nothing is kept, and reading stops at the limit.
    /// </summary>
    public async Task DiscardAsync(BodyLimit limit, CancellationToken cancellationToken)
    {
        if (content is null || content.Headers.ContentLength > limit.Bytes)
        {
            return;
        }

        try
        {
            using var nothing = new BoundedBuffer(limit.Bytes, limit.Exceeded, isKept: false);
            await content.CopyToAsync(nothing, cancellationToken).ConfigureAwait(false);
        }
        catch (RefusedBodyException)
        {
            // As much as a server takes.
        }
    }
}
