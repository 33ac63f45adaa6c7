using Microsoft.Extensions.Logging;

namespace Kling;

/// <summary>Waits for the end of a job. A poll that fails is no news: the loop is the retry.</summary>
internal sealed class JobWait(
    JobReader reader, JobProgress progress, PollingStrategy polling, TimeSpan timeout, IProgress<KlingProgress>? observer, ILogger logger)
{
    /// <summary>How long after the submit the server may not know the job yet.</summary>
    public static readonly TimeSpan NotFoundTolerance = TimeSpan.FromSeconds(30);

    /// <summary>How long before the deadline the job is asked about for the last time, if there is so much time left.</summary>
    public static readonly TimeSpan LastLook = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private readonly TimeProvider _clock = reader.Clock;
    private readonly long _begun = reader.Clock.GetTimestamp();
    private bool _hadLastLook;
    private KlingApiException? _lastError;

    /// <summary>Waits until the job is finished or the time is over.</summary>
    public async Task<KlingResult> RunAsync(CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            while (await PauseAsync(either.Token).ConfigureAwait(false))
            {
                if (await LookAsync(either.Token).ConfigureAwait(false) is { } result)
                {
                    if (progress.TakeDuration(result.Metrics?.TotalTime) is { } duration)
                    {
                        polling.OnCompleted(progress.Context(), duration);
                    }

                    return result;
                }
            }
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(
                $"The wait for the job {reader.Job.RequestId} was cancelled. The job itself goes on, is billed if it succeeds, and can be waited for again.",
                e,
                cancellationToken);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            // The deadline ended a question in flight.
        }

        throw new KlingTimeoutException(reader.Job.RequestId, progress.Status, progress.Elapsed, reader.Job.ExpiresAt, _lastError);
    }

    /// <summary>Waits for the next poll.</summary>
    /// <returns>Whether there is time for one.</returns>
    private async Task<bool> PauseAsync(CancellationToken cancellationToken)
    {
        TimeSpan remaining = timeout - _clock.GetElapsedTime(_begun);
        if (remaining <= TimeSpan.Zero)
        {
            return false;
        }

        TimeSpan pause = NextPause();
        if (pause >= remaining)
        {
            if (_hadLastLook)
            {
                await Task.Delay(remaining, _clock, cancellationToken).ConfigureAwait(false);
                return false;
            }

            // What would come too late comes just in time, once.
            _hadLastLook = true;
            pause = remaining / 2 > LastLook ? remaining - LastLook : remaining / 2;
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (pause > TimeSpan.Zero)
        {
            await Task.Delay(pause, _clock, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    /// <summary>The pause from now on: the strategy counts from the last poll, and the server may ask for more.</summary>
    private TimeSpan NextPause()
    {
        DateTimeOffset now = _clock.GetUtcNow();
        long wanted = Math.Clamp(polling.NextDelay(progress.Context()).Ticks, ShortestPause.Ticks, LongestPause.Ticks);
        DateTimeOffset next = progress.LastPoll.AddTicks(wanted);
        return (_lastError?.RetryAt > next ? _lastError.RetryAt.Value : next) - now;
    }

    /// <summary>Asks once for the state, and for the result once the job is known to be finished.</summary>
    private async Task<KlingResult?> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (progress.Status is not KlingJobStatus.Completed)
            {
                Note(await reader.ReadStatusAsync(cancellationToken).ConfigureAwait(false));
            }

            _lastError = null;
            return progress.Status is KlingJobStatus.Completed ? await reader.ReadResultAsync(cancellationToken).ConfigureAwait(false) : null;
        }
        catch (KlingApiException e) when (IsNoNews(e))
        {
            _lastError = e;
            ClientLog.NoNews(logger, reader.Job.RequestId, e.Kind);
            progress.AddPoll();
            observer?.Report(progress.Snapshot());
            return null;
        }
    }

    private void Note(JobAnswer answer)
    {
        progress.AddPoll(answer.Status, logger);
        observer?.Report(progress.Snapshot());
        if (answer.Status is KlingJobStatus.Failed)
        {
            throw reader.Failure(answer);
        }
    }

    private bool IsNoNews(KlingApiException e) =>
        e.IsRetryable || (e.Kind is KlingErrorKind.NotFound && progress.Elapsed < NotFoundTolerance);
}
