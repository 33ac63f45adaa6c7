using System.Net;

namespace Kling;

/// <summary>
/// The content of a request of ours. The key travels in its headers, and it refuses to be written for another origin: handlers that follow
/// a redirect either drop the content, and the key with it, or have to write it, which fails before a byte has left (HTTP/1.1).
/// </summary>
/// <remarks>
/// It also refuses to be buffered, as <c>ReadAsStringAsync</c> and <c>LoadIntoBufferAsync</c> do: .NET sends a buffered content without
/// asking it again, to any host and as often as a handler likes. <c>ReadAsStreamAsync</c> reads it without that.
/// </remarks>
internal class KeyedContent : HttpContent
{
    private readonly HttpRequestMessage _request;
    private readonly ApiAddress _address;
    private readonly ReadOnlyMemory<byte> _body;

    public KeyedContent(HttpRequestMessage request, ApiAddress address, ApiKey key, ReadOnlyMemory<byte> body)
    {
        _request = request;
        _address = address;
        _body = body;
        key.AddTo(this);
    }

    /// <summary>Whether a handler tried to send the content to another host, or a second time.</summary>
    public bool WasRefused { get; protected set; }

    /// <summary>Decides whether the content may be written now.</summary>
    /// <exception cref="InvalidOperationException">It must not be.</exception>
    protected virtual void BeforeWriting(Stream stream)
    {
        // HttpContent buffers into a stream of its own, which is one of its nested types.
        if (stream.GetType().DeclaringType == typeof(HttpContent))
        {
            throw new InvalidOperationException(
                "A handler of the HttpClient buffers the request's content (ReadAsStringAsync, ReadAsByteArrayAsync or LoadIntoBufferAsync). Buffered content can be sent twice "
                    + "and to another host, so this is not allowed. Read it with ReadAsStreamAsync or ReadFromJsonAsync, or remove the handler."
            );
        }

        if (!_address.IsOrigin(_request.RequestUri))
        {
            WasRefused = true;
            throw new InvalidOperationException(
                "A handler tried to send the request to another host. This was stopped, because the API key is sent only to the configured URL."
            );
        }
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        BeforeWriting(stream);
        stream.Write(_body.Span);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        BeforeWriting(stream);
        await stream.WriteAsync(_body, cancellationToken).ConfigureAwait(false);
    }

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) =>
        new MemoryStream(_body.ToArray(), writable: false);

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult(CreateContentReadStream(CancellationToken.None));

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
