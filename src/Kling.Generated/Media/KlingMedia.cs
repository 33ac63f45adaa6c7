namespace Kling;

/// <summary>A file that a job made. The server keeps it for 7 days.</summary>
/// <remarks>The address is public and long: who has it has the file. It is fetched without the API key.</remarks>
public class KlingMedia
{
    private readonly string _requestId;
    private readonly MediaDownloader? _downloader;

    /// <summary>For mocking.</summary>
    /// <param name="url">Where the file is.</param>
    protected KlingMedia(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        Url = url;
        _requestId = "";
    }

    internal KlingMedia(Uri url, string requestId, MediaDownloader downloader)
    {
        Url = url;
        _requestId = requestId;
        _downloader = downloader;
    }

    /// <summary>Where the file is.</summary>
    public Uri Url { get; }

    /// <summary>The media type, such as <c>video/mp4</c>, or <see langword="null"/> if the server did not tell.</summary>
    public string? ContentType { get; init; }

    /// <summary>The server's name for the file, or <see langword="null"/>. It comes from outside: do not use it as a path unchecked.</summary>
    public string? FileName { get; init; }

    /// <summary>The size in bytes, or <see langword="null"/> if the server did not tell.</summary>
    public long? FileSize { get; init; }

    /// <summary>Where the last frame of a video is, as an image to go on from; <see langword="null"/> if there is none.</summary>
    public Uri? LastFrameUrl { get; init; }

    private MediaDownloader Downloader =>
        _downloader ?? throw new InvalidOperationException($"This {nameof(KlingMedia)} did not come from a client. Override the member to mock it.");

    /// <summary>Saves the file, without a report of progress.</summary>
    /// <param name="path">Where to; a folder that is missing is made.</param>
    /// <param name="cancellationToken">Stops the download; the temporary file is removed.</param>
    /// <remarks>Works and ends as <see cref="SaveAsync(string, IProgress{KlingTransfer}, CancellationToken)"/> does.</remarks>
    public virtual Task SaveAsync(string path, CancellationToken cancellationToken = default) => SaveAsync(path, progress: null, cancellationToken);

    /// <summary>
    /// Saves the file. It is streamed into a temporary file beside <paramref name="path"/> and renamed at the end: what stands at
    /// <paramref name="path"/> is whole, and a file that stood there stays until then.
    /// </summary>
    /// <param name="path">Where to; a folder that is missing is made.</param>
    /// <param name="progress">Is told after every piece how many bytes have arrived.</param>
    /// <param name="cancellationToken">Stops the download; the temporary file is removed.</param>
    /// <remarks>
    /// A download that breaks off, or of which nothing comes for 60 s, is taken up again from where it stood, if the server still has the same file (by its entity tag, date or length), and
    /// from the beginning if not. It is given up when three repeats in a row bring nothing new. The number of bytes is held against the length that the server announced.
    /// </remarks>
    /// <exception cref="KlingApiException">The file could not be fetched.</exception>
    /// <exception cref="IOException">The file could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task SaveAsync(string path, IProgress<KlingTransfer>? progress, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return Downloader.SaveAsync(Url, path, _requestId, progress, cancellationToken);
    }

    /// <summary>Opens the file for reading as it arrives. Dispose the stream to end the connection.</summary>
    /// <param name="cancellationToken">Stops the opening; reads take tokens of their own.</param>
    /// <exception cref="KlingApiException">The file could not be fetched.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task<Stream> OpenReadAsync(CancellationToken cancellationToken = default) =>
        Downloader.OpenReadAsync(Url, _requestId, cancellationToken);

    /// <summary>The address.</summary>
    public override string ToString() => Url.OriginalString;
}
