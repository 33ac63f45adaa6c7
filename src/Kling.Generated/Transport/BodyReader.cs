using System.Buffers;

namespace Kling;

/// <summary>Reads the body of a response up to a limit.</summary>
internal static class BodyReader
{
    /// <summary>Much larger than any documented response, and small enough for any machine.</summary>
    public const int Limit = 16 * 1024 * 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>
    /// The body, and why it is cut if it is. What was read before an error is kept: the status line has been received already.
    /// </summary>
    public static async Task<(ReadOnlyMemory<byte> Body, Exception? Error)> ReadAsync(
        HttpContent content,
        CancellationToken cancellationToken
    )
    {
        using var body = new MemoryStream();
        Exception? error = null;
        try
        {
            Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                error = await CopyAsync(stream, body, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (ApiTransport.IsFailure(e))
        {
            error = e;
        }

        ReadOnlyMemory<byte> bytes = body.ToArray();
        return (bytes.Span.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes, error);
    }

    private static async Task<Exception?> CopyAsync(Stream from, MemoryStream to, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        while (await from.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and int count)
        {
            if (to.Length + count > Limit)
            {
                return new InvalidDataException(FormattableString.Invariant($"The response is longer than {Limit} bytes."));
            }

            to.Write(buffer, 0, count);
        }

        // Not after an error: a read that broke off may still write.
        ArrayPool<byte>.Shared.Return(buffer);
        return null;
    }
}
