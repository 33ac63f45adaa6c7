using Microsoft.Extensions.Logging;

namespace Kling;

/// <summary>Waits for the end of a job. A failed poll is not an error of the wait: the next poll is the retry.</summary>
/// <remarks>
/// A response that refuses to tell (3xx, 4xx) ends the wait only when it comes <see cref="RefusalLimit"/> times in a row, because one odd
/// response from something in between must not cost a paid job. The polls that confirm it follow after one and two seconds. A completed job
/// without an output is polled in the same way, for <see cref="OutputTolerance"/>.
/// </remarks>
/// <remarks>While it waits it holds itself and one delay: ten thousand jobs may be waited for at once.</remarks>
internal sealed class JobWait(
    JobReader reader,
    JobProgress progress,
    PollingStrategy polling,
    TimeSpan timeout,
    IProgress<KlingProgress>? observer,
    ILogger logger
)
{
    /// <summary>How long after the submit a 404 is expected, because the server may not know the job yet.</summary>
    public static readonly TimeSpan NotFoundTolerance = TimeSpan.FromSeconds(30);

    /// <summary>How long before the deadline the last poll is sent, if that much time is left.</summary>
    public static readonly TimeSpan LastLook = TimeSpan.FromSeconds(1);

    /// <summary>How long a completed job may have no output. A service may report the end before the output.</summary>
    public static readonly TimeSpan OutputTolerance = TimeSpan.FromMinutes(1);

    /// <summary>How many polls in a row must be refused before the wait ends.</summary>
    public const int RefusalLimit = 3;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private readonly TimeProvider _clock = reader.Clock;
    private readonly long _begun = reader.Clock.GetTimestamp();
    private bool _hadLastLook;
    private int _refusals;
    private int _withoutOutput;
    private TimeSpan _withoutOutputFrom;
    private KlingJobStatus? _seen;
    private KlingApiException? _lastError;
    private TimeSpan _askedAfter;

    private TimeSpan Remaining => timeout - _clock.GetElapsedTime(_begun);

    /// <summary>Waits until the job is finished or the wait times out.</summary>
    public async Task<KlingResult> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await PauseAsync(cancellationToken).ConfigureAwait(false))
            {
                if (
                    progress.Status is not KlingJobStatus.Completed
                    && await AskAsync(cancellationToken).ConfigureAwait(false) is { Status: KlingJobStatus.Failed } failed
                )
                {
                    throw reader.Failure(failed);
                }

                if (progress.Status is KlingJobStatus.Completed && await FetchAsync(cancellationToken).ConfigureAwait(false) is { } result)
                {
                    Note(result.Metrics);
                    ClientLog.Finished(logger, reader.Job.RequestId, progress.Elapsed.TotalSeconds, result.Metrics?.Cost);
                    return result;
                }
            }
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw Cancelled(e, cancellationToken);
        }
        catch (KlingException e)
        {
            e.Token = reader.Token;
            throw;
        }

        throw TimedOut();
    }

    /// <summary>Waits for the first status, or for the next change of the status.</summary>
    /// <returns>The job's status after the poll, or null if the job has ended and that was reported.</returns>
    public async Task<KlingProgress?> NextChangeAsync(CancellationToken cancellationToken)
    {
        if (IsEnd(progress.Status))
        {
            bool isTold = _seen == progress.Status;
            _seen = progress.Status;
            return isTold ? null : progress.Snapshot();
        }

        try
        {
            while (await PauseAsync(cancellationToken).ConfigureAwait(false))
            {
                if (await AskAsync(cancellationToken).ConfigureAwait(false) is { } answer && answer.Status != _seen)
                {
                    _seen = answer.Status;
                    if (answer.Status is KlingJobStatus.Completed)
                    {
                        Note(JobRecord.ReadMetrics(answer.Json));
                    }

                    return progress.Snapshot();
                }
            }
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw Cancelled(e, cancellationToken);
        }
        catch (KlingException e)
        {
            e.Token = reader.Token;
            throw;
        }

        throw TimedOut();
    }

    private static bool IsEnd(KlingJobStatus status) => status is KlingJobStatus.Completed or KlingJobStatus.Failed;

    /// <summary>Waits for the next poll.</summary>
    /// <returns>Whether there is time for one.</returns>
    private async Task<bool> PauseAsync(CancellationToken cancellationToken)
    {
        TimeSpan remaining = Remaining;
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

    /// <summary>
    /// The pause from now on: the strategy counts from the last poll, and the server may ask for more, of any of the client's jobs.
    /// </summary>
    private TimeSpan NextPause()
    {
        long wanted = Math.Clamp(polling.NextDelay(progress.Context()).Ticks, ShortestPause.Ticks, LongestPause.Ticks);
        if (Math.Max(_refusals, _withoutOutput) is > 0 and var odd)
        {
            wanted = Math.Min(wanted, TimeSpan.TicksPerSecond * odd);
        }

        TimeSpan pause = progress.LastPoll + TimeSpan.FromTicks(wanted) - progress.Elapsed;
        TimeSpan held = reader.Pace.HeldFor;
        return held > pause ? held : pause;
    }

    /// <summary>Waits until the client's rate allows a request.</summary>
    /// <param name="isUrgent">Whether it is known that there is something to fetch.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <returns>Whether there is time left then.</returns>
    private async Task<bool> TakeTurnAsync(bool isUrgent, CancellationToken cancellationToken)
    {
        TimeSpan remaining = Remaining;
        if (remaining <= TimeSpan.Zero || reader.Pace.TryEnter())
        {
            return remaining > TimeSpan.Zero;
        }

        // However long the server asked for: a wait does not end without having looked.
        if (_hadLastLook && reader.Pace.HeldFor >= remaining)
        {
            return true;
        }

        using var deadline = new CancellationTokenSource(remaining, _clock);
        using CancellationTokenRegistration callers = cancellationToken.UnsafeRegister(
            static source => ((CancellationTokenSource)source!).Cancel(),
            deadline
        );
        try
        {
            await reader.Pace.EnterAsync(isUrgent || _hadLastLook, deadline.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Polls the status once.</summary>
    private async Task<JobAnswer?> AskAsync(CancellationToken cancellationToken)
    {
        if (!await TakeTurnAsync(isUrgent: false, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        _askedAfter = progress.Elapsed;
        try
        {
            JobAnswer answer = await reader.ReadStatusAsync(Remaining, cancellationToken).ConfigureAwait(false);
            _lastError = null;
            _refusals = 0;
            progress.AddPoll(answer, logger);
            observer?.Report(progress.Snapshot());
            return answer;
        }
        catch (KlingApiException e) when (IsNoNews(e))
        {
            NoteNoNews(e);
            return null;
        }
    }

    /// <summary>Requests the result of a finished job once.</summary>
    private async Task<KlingResult?> FetchAsync(CancellationToken cancellationToken)
    {
        if (!await TakeTurnAsync(isUrgent: true, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        _askedAfter = progress.Elapsed;
        try
        {
            return await reader.ReadResultAsync(Remaining, cancellationToken).ConfigureAwait(false);
        }
        catch (KlingApiException e) when (IsNoNews(e))
        {
            NoteNoNews(e);
            return null;
        }
    }

    // What counts is when the server was asked: an answer that took long may still be one to an early question.
    private bool IsNoNews(KlingApiException e) =>
        e.LacksOutput
            ? MayGetOutput()
            : e.IsRetryable || (e.Kind is KlingErrorKind.NotFound && _askedAfter < NotFoundTolerance) || ++_refusals < RefusalLimit;

    private bool MayGetOutput()
    {
        _refusals = 0;
        _withoutOutputFrom = _withoutOutput++ == 0 ? progress.Elapsed : _withoutOutputFrom;
        return _withoutOutput < RefusalLimit || progress.Elapsed - _withoutOutputFrom < OutputTolerance;
    }

    private void NoteNoNews(KlingApiException e)
    {
        _lastError = e;
        ClientLog.PollFailed(logger, reader.Job.RequestId, e.Kind);
        progress.AddPoll();
        observer?.Report(progress.Snapshot());
    }

    /// <summary>Records the duration and the cost of a finished job.</summary>
    private void Note(KlingMetrics? metrics)
    {
        progress.Cost = metrics?.Cost ?? progress.Cost;
        reader.CountCost(metrics);
        if (progress.TakeDuration(metrics?.TotalTime) is { } duration)
        {
            polling.OnCompleted(progress.Context(), duration);
        }
    }

    private KlingTimeoutException TimedOut() =>
        new(reader.Job.RequestId, progress.Status, progress.Elapsed, reader.Job.ExpiresAt, _lastError, progress.State)
        {
            Token = reader.Token,
        };

    private OperationCanceledException Cancelled(OperationCanceledException cause, CancellationToken cancellationToken) =>
        new(
            $"The wait for the job {reader.Job.RequestId} was cancelled. The job is still running and is billed if it succeeds. To wait for it again, in any process, pass "
                + $"this token to {nameof(KlingClient)}.{nameof(KlingClient.GetJob)}: {reader.Token}",
            cause,
            cancellationToken
        );
}
