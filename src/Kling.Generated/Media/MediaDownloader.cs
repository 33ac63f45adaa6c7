namespace Kling;

/// <summary>Fetches output files. It does not know the API key.</summary>
internal sealed class MediaDownloader(HttpClient client, TimeProvider clock)
{
    /// <summary>How long a server may send nothing: a download as a whole takes what it takes.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(60);

    private const int BufferSize = 128 * 1024;

    public async Task<Stream> OpenReadAsync(Uri url, string requestId, CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(Silence, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.UserAgent.Add(ApiTransport.UserAgent);
        HttpResponseMessage? response = null;
        try
        {
            response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
            {
                // Disposing the stream ends the connection; the message holds nothing else.
                return await response.Content.ReadAsStreamAsync(either.Token).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (ApiTransport.IsFailure(e))
        {
            response?.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            throw ApiErrors.NoAnswer($"The output of the job {requestId} could not be fetched from {url.Host}", requestId, e);
        }

        using (response)
        {
            throw Refused(response, url, requestId);
        }
    }

    public async Task SaveAsync(Uri url, string path, string requestId, CancellationToken cancellationToken)
    {
        string target = Path.GetFullPath(path);

        // A job that was paid for is not lost for want of a folder.
        _ = Directory.CreateDirectory(Path.GetDirectoryName(target) ?? target);
        string part = $"{target}.{Path.GetRandomFileName()}.part";
        try
        {
            Stream source = await OpenReadAsync(url, requestId, cancellationToken).ConfigureAwait(false);
            await using (source.ConfigureAwait(false))
            {
                var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
                await using (file.ConfigureAwait(false))
                {
                    await CopyAsync(source, file, requestId, cancellationToken).ConfigureAwait(false);
                }
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

    private async Task CopyAsync(Stream source, FileStream file, string requestId, CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(Silence, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
        byte[] buffer = new byte[BufferSize];
        while (true)
        {
            int count;
            try
            {
                silence.CancelAfter(Silence);
                count = await source.ReadAsync(buffer, either.Token).ConfigureAwait(false);
            }
            catch (Exception e) when (ApiTransport.IsFailure(e))
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw ApiErrors.NoAnswer($"The output of the job {requestId} broke off", requestId, e);
            }

            if (count == 0)
            {
                return;
            }

            await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
        }
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
