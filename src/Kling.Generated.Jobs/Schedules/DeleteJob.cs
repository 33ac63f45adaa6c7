using Quartz;

namespace Kling;

/// <summary>Deletes ended tickets that are older than the options keep them.</summary>
[DisallowConcurrentExecution]
internal sealed class DeleteJob(WorkContext context) : IJob
{
    public async ValueTask Execute(IJobExecutionContext execution, CancellationToken cancellationToken)
    {
        if (context.Options.KeepEnded is { } kept)
        {
            _ = await context.Store.DeleteEndedAsync(context.Now - kept, cancellationToken).ConfigureAwait(false);
        }
    }
}
