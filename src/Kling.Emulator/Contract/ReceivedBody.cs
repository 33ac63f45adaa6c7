namespace Kling.Emulator;

/// <summary>A request's body, taken once.</summary>
internal sealed class ReceivedBody(HttpContent? content)
{
    private byte[]? _bytes;

    public async Task<byte[]> ReadAsync(CancellationToken cancellationToken)
    {
        if (_bytes is null)
        {
            // Copied, not read: reading would leave a buffer in the content that a handler before this one could send again,
            // which a socket never does.
            using var body = new MemoryStream();
            if (content is not null)
            {
                await content.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
            }

            _bytes = body.ToArray();
        }

        return _bytes;
    }
}
