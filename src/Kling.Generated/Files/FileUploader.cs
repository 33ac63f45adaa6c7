using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;

namespace Kling;

/// <summary>Sends a file to Segmind Storage, once.</summary>
/// <param name="transport">What sends; its address is the one of the storage.</param>
/// <param name="address">The storage's address, as it was configured.</param>
/// <param name="key">The key.</param>
/// <param name="largest">The largest size that is sent, in bytes.</param>
/// <param name="logger">Where to log to.</param>
internal sealed class FileUploader(ApiTransport transport, Uri address, ApiKey key, long largest, ILogger logger)
{
    /// <summary>
    /// How long the service may take nothing, and how long it may take to answer: an upload as a whole takes what it takes.
    /// </summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(60);

    /// <param name="file">The file, from its position on.</param>
    /// <param name="name">What to call it within a sentence.</param>
    /// <param name="contentType">Its media type, or null to tell it from the first bytes.</param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Uri> UploadAsync(
        Stream file,
        string name,
        string? contentType,
        IProgress<KlingTransfer>? progress,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        long size = CheckSize(file.Length - file.Position, name);
        string type = contentType is null ? await DetectAsync(file, name, cancellationToken).ConfigureAwait(false) : CheckType(contentType);

        using var silence = new CancellationTokenSource(Silence, transport.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
        using HttpRequestMessage request = ApiTransport.Create(HttpMethod.Post, address);
        var content = new UploadContent(
            request,
            transport.Address,
            key,
            file,
            size,
            type,
            sent =>
            {
                silence.CancelAfter(Silence);
                progress?.Report(new KlingTransfer(sent, size));
            }
        );
        request.Content = content;
        try
        {
            Uri uploaded = Read(await transport.SendAsync(request, either.Token).ConfigureAwait(false), name);
            ClientLog.Uploaded(logger, size, type);
            return uploaded;
        }
        catch (Exception) when (content.FileError is { } e)
        {
            throw new IOException($"The upload of {name} was stopped, because it could not be read: {e.Message}", e);
        }
        catch (Exception e) when (content.WasRefused)
        {
            throw Redirected(name, e);
        }
        catch (Exception e) when (e is not KlingException && ApiTransport.IsFailure(e))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw ApiErrors.NoAnswer($"The upload of {name} to {address.Host} failed", requestId: null, e);
        }
        finally
        {
            // An answer may come before the whole file was sent.
            content.Stop();
        }
    }

    private static Uri Read(ApiAnswer answer, string name)
    {
        if (answer.IsDetour)
        {
            throw Redirected(name, cause: null);
        }

        if (!answer.IsSuccess)
        {
            throw ApiErrors.FromAnswer(answer, $"The upload of {name}", requestId: null, isRead: true);
        }

        return answer.ReadObject() is { } json && UploadBody.Read(json) is { } url
            ? url
            : throw ApiErrors.Unreadable(
                answer,
                requestId: null,
                $"The upload of {name} was accepted, but the response has no URL in file_urls.",
                isRetryable: false
            );
    }

    private static KlingApiException Redirected(string name, Exception? cause) =>
        new(
            $"A handler of the HttpClient sent the upload of {name} to another URL, or returned a response from another URL. It is unknown whether the upload was accepted. "
                + $"Turn redirects off (AllowAutoRedirect = false) and check {nameof(KlingClientOptions.UploadAddress)}.",
            KlingErrorKind.Redirected,
            requestId: null,
            cause
        );

    private static async Task<string> DetectAsync(Stream file, string name, CancellationToken cancellationToken)
    {
        byte[] head = new byte[MediaSignature.Length];
        long begin = file.Position;
        int count = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        file.Position = begin;
        return MediaSignature.Detect(head.AsSpan(0, count))
            ?? throw new ArgumentException(
                $"Nothing was uploaded: {name} does not begin like a file of a known image, video or audio format. The known formats are JPEG, PNG, WebP, GIF, AVIF, HEIC, MP4, QuickTime, WebM, Matroska, MP3, WAV, AAC, M4A, Ogg and FLAC. "
                    + "If the model accepts another format, pass its media type."
            );
    }

    private static string CheckType(string contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type)
        && type.Parameters.Count == 0
        && type.MediaType is { } text
            ? text
            : throw new ArgumentException($"'{contentType}' is not a media type, such as image/png.", nameof(contentType));

    private long CheckSize(long size, string name)
    {
        if (size <= 0)
        {
            throw new ArgumentException($"Nothing was uploaded: {name} is empty.");
        }

        return size <= largest
            ? size
            : throw new ArgumentException(
                FormattableString.Invariant(
                    $"Nothing was uploaded: {name} has {size} bytes, more than the {largest} that {nameof(KlingClientOptions)}.{nameof(KlingClientOptions.MaxUploadSize)} allows."
                )
            );
    }
}
