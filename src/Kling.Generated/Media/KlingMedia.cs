namespace Kling;

/// <summary>A file that a job made. The server keeps it for 7 days.</summary>
/// <remarks>The URL is public and long: anyone with it can read the file. It is requested as the server wrote it, without the API key.</remarks>
public class KlingMedia
{
    private readonly MediaDownloader? _downloader;

    /// <summary>For mocking.</summary>
    /// <param name="url">The URL of the file.</param>
    protected KlingMedia(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        Url = url;
        RequestId = "";
    }

    internal KlingMedia(Uri url, string requestId, MediaDownloader downloader)
    {
        Url = url;
        RequestId = requestId;
        _downloader = downloader;
    }

    /// <summary>
    /// The URL of the file. A relative URL in a result is relative to the URL of the result. A file inside its URL (<c>data:video/mp4;base64,…</c>) has that URL, but without the data if
    /// <see cref="Uri"/> cannot hold it (65,519 characters before .NET 10); it is saved and read without a request.
    /// </summary>
    public Uri Url { get; }

    /// <summary>What the file is, by its place in the result, its media type, the model, or the ending of its URL.</summary>
    public KlingOutputKind Kind { get; init; }

    /// <summary>The media type, such as <c>video/mp4</c>, or <see langword="null"/> if the server did not tell.</summary>
    public string? ContentType { get; init; }

    /// <summary>The server's name for the file, or <see langword="null"/>. It comes from outside: do not use it as a path unchecked.</summary>
    public string? FileName { get; init; }

    /// <summary>The size in bytes, or <see langword="null"/> if the server did not tell.</summary>
    public long? FileSize { get; init; }

    /// <summary>The URL of a video's last frame, as an image to continue from; <see langword="null"/> if there is none.</summary>
    public Uri? LastFrameUrl { get; init; }

    internal string RequestId { get; }

    /// <summary>The file itself, if its URL holds it.</summary>
    internal DataUrl? Data { get; init; }

    /// <summary>The size, if it can be one.</summary>
    internal long? RecordedSize => FileSize is > 0 ? FileSize : null;

    private MediaDownloader Downloader =>
        _downloader ?? throw new InvalidOperationException($"This {nameof(KlingMedia)} did not come from a client. Override the member to mock it.");

    /// <summary>
    /// Checks that a file can be saved, as far as that can be known: the path names a regular file or none yet, the name is possible there, its folder takes a new file, and the disk has
    /// room for one of 1 MiB. Call it before a submit, so that nothing is billed that cannot be saved.
    /// </summary>
    /// <param name="path">The path for <see cref="SaveAsync(string, CancellationToken)"/>. A folder that does not exist is created; nothing else is left or changed.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    /// <exception cref="IOException">The file cannot be saved: the path is a folder, a device or a pipe, the name is too long, or the disk is full.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder is read-only.</exception>
    public static void EnsureCanSave(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        SavedFile.Prove(path);
    }

    /// <summary>Saves the file, without a report of progress.</summary>
    /// <param name="path">The path of the file; a folder that does not exist is created.</param>
    /// <param name="cancellationToken">Stops the download; the temporary file is removed.</param>
    /// <remarks>Works and ends as <see cref="SaveAsync(string, IProgress{KlingTransfer}, CancellationToken)"/> does.</remarks>
    public virtual Task SaveAsync(string path, CancellationToken cancellationToken = default) => SaveAsync(path, progress: null, cancellationToken);

    /// <summary>
    /// Saves the file. It is streamed into a temporary file in the folder of <paramref name="path"/>, which is renamed at the end: the file at
    /// <paramref name="path"/> is whole, and one that was there before stays until then. If it is a link, the file that it leads to is replaced.
    /// </summary>
    /// <param name="path">The path of the file; a folder that does not exist is created.</param>
    /// <param name="progress">Receives the number of bytes that have arrived, after every piece.</param>
    /// <param name="cancellationToken">Stops the download; the temporary file is removed.</param>
    /// <remarks>
    /// <para>A download that breaks off, or that receives nothing for 60 s, is resumed if the server names the same version of the file (by a strong entity tag or by its date), and starts
    /// again if not. It fails after three retries in a row that bring nothing new.</para>
    /// <para>The file must have the length that its response announces (<c>Content-Length</c>), and must not be shorter than <see cref="FileSize"/>. If the two differ, the larger one counts:
    /// a cut makes a file shorter, never longer. Without an announced length, a response whose end is not marked either must have <see cref="FileSize"/> exactly. A response without a byte, a
    /// page or JSON instead of a video, image or audio file, and a compressed one that cannot be decoded (gzip and deflate can) are retried too, and are an error in the end.</para>
    /// </remarks>
    /// <exception cref="KlingApiException">The file could not be downloaded, or what the server sends is not the whole file.</exception>
    /// <exception cref="IOException">The file could not be written, or the path is a folder, a device or a pipe: for those, use <see cref="OpenReadAsync"/>.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder is read-only.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task SaveAsync(string path, IProgress<KlingTransfer>? progress, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return Downloader.SaveAsync(this, path, progress, cancellationToken);
    }

    /// <summary>Opens the file for reading as it arrives. Dispose the stream to end the connection.</summary>
    /// <param name="cancellationToken">Stops the opening; reads take tokens of their own.</param>
    /// <remarks>The response must be of the file's kind. Nothing is resumed, and the length is not compared with <see cref="FileSize"/>.</remarks>
    /// <exception cref="KlingApiException">The file could not be downloaded, or what the server sends is not the file.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task<Stream> OpenReadAsync(CancellationToken cancellationToken = default) => Downloader.OpenReadAsync(this, cancellationToken);

    /// <summary>The URL, without the data of a data URL.</summary>
    public override string ToString() => Data is null ? Url.OriginalString : Data.Head + "…";
}
