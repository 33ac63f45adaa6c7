using System.Diagnostics.CodeAnalysis;
using Npgsql;
using Quartz;

namespace Kling;

/// <summary>
/// What is done from time to time, by one worker of the store: the reconciliation with the account's history, and the deletion of old tickets.
/// Quartz.NET chooses the worker: on PostgreSQL as a cluster that replaces a dead one within about 5 s, on SQLite in memory, because only one
/// process works on the file.
/// </summary>
internal sealed class Schedules : IAsyncDisposable
{
    public const string ReconcileName = "reconcile";

    private static readonly TimeSpan DeleteEvery = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(2);

    /// <summary>What the scheduler needs of a job's type.</summary>
    private const DynamicallyAccessedMemberTypes OfJobs =
        DynamicallyAccessedMemberTypes.PublicConstructors
        | DynamicallyAccessedMemberTypes.PublicProperties
        | DynamicallyAccessedMemberTypes.Interfaces;

    private readonly IScheduler _scheduler;

    private Schedules(IScheduler scheduler) => _scheduler = scheduler;

    public static async Task<Schedules> StartAsync(WorkContext context, Reconciler reconciler, CancellationToken cancellationToken)
    {
        IScheduler scheduler = await QuartzSchedulerBuilder
            .Create(quartz =>
            {
                _ = quartz.ConfigureScheduler(scheduler =>
                {
                    scheduler.InstanceName = "kling";
                    scheduler.GenerateInstanceId = true;
                });
                _ = quartz.UseDefaultThreadPool(2);
                _ = quartz.UseTimeProvider(context.Clock);
                _ = quartz.UseJobFactory(new JobsOfWorker(context, reconciler));
                if (context.Store.Database is PostgreSqlDatabase database)
                {
                    _ = quartz.UsePersistentStore(store =>
                    {
                        _ = store.UsePostgres(NpgsqlFactory.Instance, database.ConnectionString);
                        _ = store.ProvisionSchema();
                        _ = store.UseClustering(cluster =>
                        {
                            cluster.CheckinInterval = CheckIn;
                            cluster.CheckinMisfireThreshold = CheckIn;
                        });
                        _ = store.ConfigureStore(options => options.StoreJobDataAsStrings = true);
                    });
                }
                else
                {
                    _ = quartz.UseInMemoryStore();
                }
            })
            .BuildScheduler(cancellationToken)
            .ConfigureAwait(false);
        var schedules = new Schedules(scheduler);
        await schedules.AddAsync<ReconcileJob>(ReconcileName, context.Options.ReconcileEvery, context.Clock, cancellationToken).ConfigureAwait(false);
        await schedules.AddAsync<DeleteJob>("delete", DeleteEvery, context.Clock, cancellationToken).ConfigureAwait(false);
        await scheduler.Start(cancellationToken).ConfigureAwait(false);
        return schedules;
    }

    public async ValueTask DisposeAsync() => await _scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None).ConfigureAwait(false);

    // Every worker says it; for the scheduler of a cluster it is one job with one trigger.
    private async Task AddAsync<[DynamicallyAccessedMembers(OfJobs)] T>(string name, TimeSpan interval, TimeProvider clock, CancellationToken cancellationToken)
        where T : IJob
    {
        IJobDetail job = JobBuilder.Create<T>().WithIdentity(name, "kling").StoreDurably().Build();
        await _scheduler.AddJob(job, new AddJobOptions { Replace = true }, cancellationToken).ConfigureAwait(false);
        ITrigger trigger = TriggerBuilder
            .Create(clock)
            .WithIdentity(name, "kling")
            .ForJob(job)
            .StartNow()
            .WithSimpleSchedule(schedule =>
                schedule
                    .WithInterval(interval)
                    .RepeatForever()
                    .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithRemainingCount)
            )
            .Build();
        _ = await _scheduler.ScheduleTrigger(trigger, TriggerConflict.Keep, cancellationToken).ConfigureAwait(false);
    }
}
