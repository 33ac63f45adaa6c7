using System.Buffers;
using System.Net;

namespace Kling;

/// <summary>One download into a file. What breaks off is asked for again from there; the server decides whether the rest still fits.</summary>
internal sealed class MediaDownload(MediaDownloader downloader, Uri url, string requestId, FileStream file, IProgress<KlingTransfer>? progress)
{
    /// <summary>How often in a row it is taken up again without a byte more than ever before.</summary>
    public const int FruitlessLimit = 3;

    private const int BufferSize = 128 * 1024;

    private ResumePoint _version = new(0, null, null, null);
    private long _farthest;

    /// <summary>Fetches the file.</summary>
    /// <exception cref="KlingApiException">It could not be fetched to its end.</exception>
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
            ClientLog.ResumingDownload(downloader.Logger, requestId, file.Position, pause.TotalSeconds);
            await Task.Delay(pause, downloader.Clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Fetches what is missing, or the whole file where that is not to be had.</summary>
    private async Task ContinueAsync(CancellationToken cancellationToken)
    {
        ResumePoint point = _version with { Offset = file.Position };
        using HttpResponseMessage response = await downloader.GetAsync(url, requestId, point.IsSafe ? point : null, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode is HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            Restart();
            throw Broken("is shorter than it was before", cause: null);
        }

        if (!(point.IsSafe && point.IsRest(response)))
        {
            Restart();
            _version = response.StatusCode is not HttpStatusCode.PartialContent
                ? ResumePoint.Begin(response)
                : throw Broken("came in a part that was not asked for", cause: null);
        }

        Stream source = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (source.ConfigureAwait(false))
        {
            await CopyAsync(source, cancellationToken).ConfigureAwait(false);
        }

        CheckLength();
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
                await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
                progress?.Report(new KlingTransfer(file.Position, _version.Total));
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
        catch (Exception e) when (ApiTransport.IsFailure(e))
        {
            callers.ThrowIfCancellationRequested();
            throw Broken("broke off", e);
        }
    }

    /// <summary>A connection that was closed too early by something in between may look like the end of the file.</summary>
    private void CheckLength()
    {
        if (_version.Total is not { } total || file.Position == total)
        {
            return;
        }

        long count = file.Position;
        if (count > total)
        {
            Restart();
        }

        throw Broken(FormattableString.Invariant($"ended after {count} of {total} bytes"), cause: null);
    }

    private void Restart()
    {
        file.SetLength(0);
        file.Position = 0;
        _version = new ResumePoint(0, null, null, null);
    }

    private KlingApiException Broken(string how, Exception? cause) => cause is null
        ? new KlingApiException($"The output of the job {requestId} {how}. Save it again.", KlingErrorKind.ConnectionFailed, requestId) { IsRetryable = true }
        : ApiErrors.NoAnswer($"The output of the job {requestId} {how}", requestId, cause);
}
