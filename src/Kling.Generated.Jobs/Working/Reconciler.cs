namespace Kling;

/// <summary>
/// Finds out from the account's history what has become of unconfirmed submits. It only reads: it never submits. One runs at a time in the
/// cluster; should two run, the changes are still made once.
/// </summary>
internal sealed class Reconciler(WorkContext context)
{
    /// <summary>How many are resolved at once; equal ones are always resolved together.</summary>
    private const int Batch = 500;

    /// <summary>The first pause until the next look. It grows with the number of looks.</summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>One look at the history.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        TicketStore store = context.Store;
        if (await store.OrphanSubmitsAsync(cancellationToken).ConfigureAwait(false) > 0)
        {
            context.Reach(WorkerStep.OrphansCommitted);
        }

        // Not what this process still works on: it knows the job, or will.
        List<TicketRow> rows = await store.UnconfirmedAsync(Batch, cancellationToken).ConfigureAwait(false);
        _ = rows.RemoveAll(row => context.Active.ContainsKey(row.Id));
        if (rows.Count == 0)
        {
            return;
        }

        IReadOnlyList<KlingResolution> resolutions;
        try
        {
            resolutions = await ResolveAsync(rows, cancellationToken).ConfigureAwait(false);
        }
        catch (KlingApiException e)
        {
            foreach (TicketRow row in rows)
            {
                _ = await LaterAsync(row, $"The account's history could not be read. {e.Message}", cancellationToken).ConfigureAwait(false);
            }

            return;
        }

        context.Reach(WorkerStep.HistoryReceived);
        await StoreAsync(rows, resolutions, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>One look at the history for one ticket, and for those that are equal to it.</summary>
    /// <returns>The answer, or null if it is not unconfirmed, or an equal request is being submitted now.</returns>
    public async Task<KlingResolution?> LookUpAsync(TicketRow row, CancellationToken cancellationToken)
    {
        List<TicketRow> rows = await context.Store.UnconfirmedAsync(row.Digest, cancellationToken).ConfigureAwait(false);
        int index = rows.FindIndex(equal => equal.Id == row.Id);
        if (index < 0)
        {
            return null;
        }

        IReadOnlyList<KlingResolution> resolutions = await ResolveAsync(rows, cancellationToken).ConfigureAwait(false);
        await StoreAsync(rows, resolutions, cancellationToken).ConfigureAwait(false);
        return resolutions[index];
    }

    private async Task StoreAsync(List<TicketRow> rows, IReadOnlyList<KlingResolution> resolutions, CancellationToken cancellationToken)
    {
        foreach ((TicketRow row, KlingResolution resolution) in rows.Zip(resolutions))
        {
            await StoreAsync(row, resolution, cancellationToken).ConfigureAwait(false);
            context.Reach(WorkerStep.ResolvedCommitted);
        }
    }

    private async Task<IReadOnlyList<KlingResolution>> ResolveAsync(List<TicketRow> rows, CancellationToken cancellationToken)
    {
        KlingResolveOptions options = context.Options.Resolve;
        TimeSpan around = options.ClockTolerance + options.SettleTime + TimeSpan.FromHours(1);
        List<string> known = await context
            .Store.RequestIdsAsync(rows.Min(static row => row.SubmittedAt!.Value) - around, context.Now + around, cancellationToken)
            .ConfigureAwait(false);
        List<KlingSubmitIntent> intents = [];
        foreach (TicketRow row in rows)
        {
            intents.Add(
                new KlingSubmitIntent
                {
                    Id = row.SubmitId ?? row.Id,
                    Slug = row.Slug,
                    Model = await context.Models.FindAsync(row, cancellationToken).ConfigureAwait(false),
                    Body = System.Text.Encoding.UTF8.GetBytes(context.Store.ReadJson(row.Body).GetRawText()),
                    CreatedAt = row.SubmittedAt!.Value,
                }
            );
        }

        return await context
            .Client.ResolveAsync(intents, options with { KnownRequestIds = [.. options.KnownRequestIds, .. known], WaitUntilSettled = false }, cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task StoreAsync(TicketRow row, KlingResolution resolution, CancellationToken cancellationToken)
    {
        switch (resolution.Kind)
        {
            case KlingResolutionKind.Found:
                _ = await StoreFoundAsync(row, resolution.Job!).ConfigureAwait(false);
                break;
            case KlingResolutionKind.NotFound:
                await StoreNotFoundAsync(row).ConfigureAwait(false);
                break;
            case KlingResolutionKind.Ambiguous:
                _ = await StoreAmbiguousAsync(row, resolution, cancellationToken).ConfigureAwait(false);
                break;
            default:
                _ = await LaterAsync(row, row.Error, cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    /// <summary>A person has decided which job an unconfirmed submit is.</summary>
    /// <exception cref="ArgumentException">The account has no such job, or it belongs to another ticket.</exception>
    public async Task<bool> AcceptAsync(TicketRow row, string requestId, CancellationToken cancellationToken)
    {
        KlingHistoryEntry entry =
            await context.Client.Account.FindAsync(requestId, cancellationToken).ConfigureAwait(false)
            ?? throw new ArgumentException($"The account's history has no request '{requestId}'.", nameof(requestId));
        if (await context.Store.IsEarlierJobAsync(requestId, cancellationToken).ConfigureAwait(false))
        {
            throw BelongsToAnother(requestId, inner: null);
        }

        KlingModel? model = await context.Models.FindAsync(row, cancellationToken).ConfigureAwait(false);
        KlingJob job = context.Client.GetJobFromHistory(entry with { Slug = row.Slug, CreatedAt = entry.CreatedAt ?? row.SubmittedAt }, model);
        try
        {
            return await StoreFoundAsync(row, job).ConfigureAwait(false);
        }
        catch (System.Data.Common.DbException e) when (context.Store.Database.IsDuplicate(e))
        {
            throw BelongsToAnother(requestId, e);
        }
    }

    private static ArgumentException BelongsToAnother(string requestId, Exception? inner) =>
        new($"The job '{requestId}' belongs to another ticket or to an earlier submit.", nameof(requestId), inner);

    private async Task<bool> StoreFoundAsync(TicketRow row, KlingJob job)
    {
        var change = new TicketChange(KlingTicketState.Submitted, context.Now)
        {
            Detail = "Found in the account's history.",
            Values =
            [
                ("request_id", job.RequestId),
                ("token", job.ToToken()),
                ("status", (long)job.Status),
                ("failures", 0L),
                ("error", null),
            ],
        };
        bool isStored = await context
            .PersistAsync(() => context.Store.ChangeToFoundAsync(row, change, CancellationToken.None))
            .ConfigureAwait(false);
        if (isStored)
        {
            JobsLog.Found(context.Logger, row.Id, job.RequestId);
        }

        return isStored;
    }

    private async Task StoreNotFoundAsync(TicketRow row)
    {
        bool again = context.Options.ResubmitNotAccepted;
        const string Why = "The account's history shows that the server has not accepted the request.";
        var change = new TicketChange(again ? KlingTicketState.Enqueued : KlingTicketState.Failed, again ? context.Now : null)
        {
            Detail = Why,
            Settlement = Settlement.Release,
            Values = [("failures", 0L), ("error", again ? null : Why + " You can submit it again with ResubmitAsync.")],
        };
        _ = await context.StoreAsync(row, change).ConfigureAwait(false);
    }

    /// <summary>A person must decide. Until then it is not looked up again.</summary>
    private Task<bool> StoreAmbiguousAsync(TicketRow row, KlingResolution resolution, CancellationToken cancellationToken)
    {
        string ids = string.Join(", ", resolution.Candidates.Select(static candidate => candidate.RequestId));
        string error =
            $"The account's history has several requests that can be this one, or one that can be several: {ids}. Decide with ResolveAsync.";
        return context.Store.ChangeAsync(
            row,
            new TicketChange(KlingTicketState.Unconfirmed, resolution.Candidates.Count > 0 && context.Now < resolution.SettlesAt ? NextLook(row) : null)
            {
                Values = [("failures", (long)row.Failures + 1), ("error", error)],
            },
            cancellationToken
        );
    }

    private Task<bool> LaterAsync(TicketRow row, string? error, CancellationToken cancellationToken) =>
        context.Store.ChangeAsync(
            row,
            new TicketChange(KlingTicketState.Unconfirmed, NextLook(row)) { Values = [("failures", (long)row.Failures + 1), ("error", error)] },
            cancellationToken
        );

    private DateTimeOffset NextLook(TicketRow row)
    {
        TimeSpan pause = FirstPause * (row.Failures + 1);
        return context.Now + (pause < LongestPause ? pause : LongestPause);
    }
}
