using Quartz;

namespace Kling;

/// <summary>Reads the account's history once.</summary>
[DisallowConcurrentExecution]
internal sealed class ReconcileJob(WorkContext context, Reconciler reconciler) : IJob
{
    public async ValueTask Execute(IJobExecutionContext execution, CancellationToken cancellationToken)
    {
        try
        {
            await reconciler.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The next look is in a few seconds.
            JobsLog.ReconcileFailed(context.Logger, e);
        }
    }
}
