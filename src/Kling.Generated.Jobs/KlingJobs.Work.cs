namespace Kling;

/// <content>Working on the queue, and intervening.</content>
public sealed partial class KlingJobs
{
    /// <summary>Works on the queue until nothing is left to do: every ticket has ended or waits for a person.</summary>
    /// <param name="cancellationToken">Ends the work. Submits that are in flight are finished first; jobs that run stay submitted.</param>
    /// <returns>The state of the queue at the end.</returns>
    /// <exception cref="InvalidOperationException">Another process works on the same SQLite file.</exception>
    /// <remarks>
    /// These tickets wait for a person: ambiguous ones (<see cref="ResolveAsync"/>), those that do not fit into a budget, and all while the
    /// queue is paused or the server refuses every request (<see cref="KlingQueueStatus.HeldBecause"/>).
    /// </remarks>
    public async Task<KlingQueueStatus> DrainAsync(CancellationToken cancellationToken = default)
    {
        await WorkAsync(untilDrained: true, cancellationToken).ConfigureAwait(false);
        return await GetStatusAsync(CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Works on the queue until it is cancelled. <c>AddKlingJobs</c> does it in the host.</summary>
    /// <param name="cancellationToken">Ends the work, as for <see cref="DrainAsync"/>.</param>
    /// <exception cref="InvalidOperationException">Another process works on the same SQLite file.</exception>
    public Task RunAsync(CancellationToken cancellationToken) => WorkAsync(untilDrained: false, cancellationToken);

    /// <summary>Cancels a ticket that is not submitted yet. A submitted job cannot be cancelled.</summary>
    /// <param name="id">The id of the ticket.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>Whether it was cancelled.</returns>
    /// <exception cref="ArgumentException">There is no such ticket.</exception>
    public async Task<bool> CancelAsync(Guid id, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            TicketRow row = await _store.FindAsync(id, cancellationToken).ConfigureAwait(false) ?? throw NoTicket(id);
            if (row.State is not KlingTicketState.Enqueued)
            {
                return false;
            }

            var change = new TicketChange(KlingTicketState.Cancelled, DueAt: null) { Values = [("error", null)] };
            if (await _store.ChangeAsync(row, change, cancellationToken).ConfigureAwait(false))
            {
                return true;
            }
        }
    }

    /// <summary>Stops submits by all workers. Jobs that are submitted are still polled and saved.</summary>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task PauseAsync(CancellationToken cancellationToken = default) => _store.PauseAsync(isPaused: true, cancellationToken);

    /// <summary>Continues after <see cref="PauseAsync"/>, and after the server has refused all requests.</summary>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task ResumeAsync(CancellationToken cancellationToken = default)
    {
        await _store.PauseAsync(isPaused: false, cancellationToken).ConfigureAwait(false);
        await _store.HoldAsync(DateTimeOffset.UnixEpoch, reason: null, cancellationToken).ConfigureAwait(false);
        _worker.Wake();
    }

    /// <summary>
    /// Decides what an unconfirmed ticket has become: the job of an id, for example one of the ids in <see cref="KlingTicket.Error"/>.
    /// </summary>
    /// <param name="id">The id of the ticket.</param>
    /// <param name="requestId">The server's id of the job, or <see langword="null"/> if you know that the server has not accepted the
    /// request: the ticket then ends as <see cref="KlingTicketState.Failed"/>.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>Whether it was changed: <see langword="false"/> if the ticket is not unconfirmed any more.</returns>
    /// <exception cref="ArgumentException">There is no such ticket, the account has no such job, or the job belongs to another ticket or to an
    /// earlier submit of this one.</exception>
    /// <exception cref="KlingApiException">The account's history could not be read.</exception>
    public async Task<bool> ResolveAsync(Guid id, string? requestId, CancellationToken cancellationToken = default)
    {
        TicketRow row = await _store.FindAsync(id, cancellationToken).ConfigureAwait(false) ?? throw NoTicket(id);
        if (row.State is not KlingTicketState.Unconfirmed)
        {
            return false;
        }

        if (requestId is null)
        {
            const string Why = "A person has decided that the server has not accepted the request.";
            var failed = new TicketChange(KlingTicketState.Failed, DueAt: null)
            {
                Detail = Why,
                Settlement = Settlement.Release,
                Values = [("error", Why)],
            };
            return await _store.ChangeAsync(row, failed, cancellationToken).ConfigureAwait(false);
        }

        return await _reconciler.AcceptAsync(row, requestId, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Looks for an unconfirmed ticket in the account's history now, and stores the answer. The worker does it from time to time, but not
    /// for an ambiguous ticket, which waits for you.
    /// </summary>
    /// <param name="id">The id of the ticket.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The answer, or <see langword="null"/> if the ticket is not unconfirmed, or an equal request is being submitted now.</returns>
    /// <exception cref="ArgumentException">There is no such ticket.</exception>
    /// <exception cref="KlingApiException">The account's history could not be read.</exception>
    public async Task<KlingResolution?> LookUpAsync(Guid id, CancellationToken cancellationToken = default)
    {
        TicketRow row = await _store.FindAsync(id, cancellationToken).ConfigureAwait(false) ?? throw NoTicket(id);
        KlingResolution? resolution = await _reconciler.LookUpAsync(row, cancellationToken).ConfigureAwait(false);
        _worker.Wake();
        return resolution;
    }

    /// <summary>
    /// Enqueues a ticket again that has failed or expired, as the same ticket. A job that has failed is not billed; the new one is.
    /// </summary>
    /// <param name="id">The id of the ticket.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>Whether it was enqueued: <see langword="false"/> if it has not failed or expired.</returns>
    /// <exception cref="ArgumentException">There is no such ticket.</exception>
    public async Task<bool> ResubmitAsync(Guid id, CancellationToken cancellationToken = default)
    {
        TicketRow row = await _store.FindAsync(id, cancellationToken).ConfigureAwait(false) ?? throw NoTicket(id);
        if (row.State is not (KlingTicketState.Failed or KlingTicketState.Expired))
        {
            return false;
        }

        var change = new TicketChange(KlingTicketState.Enqueued, _options.TimeProvider.GetUtcNow())
        {
            Detail = "Enqueued again by ResubmitAsync.",
            Values = [("request_id", null), ("token", null), ("status", 0L), ("polls", 0L), ("failures", 0L), ("error", null)],
        };
        bool isChanged = await _store.ChangeAsync(row, change, cancellationToken).ConfigureAwait(false);
        _worker.Wake();
        return isChanged;
    }

    /// <summary>Requests the result of a completed ticket from the server, to read its files as streams.</summary>
    /// <param name="id">The id of the ticket.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The result. Its files are kept for 7 days.</returns>
    /// <exception cref="ArgumentException">There is no such ticket, or it has no job.</exception>
    /// <exception cref="KlingJobFailedException">The job failed.</exception>
    /// <exception cref="KlingApiException">The job is not finished, or there was no valid response.</exception>
    /// <exception cref="KlingJobExpiredException">The job no longer exists on the server.</exception>
    public async Task<KlingResult> GetResultAsync(Guid id, CancellationToken cancellationToken = default)
    {
        TicketRow row = await _store.FindAsync(id, cancellationToken).ConfigureAwait(false) ?? throw NoTicket(id);
        return row.Token is { } token
            ? await _client.GetJob(token).GetResultAsync(cancellationToken).ConfigureAwait(false)
            : throw new ArgumentException($"The ticket {id} has no job: its state is {row.State}.", nameof(id));
    }

    /// <summary>Works if the options say so, again after every fault: a database that is not there yet must not end the host.</summary>
    internal async Task RunInHostAsync(CancellationToken cancellationToken)
    {
        while (_options.RunWorker && !cancellationToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (_context.IsOutage(e) || e is Quartz.SchedulerException)
            {
                JobsLog.StoreUnavailable(_context.Logger, e.Message);
                await Task.Delay(RestartPause, _options.TimeProvider, cancellationToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    internal Reconciler Reconciler => _reconciler;

    internal Worker Worker => _worker;

    internal TicketStore Store => _store;

    private async Task WorkAsync(bool untilDrained, CancellationToken cancellationToken)
    {
        await _store.MigrateAsync(cancellationToken).ConfigureAwait(false);
        using IDisposable? only = _store.Database.BecomeWorker();
        if (only is not null)
        {
            // No other worker can be alive, so no lease has to be waited for.
            _ = await _store.EndLeasesAsync(cancellationToken).ConfigureAwait(false);
        }

        await using Schedules schedules = await Schedules.StartAsync(_context, _reconciler, cancellationToken).ConfigureAwait(false);
        await _worker.RunAsync(untilDrained, cancellationToken).ConfigureAwait(false);
    }
}
