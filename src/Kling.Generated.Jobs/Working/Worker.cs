namespace Kling;

/// <summary>
/// Takes tickets that are due and works on them: submits, polls and saves. No thread waits for a job: a ticket is taken again when its next
/// step is due.
/// </summary>
internal sealed class Worker
{
    private const int MostSubmits = 16;
    private const int MostPolls = 32;
    private const int MostSaves = 4;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private readonly WorkContext _context;
    private readonly Submitter _submitter;
    private readonly Poller _poller;
    private readonly Saver _saver;
    private int _submits;
    private int _polls;
    private int _saves;
    private DateTimeOffset _nextReport;
    private volatile TaskCompletionSource _woken = new();

    public Worker(WorkContext context)
    {
        _context = context;
        _submitter = new Submitter(context);
        _poller = new Poller(context);
        _saver = new Saver(context);
    }

    private TicketStore Store => _context.Store;

    /// <summary>Something may be due.</summary>
    public void Wake() => _woken.TrySetResult();

    /// <summary>Works until it is cancelled, or until nothing is left to do. Requests that are in flight are then finished.</summary>
    public async Task RunAsync(bool untilDrained, CancellationToken cancellationToken)
    {
        TimeSpan pause = ShortestPause;
        bool wasIdle = false;
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                // What becomes due while this takes tickets ends the next pause.
                _woken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                int? taken = await TakeAsync(cancellationToken).ConfigureAwait(false);
                bool isIdle = taken == 0 && _context.Active.IsEmpty;
                if (untilDrained && isIdle && !await HasWorkAsync(cancellationToken).ConfigureAwait(false))
                {
                    if (wasIdle)
                    {
                        return;
                    }

                    // What has become due since it looked is taken before it ends.
                    wasIdle = true;
                    continue;
                }

                wasIdle = false;
                pause = taken > 0 ? ShortestPause : pause * 2 < LongestPause ? pause * 2 : LongestPause;
                await PauseAsync(pause, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The end that was asked for.
        }
        finally
        {
            await Task.WhenAll(_context.Active.Values).ConfigureAwait(false);
        }
    }

    /// <summary>Takes what is due and begins to work on it.</summary>
    /// <returns>How many tickets were taken, or null if the database could not be reached: then it is not known whether something is left.</returns>
    private async Task<int?> TakeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ReportAsync(cancellationToken).ConfigureAwait(false);
            List<TicketRow> polls = await ClaimAsync(KlingTicketState.Submitted, MostPolls - _polls, cancellationToken).ConfigureAwait(false);
            foreach (TicketRow row in polls)
            {
                _context.Reach(WorkerStep.PollClaimed);
                Start(row, () => _poller.PollAsync(row, cancellationToken), delta => Interlocked.Add(ref _polls, delta));
            }

            List<TicketRow> saves = await ClaimAsync(KlingTicketState.Completed, MostSaves - _saves, cancellationToken).ConfigureAwait(false);
            foreach (TicketRow row in saves)
            {
                _context.Reach(WorkerStep.SaveClaimed);
                Start(row, () => _saver.SaveAsync(row, cancellationToken), delta => Interlocked.Add(ref _saves, delta));
            }

            List<TicketRow> submits = await _submitter.ClaimAsync(MostSubmits - _submits, cancellationToken).ConfigureAwait(false);
            foreach (TicketRow row in submits)
            {
                // It is not cancelled with the worker: a request that is in flight would become unconfirmed.
                Start(row, () => _submitter.SubmitAsync(row), delta => Interlocked.Add(ref _submits, delta));
            }

            return polls.Count + saves.Count + submits.Count;
        }
        catch (Exception e) when (_context.IsOutage(e))
        {
            JobsLog.StoreUnavailable(_context.Logger, e.Message);
            return null;
        }
    }

    private async Task<List<TicketRow>> ClaimAsync(KlingTicketState state, int most, CancellationToken cancellationToken) =>
        most <= 0 ? [] : await Store.ClaimDueAsync(_context.Name, state, most, cancellationToken).ConfigureAwait(false);

    private async Task<bool> HasWorkAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Store.HasWorkAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (_context.IsOutage(e))
        {
            return true;
        }
    }

    private async Task ReportAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = _context.Clock.GetUtcNow();
        if (now >= _nextReport)
        {
            _ = await Store.ReportAsync(_context.Name, _context.Active.ContainsKey, cancellationToken).ConfigureAwait(false);
            if (JobsTelemetry.IsWatched)
            {
                JobsTelemetry.Show(await Store.StatusAsync(cancellationToken).ConfigureAwait(false), now);
            }

            _nextReport = now + (_context.Options.Lease / 3);
        }
    }

    private void Start(TicketRow row, Func<Task> work, Action<int> count)
    {
        count(1);
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _context.Active[row.Id] = done.Task;
        _ = WorkAsync();

        async Task WorkAsync()
        {
            // Beside the loop, which takes further tickets meanwhile.
            await Task.Yield();
            try
            {
                await work().ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (row.State is not KlingTicketState.Submitting)
            {
                // The worker ends; the ticket is due again at the end of its lease. A submit is never cancelled.
            }
            catch (Exception e)
            {
                // A fault of this library or of an output store must not end the worker. The ticket is taken again.
                JobsLog.StepFailed(_context.Logger, row.Id, e);
                if (row.State is KlingTicketState.Submitting)
                {
                    await _submitter.StoreUncertainAsync(row, e.Message).ConfigureAwait(false);
                }
            }
            finally
            {
                _ = _context.Active.TryRemove(KeyValuePair.Create(row.Id, done.Task));
                count(-1);
                done.SetResult();
                Wake();
            }
        }
    }

    private async Task PauseAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task delay = Task.Delay(pause, _context.Clock, either.Token);
        _ = await Task.WhenAny(_woken.Task, delay).ConfigureAwait(false);
        await either.CancelAsync().ConfigureAwait(false);
        await delay.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
