namespace Kling;

/// <summary>An output file for tests. It contains its bytes and sends no request.</summary>
internal sealed class GivenMedia(Uri url, ReadOnlyMemory<byte> content) : KlingMedia(url)
{
    public override async Task SaveAsync(string path, IProgress<KlingTransfer>? progress, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        SavedFile file = SavedFile.Create(path);
        await using (file.ConfigureAwait(false))
        {
            await file.Content.WriteAsync(content, cancellationToken).ConfigureAwait(false);
            progress?.Report(new KlingTransfer(content.Length, content.Length));
            await file.CommitAsync().ConfigureAwait(false);
        }
    }

    public override Task<Stream> OpenReadAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<Stream>(new MemoryStream(content.ToArray(), writable: false));
    }
}
