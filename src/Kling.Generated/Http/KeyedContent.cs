using System.Net;

namespace Kling;

/// <summary>
/// The content of a request of ours. The key travels in its headers, and it refuses to be written for another origin: handlers that follow
/// a redirect either drop the content, and the key with it, or have to write it, which fails before a byte has left (HTTP/1.1).
/// </summary>
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

    /// <summary>Whether a handler tried to write the content where, or when, it must not be.</summary>
    public bool WasRefused { get; protected set; }

    protected virtual void BeforeWriting()
    {
        if (!_address.IsOrigin(_request.RequestUri))
        {
            WasRefused = true;
            throw new InvalidOperationException("A handler tried to send the request to another host. It was stopped: the API key goes to the configured address only.");
        }
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        BeforeWriting();
        stream.Write(_body.Span);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        BeforeWriting();
        await stream.WriteAsync(_body, cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
