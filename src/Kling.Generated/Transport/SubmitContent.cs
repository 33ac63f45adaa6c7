using System.Net.Http.Headers;

namespace Kling;

/// <summary>
/// The body of a submit. It can be written once, so that no handler and no redirect can send it twice, and it remembers whether it was.
/// </summary>
internal sealed class SubmitContent : KeyedContent
{
    private const int Unwritten = 0;
    private const int Begun = 1;
    private const int Withdrawn = 2;

    private int _state;

    public SubmitContent(HttpRequestMessage request, ApiAddress address, ApiKey key, ReadOnlyMemory<byte> body)
        : base(request, address, key, body) => Headers.ContentType = new MediaTypeHeaderValue("application/json");

    /// <summary>Makes sure that the body is not written from now on.</summary>
    /// <returns>Whether it was never begun: then no byte of the request has left.</returns>
    public bool Withdraw() => Interlocked.CompareExchange(ref _state, Withdrawn, Unwritten) != Begun;

    protected override void BeforeWriting(Stream stream)
    {
        base.BeforeWriting(stream);
        if (Interlocked.CompareExchange(ref _state, Begun, Unwritten) != Unwritten)
        {
            WasRefused = true;
            throw new InvalidOperationException(
                "A handler tried to send a submit a second time. This was stopped, because every submit may be billed."
            );
        }
    }
}
