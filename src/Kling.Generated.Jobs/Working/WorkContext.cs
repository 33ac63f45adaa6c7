using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace Kling;

/// <summary>What the parts of a worker share.</summary>
internal sealed class WorkContext(KlingClient client, TicketStore store, KlingJobsOptions options, ILogger logger)
{
    private static readonly TimeSpan UsualPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RetryPause = TimeSpan.FromMilliseconds(500);

    /// <summary>The worker's name. It is new for every process, so that a new one does not take itself for a dead one.</summary>
    public string Name { get; } = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";

    public KlingClient Client => client;

    public TicketStore Store => store;

    public KlingJobsOptions Options => options;

    public ILogger Logger => logger;

    public PollingStrategy Polling => options.Polling ?? client.Polling;

    public TimeProvider Clock => options.TimeProvider;

    public DateTimeOffset Now => Clock.GetUtcNow();

    public TicketModels Models { get; } = new(store);

    /// <summary>The tickets that this process works on now.</summary>
    public ConcurrentDictionary<Guid, Task> Active { get; } = new();

    /// <summary>For tests: called at each step.</summary>
    public Action<WorkerStep>? Reached { get; init; }

    public void Reach(WorkerStep step) => Reached?.Invoke(step);

    /// <summary>The pause before the next poll. A strategy of the user's that throws must not lose a job.</summary>
    public TimeSpan PauseBefore(PollingContext poll)
    {
        try
        {
            return Polling.NextDelay(poll);
        }
        catch (Exception e)
        {
            JobsLog.StrategyFailed(logger, e);
            return UsualPause;
        }
    }

    /// <summary>Whether the error says that the database cannot be reached for now.</summary>
    public bool IsOutage(Exception error) => store.Database.IsTransient(error);

    /// <summary>
    /// Stores something that must not be lost, such as the id of a billed job, however long the database cannot be reached. It ends with the
    /// process only.
    /// </summary>
    public Task<bool> PersistAsync(Func<Task<bool>> change) =>
        RetryAsync(
            change,
            error => IsOutage(error) || (error is DbException refused && !store.Database.IsDuplicate(refused)),
            CancellationToken.None
        );

    /// <summary>Stores a change of a ticket in the same way.</summary>
    public async Task<bool> StoreAsync(TicketRow row, TicketChange change)
    {
        bool isStored = await PersistAsync(() => store.ChangeAsync(row, change, CancellationToken.None)).ConfigureAwait(false);
        if (isStored && change.State != row.State)
        {
            JobsLog.Changed(logger, row, change.State);
        }

        return isStored;
    }

    /// <summary>Reads the database, however long it cannot be reached.</summary>
    public Task<T> RetryAsync<T>(Func<Task<T>> read, CancellationToken cancellationToken) => RetryAsync(read, IsOutage, cancellationToken);

    private async Task<T> RetryAsync<T>(Func<Task<T>> step, Func<Exception, bool> isRetried, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await step().ConfigureAwait(false);
            }
            catch (Exception e) when (isRetried(e))
            {
                JobsLog.StoreUnavailable(logger, e.Message);
                await Task.Delay(RetryPause, Clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>When a step is retried that has failed several times in a row: after 1 s, 2 s, 4 s, up to 5 min.</summary>
    public DateTimeOffset RetryAt(int failures) => Now + TimeSpan.FromSeconds(Math.Min(300, Math.Pow(2, Math.Min(failures, 10))));
}
