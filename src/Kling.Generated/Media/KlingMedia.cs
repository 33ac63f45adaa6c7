namespace Kling;

/// <summary>An output file of a job. The server keeps it for 7 days.</summary>
/// <remarks>Anyone with the URL can read the file. The URL is requested exactly as the server sent it, without the API key.</remarks>
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
    /// The URL of the file. A relative URL in a result is relative to the URL of the result. A <c>data:</c> URL contains the file itself,
    /// so the file is saved and read without a request. If <see cref="Uri"/> cannot hold the URL (65,519 characters before .NET 10), this
    /// property does not include the data.
    /// </summary>
    public Uri Url { get; }

    /// <summary>The kind of the file, from its position in the result, its media type, the model, or the ending of its URL.</summary>
    public KlingOutputKind Kind { get; init; }

    /// <summary>The media type, such as <c>video/mp4</c>, or <see langword="null"/> if unknown.</summary>
    public string? ContentType { get; init; }

    /// <summary>The server's name for the file, or <see langword="null"/>. Do not use it as a path without a check.</summary>
    public string? FileName { get; init; }

    /// <summary>The size in bytes, or <see langword="null"/> if unknown.</summary>
    public long? FileSize { get; init; }

    /// <summary>The URL of a video's last frame, as an image to continue from; <see langword="null"/> if there is none.</summary>
    public Uri? LastFrameUrl { get; init; }

    internal string RequestId { get; }

    /// <summary>The file itself, if its URL holds it.</summary>
    internal DataUrl? Data { get; init; }

    /// <summary>The size, if it can be one.</summary>
    internal long? RecordedSize => FileSize is > 0 ? FileSize : null;

    private MediaDownloader Downloader =>
        _downloader
        ?? throw new InvalidOperationException($"This {nameof(KlingMedia)} did not come from a client. Override the member to mock it.");

    /// <summary>
    /// Checks whether a file can be saved: the path is a regular file or does not exist, the name is valid, a new file can be created in
    /// the folder, and the disk has 1 MiB of free space. Call it before a submit, so that you are not billed for a file that you cannot
    /// save.
    /// </summary>
    /// <param name="path">The path for <see cref="SaveAsync(string, CancellationToken)"/>. A folder that does not exist is created; nothing
    /// else is changed.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    /// <exception cref="IOException">The file cannot be saved: the path is a folder, a device or a pipe, the name is too long, or the disk
    /// is full.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder is read-only.</exception>
    public static void EnsureCanSave(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        SavedFile.Prove(path);
    }

    /// <summary>Saves the file without progress reports.</summary>
    /// <param name="path">The path of the file; a folder that does not exist is created.</param>
    /// <param name="cancellationToken">Cancels the download; the temporary file is deleted.</param>
    /// <remarks>Behaves like <see cref="SaveAsync(string, IProgress{KlingTransfer}, CancellationToken)"/>.</remarks>
    public virtual Task SaveAsync(string path, CancellationToken cancellationToken = default) =>
        SaveAsync(path, progress: null, cancellationToken);

    /// <summary>
    /// Saves the file. It is streamed into a temporary file in the folder of <paramref name="path"/>, which is renamed at the end. The file
    /// at
    /// <paramref name="path"/> is therefore always complete, and an existing file stays until then. If the path is a link, the target of
    /// the link is
    /// replaced.
    /// </summary>
    /// <param name="path">The path of the file; a folder that does not exist is created.</param>
    /// <param name="progress">Receives the number of received bytes, after every block.</param>
    /// <param name="cancellationToken">Cancels the download; the temporary file is deleted.</param>
    /// <remarks>
    /// <para>A download that is interrupted or receives nothing for 60 s is resumed if the server sends the same version of the file (by a
    /// strong entity
    /// tag or by its date); otherwise it starts again. It fails after three retries in a row without new data.</para>
    /// <para>The file must have the length that its response announces (<c>Content-Length</c>), and must not be shorter than
    /// <see cref="FileSize"/>. If the two differ, the file must have the larger size, because an interrupted download is shorter, never
    /// longer. If the response has neither a length nor a marked end, the file must have exactly <see cref="FileSize"/>. An empty response,
    /// a page or JSON instead of a video, image or audio file, and a response with an encoding other than gzip and deflate are retried too,
    /// and then reported as an error.</para>
    /// </remarks>
    /// <exception cref="KlingApiException">The file could not be downloaded, or the response is not the complete file.</exception>
    /// <exception cref="IOException">The file could not be written, or the path is a folder, a device or a pipe: for those, use
    /// <see cref="OpenReadAsync"/>.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder is read-only.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task SaveAsync(string path, IProgress<KlingTransfer>? progress, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return Downloader.SaveAsync(this, path, progress, cancellationToken);
    }

    /// <summary>Opens the file for reading while it is downloaded. Dispose the stream to close the connection.</summary>
    /// <param name="cancellationToken">Cancels the opening. Pass another token to each read.</param>
    /// <remarks>
    /// The response must be of the file's kind. Nothing is resumed, and the length is not compared with <see cref="FileSize"/>.
    /// </remarks>
    /// <exception cref="KlingApiException">The file could not be downloaded, or the response is not the file.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task<Stream> OpenReadAsync(CancellationToken cancellationToken = default) =>
        Downloader.OpenReadAsync(this, cancellationToken);

    /// <summary>The URL, without the data of a data URL.</summary>
    public override string ToString() => Data is null ? Url.OriginalString : Data.Head + "…";
}
