using System.Buffers;
using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Kling;

/// <summary>
/// The JSON that Segmind Storage takes, with the file in it as a data URL, encoded while it is sent. It can be written once and for the
/// configured address only.
/// </summary>
internal sealed class UploadContent : KeyedContent
{
    // Base64 makes four signs of three bytes, so a piece of such a size needs no padding within the file.
    private const int PieceSize = 3 * 16 * 1024;

    private readonly Stream _file;
    private readonly long _size;
    private readonly byte[] _begin;
    private readonly byte[] _end = "\"]}"u8.ToArray();
    private readonly Action<long> _sent;
    private readonly object _gate = new();
    private bool _isStopped;
    private int _isWritten;

    /// <summary>The content of one upload.</summary>
    /// <param name="request">The request that it is for.</param>
    /// <param name="address">Where it may go.</param>
    /// <param name="key">The key.</param>
    /// <param name="file">The file, from its position on.</param>
    /// <param name="size">How many bytes of it.</param>
    /// <param name="contentType">Its media type, without any sign that JSON escapes.</param>
    /// <param name="sent">Receives the number of bytes sent.</param>
    public UploadContent(
        HttpRequestMessage request,
        ApiAddress address,
        ApiKey key,
        Stream file,
        long size,
        string contentType,
        Action<long> sent
    )
        : base(request, address, key, ReadOnlyMemory<byte>.Empty)
    {
        (_file, _size, _sent) = (file, size, sent);
        _begin = Encoding.ASCII.GetBytes($$"""{"data_urls":["data:{{contentType}};base64,""");
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    /// <summary>Why the file could not be read, or null if it was not its fault.</summary>
    public IOException? FileError { get; private set; }

    /// <summary>Lets nothing more be read and nothing be reported from now on.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            _isStopped = true;
        }
    }

    protected override void BeforeWriting(Stream stream)
    {
        base.BeforeWriting(stream);
        if (Interlocked.Exchange(ref _isWritten, 1) != 0)
        {
            WasRefused = true;
            throw new InvalidOperationException(
                "A handler tried to send an upload a second time. This was stopped, because the file is read only once."
            );
        }
    }

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) =>
        throw new NotSupportedException("An upload is streamed once, so a handler cannot read it.");

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        throw new NotSupportedException("An upload is sent asynchronously.");

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        BeforeWriting(stream);
        await stream.WriteAsync(_begin, cancellationToken).ConfigureAwait(false);
        byte[] piece = ArrayPool<byte>.Shared.Rent(PieceSize);
        byte[] text = ArrayPool<byte>.Shared.Rent(Base64.GetMaxEncodedToUtf8Length(PieceSize));
        try
        {
            for (long sent = 0; sent < _size; )
            {
                Memory<byte> next = piece.AsMemory(0, (int)Math.Min(PieceSize, _size - sent));
                await ReadAsync(next, cancellationToken).ConfigureAwait(false);
                _ = Base64.EncodeToUtf8(next.Span, text, out _, out int length);
                await stream.WriteAsync(text.AsMemory(0, length), cancellationToken).ConfigureAwait(false);
                sent += next.Length;
                Report(sent);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
            ArrayPool<byte>.Shared.Return(text);
        }

        await stream.WriteAsync(_end, cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _begin.Length + (4 * ((_size + 2) / 3)) + _end.Length;
        return true;
    }

    private void Report(long sent)
    {
        lock (_gate)
        {
            if (_isStopped)
            {
                throw new OperationCanceledException("The upload has ended.");
            }

            _sent(sent);
        }
    }

    private async Task ReadAsync(Memory<byte> piece, CancellationToken cancellationToken)
    {
        try
        {
            await _file.ReadExactlyAsync(piece, cancellationToken).ConfigureAwait(false);
        }
        catch (EndOfStreamException)
        {
            throw FileError = new IOException("The file became shorter while it was uploaded.");
        }
        catch (IOException e)
        {
            FileError = e;
            throw;
        }
    }
}
