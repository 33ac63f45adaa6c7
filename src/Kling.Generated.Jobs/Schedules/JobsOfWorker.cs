using Quartz;
using Quartz.Extensibility;

namespace Kling;

/// <summary>Gives the scheduler the jobs of this worker.</summary>
internal sealed class JobsOfWorker(WorkContext context, Reconciler reconciler) : IJobFactory
{
    public ValueTask<JobScope> CreateJob(TriggerFiredBundle bundle, IScheduler scheduler, CancellationToken cancellationToken)
    {
        IJob job = bundle.JobDetail.Key.Name == Schedules.ReconcileName ? new ReconcileJob(context, reconciler) : new DeleteJob(context);
        return new(new JobScope(job, null));
    }

    public ValueTask ReturnJob(JobScope scope, CancellationToken cancellationToken) => default;
}
