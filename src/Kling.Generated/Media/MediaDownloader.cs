using System.Net;
using Microsoft.Extensions.Logging;

namespace Kling;

/// <summary>Fetches output files. It does not know the API key.</summary>
internal sealed class MediaDownloader(HttpClient client, TimeProvider clock, ILogger logger)
{
    /// <summary>How long a server may send nothing: a download as a whole takes what it takes.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(60);

    /// <summary>How often a file may have been moved. The connections follow no redirects, for the key's sake; here there is none.</summary>
    private const int MostRedirects = 5;

    public TimeProvider Clock => clock;

    public ILogger Logger => logger;

    public async Task<Stream> OpenReadAsync(Uri url, string requestId, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await GetAsync(url, requestId, from: null, cancellationToken).ConfigureAwait(false);

        // Disposing the stream ends the connection; the message holds nothing else.
        return await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Saves a file whole: what breaks off on the way is taken up again.</summary>
    public async Task SaveAsync(Uri url, string path, string requestId, IProgress<KlingTransfer>? progress, CancellationToken cancellationToken)
    {
        string target = Path.GetFullPath(path);

        // A job that was paid for is not lost for want of a folder.
        _ = Directory.CreateDirectory(Path.GetDirectoryName(target) ?? target);
        string part = $"{target}.{Path.GetRandomFileName()}.part";
        try
        {
            var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
            await using (file.ConfigureAwait(false))
            {
                await new MediaDownload(this, url, requestId, file, progress).RunAsync(cancellationToken).ConfigureAwait(false);
            }

            File.Move(part, target, overwrite: true);
        }
        finally
        {
            // It is there only if something went wrong before the rename.
            if (File.Exists(part))
            {
                File.Delete(part);
            }
        }
    }

    /// <summary>Asks for a file, or for the rest of it. The answer's head is there within <see cref="Silence"/>.</summary>
    /// <exception cref="KlingApiException">There was no answer, or one without the file.</exception>
    public async Task<HttpResponseMessage> GetAsync(Uri url, string requestId, ResumePoint? from, CancellationToken cancellationToken)
    {
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
            throw ApiErrors.NoAnswer($"The output of the job {requestId} could not be fetched from {url.Host}", requestId, e);
        }

        if (response.IsSuccessStatusCode || (from is not null && response.StatusCode is HttpStatusCode.RequestedRangeNotSatisfiable))
        {
            return response;
        }

        using (response)
        {
            throw Refused(response, url, requestId);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(Uri url, ResumePoint? from, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.UserAgent.Add(ApiTransport.UserAgent);
        from?.AddTo(request);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Where a file has been moved to, though never from https to http.</summary>
    private static Uri? Redirect(HttpResponseMessage response, Uri url)
    {
        if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } location)
        {
            return null;
        }

        var next = new Uri(url, location);
        return next.Scheme == Uri.UriSchemeHttps || (next.Scheme == Uri.UriSchemeHttp && url.Scheme == Uri.UriSchemeHttp) ? next : null;
    }

    private static KlingApiException Refused(HttpResponseMessage response, Uri url, string requestId)
    {
        KlingErrorKind kind = ErrorKinds.Of(response.StatusCode, message: null);
        return new KlingApiException(
            FormattableString.Invariant(
                $"The output of the job {requestId} could not be fetched: {url.Host} answered {(int)response.StatusCode} ({kind}). Output files are kept for 7 days."),
            kind,
            requestId)
        {
            StatusCode = response.StatusCode,
            IsRetryable = ErrorKinds.IsRetryable(kind, isRead: true),
        };
    }
}
