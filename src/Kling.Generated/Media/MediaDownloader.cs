using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;

namespace Kling;

/// <summary>Downloads output files. It does not know the API key.</summary>
internal sealed class MediaDownloader(HttpClient client, TimeProvider clock, ILogger logger)
{
    /// <summary>The maximum time without data from the server. The whole download has no time limit.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How often a file may have been moved. The connections follow no redirects, for the key's sake; here there is none.
    /// </summary>
    private const int MostRedirects = 5;

    public TimeProvider Clock => clock;

    public ILogger Logger => logger;

    public async Task<Stream> OpenReadAsync(KlingMedia media, CancellationToken cancellationToken)
    {
        if (media.Data is { } data)
        {
            return new MemoryStream(Decode(media, data), writable: false);
        }

        HttpResponseMessage response = await GetAsync(media, from: null, cancellationToken).ConfigureAwait(false);
        if (!IsWhole(response))
        {
            response.Dispose();
            throw NotTheFile(media, "it is only a part of the file", HttpStatusCode.PartialContent);
        }

        // Disposing the stream ends the connection; the message holds nothing else.
        return await ContentCoding.ReadAsync(response, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Saves a file whole: what breaks off on the way is resumed.</summary>
    public async Task SaveAsync(KlingMedia media, string path, IProgress<KlingTransfer>? progress, CancellationToken cancellationToken)
    {
        byte[]? data = media.Data is null ? null : Decode(media, media.Data);
        SavedFile file = SavedFile.Create(path);
        await using (file.ConfigureAwait(false))
        {
            if (data is null)
            {
                await new MediaDownload(this, media, file.Content, progress).RunAsync(cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await file.Content.WriteAsync(data, cancellationToken).ConfigureAwait(false);
                progress?.Report(new KlingTransfer(data.Length, data.Length));
            }

            await file.CommitAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Requests a file, or the rest of it. The head of the response arrives within <see cref="Silence"/>.</summary>
    /// <exception cref="KlingApiException">There was no response, or one that is not the file.</exception>
    public async Task<HttpResponseMessage> GetAsync(KlingMedia media, ResumePoint? from, CancellationToken cancellationToken)
    {
        Uri url = media.Url;
        using var silence = new CancellationTokenSource(Silence, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
        HttpResponseMessage response;
        try
        {
            response = await SendAsync(url, from, either.Token).ConfigureAwait(false);
            for (int redirects = 0; redirects < MostRedirects && Redirect(response, url) is { } next; redirects++)
            {
                response.Dispose();
                url = next;
                response = await SendAsync(url, from, either.Token).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (ApiTransport.IsFailure(e))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw ApiErrors.NoAnswer(
                $"The output of the job {media.RequestId} could not be downloaded from {url.Host}",
                media.RequestId,
                e
            );
        }

        KlingApiException? error = response.IsSuccessStatusCode ? Mismatch(response, media) : Refused(response, url, media.RequestId);
        if (error is not null)
        {
            response.Dispose();
            throw error;
        }

        return response;
    }

    /// <summary>A response that is good by itself but cannot be the file. It may be another one the next time.</summary>
    public static KlingApiException NotTheFile(KlingMedia media, string why, HttpStatusCode? statusCode) =>
        new(
            $"The response from {media.Url.Host} is not the output file of the job {media.RequestId}: {why}. Save it again.",
            KlingErrorKind.InvalidResponse,
            media.RequestId
        )
        {
            StatusCode = statusCode,
            IsRetryable = true,
        };

    private async Task<HttpResponseMessage> SendAsync(Uri url, ResumePoint? from, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, MediaUrl.ToRequest(url));
        request.Headers.UserAgent.Add(ApiTransport.UserAgent);
        from?.AddTo(request);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Where a file has been moved to, though never from https to http.</summary>
    private static Uri? Redirect(HttpResponseMessage response, Uri url) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308
        && response.Headers.NonValidated.TryGetValues("Location", out HeaderStringValues location)
        && MediaUrl.TryRead(location.ToString(), url, out Uri? next)
        && (next.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
            ? next
            : null;

    private static KlingApiException? Mismatch(HttpResponseMessage response, KlingMedia media)
    {
        string? type = response.Content.Headers.NonValidated.TryGetValues("Content-Type", out HeaderStringValues values)
            ? values.ToString()
            : null;
        string? why =
            response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NonAuthoritativeInformation or HttpStatusCode.PartialContent)
                ? FormattableString.Invariant($"the status is {(int)response.StatusCode}")
            : !MediaKind.Accepts(media, type) ? $"its type is {type}"
            : ContentCoding.Of(response) is var coding && !ContentCoding.IsKnown(coding)
                ? $"its encoding is {coding}, which was not requested"
            : null;
        return why is null ? null : NotTheFile(media, why, response.StatusCode);
    }

    private static bool IsWhole(HttpResponseMessage response) =>
        response.StatusCode is not HttpStatusCode.PartialContent
        || (response.Content.Headers.ContentRange is { From: 0, To: { } last, Length: { } length } && last + 1 == length);

    private static byte[] Decode(KlingMedia media, DataUrl data)
    {
        try
        {
            byte[] bytes = data.Read();
            return bytes.Length == 0 || bytes.Length < media.RecordedSize ? throw Unreadable(media, "ends too early", cause: null) : bytes;
        }
        catch (FormatException e)
        {
            throw Unreadable(media, "is not base64", e);
        }
    }

    private static KlingApiException Unreadable(KlingMedia media, string how, Exception? cause) =>
        new(
            $"The output of the job {media.RequestId} is a data URL whose data {how}.",
            KlingErrorKind.InvalidResponse,
            media.RequestId,
            cause
        );

    private static KlingApiException Refused(HttpResponseMessage response, Uri url, string requestId)
    {
        KlingErrorKind kind = ErrorKinds.Of(response.StatusCode, message: null);
        return new KlingApiException(
            FormattableString.Invariant(
                $"The output of the job {requestId} could not be downloaded: {url.Host} returned {(int)response.StatusCode} ({kind}). Output files are kept for 7 days."
            ),
            kind,
            requestId
        )
        {
            StatusCode = response.StatusCode,
            IsRetryable = ErrorKinds.IsRetryable(kind, response.StatusCode, isRead: true),
        };
    }
}
