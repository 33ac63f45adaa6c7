namespace Kling;

/// <summary>An output file of a test: it has its bytes, and it sends nothing.</summary>
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
