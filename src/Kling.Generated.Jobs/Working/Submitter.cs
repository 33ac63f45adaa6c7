using System.Diagnostics;
using System.Text.Json;

namespace Kling;

/// <summary>From Enqueued to Submitted: the only place that submits.</summary>
internal sealed class Submitter(WorkContext context)
{
    /// <summary>How long nothing is submitted after a refusal that every other request would get, too.</summary>
    private static readonly TimeSpan RefusalPause = TimeSpan.FromMinutes(5);

    private readonly Dictionary<Guid, long> _claimedAt = [];

    public async Task<List<TicketRow>> ClaimAsync(int most, CancellationToken cancellationToken)
    {
        if (most <= 0)
        {
            return [];
        }

        long begun = context.Clock.GetTimestamp();
        List<TicketRow> rows = await context
            .Store.ClaimSubmitsAsync(
                context.Name,
                most,
                row => PriceAsync(row, cancellationToken),
                () => context.Reach(WorkerStep.ClaimCommitting),
                cancellationToken
            )
            .ConfigureAwait(false);
        if (rows.Count > 0)
        {
            context.Reach(WorkerStep.ClaimCommitted);
        }

        lock (_claimedAt)
        {
            foreach (TicketRow row in rows)
            {
                _claimedAt[row.Id] = begun;
            }
        }

        return rows;
    }

    /// <summary>Submits a claimed ticket, once, and stores what has become of it.</summary>
    public async Task SubmitAsync(TicketRow row)
    {
        using Activity? span = JobsTelemetry.StartSubmit(row);
        if (HasLeaseRunDown(row))
        {
            // The process stood still: another worker may have taken over. The row says it.
            _ = await GiveBackAsync(row, null, context.Now, failures: 0).ConfigureAwait(false);
            return;
        }

        if (await ReadAsync(row).ConfigureAwait(false) is not { } request)
        {
            return;
        }

        KlingJob job;
        try
        {
            job = await SendAsync(row.Slug, request.Model, request.Body).ConfigureAwait(false);
        }
        catch (KlingSubmitUnconfirmedException e)
        {
            await StoreUnconfirmedAsync(row, e.Intent?.Id, e.Message).ConfigureAwait(false);
            return;
        }
        catch (KlingApiException e)
        {
            await StoreRefusalAsync(row, e).ConfigureAwait(false);
            return;
        }
        catch (Exception e) when (e is ArgumentException or KlingValidationException)
        {
            // The client refused it; nothing was sent.
            await StoreFailureAsync(row, e.Message).ConfigureAwait(false);
            return;
        }

        context.Reach(WorkerStep.SubmitSent);
        await StoreJobAsync(row, job, request.Model).ConfigureAwait(false);
    }

    /// <summary>The request of a ticket, or null if it cannot be read: then nothing was sent, and the ticket says so.</summary>
    private async Task<(KlingModel? Model, JsonElement Body)?> ReadAsync(TicketRow row)
    {
        try
        {
            return (await context.Models.FindAsync(row, CancellationToken.None).ConfigureAwait(false), context.Store.ReadJson(row.Body));
        }
        catch (Exception e) when (context.IsOutage(e))
        {
            _ = await GiveBackAsync(row, e.Message, context.Now, row.Failures + 1).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // For example, it was encrypted with a key that is gone.
            await StoreFailureAsync(row, $"The stored request could not be read. {e.Message}").ConfigureAwait(false);
        }

        return null;
    }

    private async Task<KlingJob> SendAsync(string slug, KlingModel? model, JsonElement body)
    {
        try
        {
            return model is null
                ? await context.Client.SubmitAsync(slug, body, CancellationToken.None).ConfigureAwait(false)
                : await context.Client.SubmitAsync(new StoredRequest(model, body), CancellationToken.None).ConfigureAwait(false);
        }
        catch (KlingCallbackException e)
        {
            return e.Job;
        }
    }

    private async Task StoreJobAsync(TicketRow row, KlingJob job, KlingModel? model)
    {
        TimeSpan first = context.PauseBefore(
            new PollingContext
            {
                Slug = row.Slug,
                Status = job.Status,
                ExpectedDuration = model?.TypicalDuration,
                Elapsed = TimeSpan.Zero,
                Polls = 0,
            }
        );
        var change = new TicketChange(KlingTicketState.Submitted, job.SubmittedAt + first)
        {
            Values =
            [
                ("request_id", job.RequestId),
                ("token", job.ToToken()),
                ("submitted_at", job.SubmittedAt),
                ("status", (long)job.Status),
                ("failures", 0L),
                ("error", null),
            ],
        };
        bool isStored = await context
            .PersistAsync(() => context.Store.ChangeToSubmittedAsync(row, change, job.RequestId, CancellationToken.None))
            .ConfigureAwait(false);
        context.Reach(WorkerStep.SubmittedCommitted);
        if (!isStored)
        {
            JobsLog.JobNotStored(context.Logger, row.Id, job.RequestId);
        }
    }

    private async Task StoreUnconfirmedAsync(TicketRow row, Guid? submitId, string message)
    {
        var change = new TicketChange(KlingTicketState.Unconfirmed, context.Now)
        {
            Detail = message,
            Values = [("submit_id", submitId?.ToString()), ("error", message)],
        };
        _ = await context
            .PersistAsync(() => context.Store.ChangeToUnconfirmedAsync(row, change, CancellationToken.None))
            .ConfigureAwait(false);
        context.Reach(WorkerStep.UnconfirmedCommitted);
    }

    /// <summary>
    /// A fault of this library, so that it is not known what was sent. This process cannot find it in the history either, because its client may
    /// count the job as another submit's. A person decides.
    /// </summary>
    public async Task StoreUncertainAsync(TicketRow row, string message)
    {
        string error = $"A fault during the submit: {message} It is unknown whether the request was sent. Decide with ResolveAsync.";
        var change = new TicketChange(KlingTicketState.Unconfirmed, DueAt: null) { Detail = error, Values = [("error", error)] };
        _ = await context.StoreAsync(row, change).ConfigureAwait(false);
    }

    private async Task StoreRefusalAsync(TicketRow row, KlingApiException error)
    {
        switch (error.Kind)
        {
            case KlingErrorKind.ServerError or KlingErrorKind.ServiceUnavailable:
                // The server may have accepted it: the history knows.
                await StoreUnconfirmedAsync(row, submitId: null, error.Message).ConfigureAwait(false);
                break;
            case KlingErrorKind.ConnectionFailed:
                DateTimeOffset later = context.RetryAt(row.Failures);
                _ = await GiveBackAsync(row, error.Message, later, row.Failures + 1).ConfigureAwait(false);
                break;
            case KlingErrorKind.RateLimited:
                DateTimeOffset until = error.RetryAt ?? context.RetryAt(row.Failures);
                await HoldAsync(row, error.Message, until, reason: null).ConfigureAwait(false);
                break;
            case KlingErrorKind.Unauthorized
                or KlingErrorKind.InsufficientCredits
                or KlingErrorKind.SpendLimit
                or KlingErrorKind.NotAcceptable
                or KlingErrorKind.InvalidContentType
                or KlingErrorKind.Redirected:
                await HoldAsync(row, error.Message, context.Now + RefusalPause, error.Message).ConfigureAwait(false);
                break;
            default:
                await StoreFailureAsync(row, error.Message).ConfigureAwait(false);
                break;
        }
    }

    private async Task StoreFailureAsync(TicketRow row, string message)
    {
        var change = new TicketChange(KlingTicketState.Failed, DueAt: null)
        {
            Detail = message,
            Settlement = Settlement.Release,
            Values = [("error", message)],
        };
        _ = await context.StoreAsync(row, change).ConfigureAwait(false);
    }

    /// <summary>Every other request would be refused, too: nothing more is submitted for a while, by no worker.</summary>
    private async Task HoldAsync(TicketRow row, string message, DateTimeOffset until, string? reason)
    {
        _ = await context
            .PersistAsync(async () =>
            {
                await context.Store.HoldAsync(until, reason, CancellationToken.None).ConfigureAwait(false);
                return true;
            })
            .ConfigureAwait(false);
        _ = await GiveBackAsync(row, message, until, row.Failures + 1).ConfigureAwait(false);
        JobsLog.Held(context.Logger, until, message);
    }

    /// <summary>Puts a ticket back into the queue whose request the server certainly did not accept.</summary>
    private Task<bool> GiveBackAsync(TicketRow row, string? message, DateTimeOffset dueAt, int failures) =>
        context.StoreAsync(
            row,
            new TicketChange(KlingTicketState.Enqueued, dueAt)
            {
                Detail = message,
                Settlement = Settlement.Release,
                Values = [("failures", (long)failures), ("error", message)],
            }
        );

    private bool HasLeaseRunDown(TicketRow row)
    {
        lock (_claimedAt)
        {
            return !_claimedAt.Remove(row.Id, out long begun) || context.Clock.GetElapsedTime(begun) > context.Options.Lease / 2;
        }
    }

    /// <summary>The highest cost that is known for the request, else the expected one, else nothing.</summary>
    private async Task<long> PriceAsync(TicketRow row, CancellationToken cancellationToken)
    {
        try
        {
            KlingModel? model = await context.Models.FindAsync(row, cancellationToken).ConfigureAwait(false);
            KlingCost? cost = model is null ? null : context.Client.EstimateCost(new StoredRequest(model, context.Store.ReadJson(row.Body)));
            return Amount.FromCredits(cost?.Highest ?? cost?.Expected ?? 0);
        }
        catch (Exception e) when (e is not OperationCanceledException and not System.Data.Common.DbException)
        {
            // A request that cannot be read must not stop those behind it. It fails when it is submitted.
            return 0;
        }
    }
}
