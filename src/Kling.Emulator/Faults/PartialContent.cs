using System.Net;

namespace Kling.Emulator;

/// <summary>A body that announces its whole length, and comes in pieces or breaks off.</summary>
/// <param name="whole">The whole body.</param>
/// <param name="length">How much of it comes before the connection breaks; its whole length if it does not.</param>
/// <param name="pause">How long each of its pieces is waited for.</param>
/// <param name="clock">The clock of the pauses.</param>
internal sealed class PartialContent(byte[] whole, int length, TimeSpan pause, TimeProvider clock) : HttpContent
{
    /// <summary>In how many pieces a body comes.</summary>
    public const int Pieces = 10;

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(Open());

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        PartialStream source = Open();
        await using (source.ConfigureAwait(false))
        {
            await source.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = whole.Length;
        return true;
    }

    private PartialStream Open() => new(whole, length, pause, clock);
}
