using System.Text.Json;

namespace Kling;

/// <summary>From Submitted to Completed, Failed or Expired: one poll per claim.</summary>
internal sealed class Poller(WorkContext context)
{
    /// <summary>How long outputs are kept. After it there is nothing to find in the account's history either.</summary>
    public static readonly TimeSpan OutputRetention = TimeSpan.FromDays(7);

    public async Task PollAsync(TicketRow row, CancellationToken cancellationToken)
    {
        try
        {
            KlingJob job = context.Client.GetJob(row.Token!);
            KlingProgress progress = await job.GetStatusAsync(cancellationToken).ConfigureAwait(false);
            context.Reach(WorkerStep.PollReceived);
            if (progress.Status is KlingJobStatus.Completed or KlingJobStatus.Failed)
            {
                // The result of a failed job is the exception that says why.
                KlingResult result = await job.GetResultAsync(cancellationToken).ConfigureAwait(false);
                context.Reach(WorkerStep.ResultReceived);
                await StoreResultAsync(row, result).ConfigureAwait(false);
            }
            else
            {
                await StorePollAsync(row, progress.Status).ConfigureAwait(false);
            }
        }
        catch (KlingJobFailedException e)
        {
            await StoreEndAsync(row, KlingTicketState.Failed, Settlement.Release, e.Message).ConfigureAwait(false);
        }
        catch (KlingJobExpiredException e) when (e.InnerException is null && IsLate(e))
        {
            // The job may have been billed, so what was reserved counts as spent.
            await StoreEndAsync(row, KlingTicketState.Expired, Settlement.Spend, e.Message).ConfigureAwait(false);
        }
        catch (Exception e) when (e is KlingApiException or KlingJobExpiredException or ArgumentException)
        {
            // A token of another BaseAddress is a mistake of the configuration, which can be corrected.
            await StoreErrorAsync(row, e).ConfigureAwait(false);
        }
    }

    /// <summary>Whether a completed job must be in the account's history by now.</summary>
    private bool IsLate(KlingJobExpiredException expired) => context.Now > expired.ExpiresAt + context.Options.Resolve.SettleTime;

    private async Task StorePollAsync(TicketRow row, KlingJobStatus status)
    {
        DateTimeOffset submitted = row.SubmittedAt!.Value;
        TimeSpan elapsed = context.Now - submitted;
        TimeSpan? queued = status is KlingJobStatus.Queued ? elapsed : row.Queued;
        TimeSpan pause = context.PauseBefore(
            await ContextAsync(row, status, elapsed, queued, row.Polls + 1).ConfigureAwait(false)
        );
        var change = new TicketChange(KlingTicketState.Submitted, context.Now + pause)
        {
            Values =
            [
                ("status", (long)status),
                ("polls", (long)row.Polls + 1),
                ("queued_ms", (long?)queued?.TotalMilliseconds),
                ("failures", 0L),
                ("error", null),
            ],
        };
        _ = await context.StoreAsync(row, change).ConfigureAwait(false);
        context.Reach(WorkerStep.PollCommitted);
    }

    private async Task StoreResultAsync(TicketRow row, KlingResult result)
    {
        TimeSpan elapsed = context.Now - row.SubmittedAt!.Value;
        TimeSpan duration = result.Metrics?.TotalTime ?? elapsed;
        context.Polling.OnCompleted(
            await ContextAsync(row, KlingJobStatus.Completed, elapsed, row.Queued, row.Polls + 1).ConfigureAwait(false),
            duration
        );

        // A ticket without a place of its own takes the worker's, also if another process has enqueued it.
        string? saveTo = row.SaveTo ?? context.Options.SaveTo;
        byte[] json = context.Store.Protect(JsonSerializer.SerializeToUtf8Bytes(result.Json, StoredJson.Default.JsonElement));
        var change = new TicketChange(KlingTicketState.Completed, saveTo is null ? null : context.Now)
        {
            Settlement = Settlement.Spend,
            Cost = result.Metrics?.Cost,
            Values =
            [
                ("status", (long)KlingJobStatus.Completed),
                ("polls", (long)row.Polls + 1),
                ("save_to", saveTo),
                ("result", json),
                ("outputs", StoredJson.Write([.. result.Outputs.Select(static media => media.ToString())])),
                ("failures", 0L),
                ("error", null),
            ],
        };
        _ = await context.StoreAsync(row, change).ConfigureAwait(false);
        JobsTelemetry.Ended(row.Slug, change.State, result.Metrics?.Cost);
        context.Reach(WorkerStep.CompletedCommitted);
    }

    private async Task StoreEndAsync(TicketRow row, KlingTicketState state, Settlement settlement, string message)
    {
        var change = new TicketChange(state, DueAt: null)
        {
            Detail = message,
            Settlement = settlement,
            Values = [("polls", (long)row.Polls + 1), ("error", message)],
        };
        _ = await context.StoreAsync(row, change).ConfigureAwait(false);
        JobsTelemetry.Ended(row.Slug, state, cost: null);
    }

    /// <summary>A poll that failed says nothing about the job. It is polled again until its outputs cannot exist any more.</summary>
    private async Task StoreErrorAsync(TicketRow row, Exception error)
    {
        if (context.Now - row.SubmittedAt!.Value > OutputRetention)
        {
            await StoreEndAsync(row, KlingTicketState.Expired, Settlement.Spend, error.Message).ConfigureAwait(false);
            return;
        }

        DateTimeOffset retry = context.RetryAt(row.Failures);
        DateTimeOffset? wanted = (error as KlingApiException)?.RetryAt;
        var change = new TicketChange(KlingTicketState.Submitted, wanted > retry ? wanted : retry)
        {
            Values = [("polls", (long)row.Polls + 1), ("failures", (long)row.Failures + 1), ("error", error.Message)],
        };
        _ = await context.StoreAsync(row, change).ConfigureAwait(false);
    }

    private async Task<PollingContext> ContextAsync(TicketRow row, KlingJobStatus status, TimeSpan elapsed, TimeSpan? queued, int polls) =>
        new()
        {
            Slug = row.Slug,
            Status = status,
            ExpectedDuration = (await context.Models.FindAsync(row, CancellationToken.None).ConfigureAwait(false))?.TypicalDuration,
            Elapsed = elapsed,
            QueuedUntil = queued,
            Polls = polls,
        };
}
