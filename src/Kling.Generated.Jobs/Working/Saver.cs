namespace Kling;

/// <summary>From Completed to Saved: fetches the result again and hands its outputs to the output store.</summary>
internal sealed class Saver(WorkContext context)
{
    public async Task SaveAsync(TicketRow row, CancellationToken cancellationToken)
    {
        try
        {
            KlingResult result = await context.Client.GetJob(row.Token!).GetResultAsync(cancellationToken).ConfigureAwait(false);
            KlingTicket ticket = context.Store.ToTicket(row);
            KlingMedia[] media = MainOutputs.Of(result);
            List<string> files = [];
            for (int i = 0; i < media.Length; i++)
            {
                var output = new KlingOutput(ticket, media[i], i, media.Length);
                files.Add(await context.Options.OutputStore.SaveAsync(output, cancellationToken).ConfigureAwait(false));
                context.Reach(WorkerStep.OutputSaved);
            }

            await StoreFilesAsync(row, files).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            // Whatever an output store throws, a full disk for example: the job is billed, so it is retried while its output exists.
            await StoreErrorAsync(row, e).ConfigureAwait(false);
        }
    }

    private async Task StoreFilesAsync(TicketRow row, List<string> files)
    {
        var change = new TicketChange(KlingTicketState.Saved, DueAt: null)
        {
            Values = [("files", StoredJson.Write(files)), ("failures", 0L), ("error", null)],
        };
        _ = await context.StoreAsync(row, change).ConfigureAwait(false);
        context.Reach(WorkerStep.SavedCommitted);
    }

    private async Task StoreErrorAsync(TicketRow row, Exception error)
    {
        JobsLog.SaveFailed(context.Logger, row.Id, error.Message);
        bool isGone = context.Now - row.SubmittedAt!.Value > Poller.OutputRetention;
        KlingTicketState state = isGone ? KlingTicketState.Expired : KlingTicketState.Completed;
        var change = new TicketChange(state, isGone ? null : context.RetryAt(row.Failures))
        {
            Detail = isGone ? error.Message : null,
            Values = [("failures", (long)row.Failures + 1), ("error", error.Message)],
        };
        _ = await context.StoreAsync(row, change).ConfigureAwait(false);
    }
}
