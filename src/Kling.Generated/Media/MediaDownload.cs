using System.Buffers;

namespace Kling;

/// <summary>
/// One download into a file. What breaks off is requested again from there; the server decides whether the rest still fits.
/// </summary>
internal sealed class MediaDownload(MediaDownloader downloader, KlingMedia media, FileStream file, IProgress<KlingTransfer>? progress)
{
    /// <summary>How often in a row it is retried without a byte more than ever before.</summary>
    public const int FruitlessLimit = 3;

    private const int BufferSize = 128 * 1024;

    private ResumePoint _version = ResumePoint.None;
    private long _farthest;

    /// <summary>The size by the job's record, if that counts the bytes of the file.</summary>
    private long? _recorded;

    /// <summary>Downloads the file.</summary>
    /// <exception cref="KlingApiException">It could not be downloaded to its end.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        for (int fruitless = 0; ; fruitless++)
        {
            try
            {
                await ContinueAsync(cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (KlingApiException e) when (e.IsRetryable)
            {
                fruitless = file.Position > _farthest ? 0 : fruitless;
                _farthest = Math.Max(_farthest, file.Position);
                if (fruitless >= FruitlessLimit)
                {
                    throw;
                }
            }

            var pause = TimeSpan.FromSeconds(1 << fruitless);
            ClientLog.ResumingDownload(downloader.Logger, media.RequestId, file.Position, pause.TotalSeconds);
            await Task.Delay(pause, downloader.Clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Downloads the rest of the file, or the whole file if the server does not send the rest.</summary>
    private async Task ContinueAsync(CancellationToken cancellationToken)
    {
        ResumePoint point = _version with { Offset = file.Position };
        using HttpResponseMessage response = await RequestAsync(point, cancellationToken).ConfigureAwait(false);
        if (!(point.IsSafe && point.IsRest(response)))
        {
            Restart();
            Begin(response);
        }

        Stream source = await ContentCoding.ReadAsync(response, cancellationToken).ConfigureAwait(false);
        await using (source.ConfigureAwait(false))
        {
            await CopyAsync(source, cancellationToken).ConfigureAwait(false);
        }

        CheckLength();
    }

    private async Task<HttpResponseMessage> RequestAsync(ResumePoint point, CancellationToken cancellationToken)
    {
        try
        {
            return await downloader.GetAsync(media, point.IsSafe ? point : null, cancellationToken).ConfigureAwait(false);
        }
        catch (KlingApiException e) when (point.IsSafe && (e.Kind is KlingErrorKind.InvalidResponse || !e.IsRetryable))
        {
            // The file has become shorter, or its host gives no parts.
            Restart();
            return await downloader.GetAsync(media, from: null, cancellationToken).ConfigureAwait(false);
        }
    }

    private void Begin(HttpResponseMessage response)
    {
        _version = ResumePoint.Begin(response) ?? throw Broken("was sent with a range that was not requested");

        // Of a compressed file, the record may count the bytes that are stored.
        bool countsStored = !ContentCoding.IsNone(response) && response.Content.Headers.ContentLength == media.RecordedSize;
        _recorded = countsStored ? null : media.RecordedSize;
        if (_version.Total < _recorded)
        {
            throw Broken(
                FormattableString.Invariant($"has {_version.Total} bytes in the download, but {_recorded} bytes in the job's record")
            );
        }
    }

    private async Task CopyAsync(Stream source, CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(MediaDownloader.Silence, downloader.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (await ReadAsync(source, buffer, either.Token, cancellationToken).ConfigureAwait(false) is > 0 and int count)
            {
                if (file.Position == 0 && MediaKind.IsDocument(media, buffer.AsSpan(0, count)))
                {
                    throw MediaDownloader.NotTheFile(media, "it begins like an HTML page or a JSON document", statusCode: null);
                }

                await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
                progress?.Report(new KlingTransfer(file.Position, _version.Total ?? _recorded));
                silence.CancelAfter(MediaDownloader.Silence);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task<int> ReadAsync(Stream source, byte[] buffer, CancellationToken either, CancellationToken callers)
    {
        try
        {
            return await source.ReadAsync(buffer, either).ConfigureAwait(false);
        }
        catch (Exception e) when (e is InvalidDataException || ApiTransport.IsFailure(e))
        {
            callers.ThrowIfCancellationRequested();
            throw Broken("was interrupted", e);
        }
    }

    /// <summary>
    /// A connection that was closed too early by something in between may look like the end of the file. So the file has to reach every
    /// length that is known: a cut makes it shorter, never longer. One that is longer than the record says is taken if the response was
    /// whole by itself.
    /// </summary>
    private void CheckLength()
    {
        long count = file.Position;
        if (count == 0)
        {
            throw Broken("is empty");
        }

        if (_version.Total is { } total && count != total)
        {
            if (count > total)
            {
                Restart();
            }

            throw Broken(FormattableString.Invariant($"ended after {count} of {total} bytes"));
        }

        if (_recorded is { } recorded && (count < recorded || (count > recorded && _version is { IsFramed: false, Total: null })))
        {
            throw Broken(FormattableString.Invariant($"ended after {count} bytes, but the job's record says {recorded} bytes"));
        }
    }

    private void Restart()
    {
        file.SetLength(0);
        file.Position = 0;
        _version = ResumePoint.None;
    }

    private KlingApiException Broken(string how, Exception? cause = null) =>
        cause is null
            ? new KlingApiException(
                $"The output of the job {media.RequestId} {how}. Save it again.",
                KlingErrorKind.ConnectionFailed,
                media.RequestId
            )
            {
                IsRetryable = true,
            }
            : ApiErrors.NoAnswer($"The output of the job {media.RequestId} {how}", media.RequestId, cause);
}
