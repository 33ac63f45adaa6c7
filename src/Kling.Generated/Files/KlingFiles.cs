namespace Kling;

/// <summary>Uploads local files to Segmind Storage, because the models accept inputs only as URLs.</summary>
/// <remarks>
/// An upload is not billed. It is sent once and not retried, because an uploaded file cannot be deleted. If
/// <see cref="KlingApiException.IsRetryable"/> is true, you can upload the file again; the only effect may be a second copy. It is not
/// documented how long the service keeps a file.
/// </remarks>
public class KlingFiles
{
    private readonly FileUploader? _uploader;

    /// <summary>For mocking. Members that are not overridden throw.</summary>
    protected KlingFiles() { }

    internal KlingFiles(FileUploader? uploader) => _uploader = uploader;

    private FileUploader Uploader =>
        _uploader
        ?? throw new InvalidOperationException($"This {nameof(KlingFiles)} did not come from a client. Override the member to mock it.");

    /// <summary>Uploads a file. It is streamed, so it is never in memory as a whole.</summary>
    /// <param name="path">The file.</param>
    /// <param name="contentType">
    /// Its media type, such as <c>image/png</c>. By default it is detected from the first bytes, not from the name. The detected formats
    /// are JPEG, PNG, WebP, GIF, AVIF, HEIC, MP4, QuickTime, WebM, Matroska, MP3, WAV, AAC, M4A, Ogg and FLAC. To upload a file of another
    /// format, pass its media type.
    /// </param>
    /// <param name="progress">Receives the number of bytes sent, after every chunk.</param>
    /// <param name="cancellationToken">Cancels the upload. The service may still have received the file.</param>
    /// <returns>The URL of the file. Anyone with the URL can read the file.</returns>
    /// <exception cref="ArgumentException">
    /// The file is empty, larger than <see cref="KlingClientOptions.MaxUploadSize"/>, or of an unknown type, or
    /// <paramref name="contentType"/> is not a
    /// media type. Nothing was sent.
    /// </exception>
    /// <exception cref="IOException">The file could not be read; <see cref="FileNotFoundException"/> if it does not exist.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or <paramref name="path"/> is a folder.</exception>
    /// <exception cref="KlingApiException">The service refused the file, could not be reached, or received nothing for 60 s.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual async Task<Uri> UploadAsync(
        string path,
        string? contentType = null,
        IProgress<KlingTransfer>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
        await using (file.ConfigureAwait(false))
        {
            return await Uploader.UploadAsync(file, $"the file '{path}'", contentType, progress, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Uploads the rest of a stream, from its current position. The stream is read once and not disposed.</summary>
    /// <param name="stream">The stream. It must support seeking, because its size is checked before anything is sent.</param>
    /// <param name="contentType">As for a path.</param>
    /// <param name="progress">As for a path.</param>
    /// <param name="cancellationToken">As for a path.</param>
    /// <returns>The URL of the file.</returns>
    /// <exception cref="ArgumentException">
    /// As for a path; or <paramref name="stream"/> cannot be read or cannot seek. Nothing was sent.
    /// </exception>
    /// <exception cref="IOException">The stream could not be read, or ended before its length.</exception>
    /// <exception cref="KlingApiException">The service refused the file, could not be reached, or received nothing for 60 s.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task<Uri> UploadAsync(
        Stream stream,
        string? contentType = null,
        IProgress<KlingTransfer>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream is { CanRead: true, CanSeek: true }
            ? Uploader.UploadAsync(stream, "the stream", contentType, progress, cancellationToken)
            : throw new ArgumentException(
                "The stream must be able to read and to seek. Copy it to a file or a MemoryStream, and upload that.",
                nameof(stream)
            );
    }
}
