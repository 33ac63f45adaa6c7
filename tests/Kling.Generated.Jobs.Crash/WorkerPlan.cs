using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kling.Tests.Crash;

/// <summary>What a worker works on, and where its process dies.</summary>
internal sealed record WorkerPlan
{
    /// <summary>The path of a SQLite file, or the connection string of a PostgreSQL database.</summary>
    public required string Store { get; init; }

    public required bool IsPostgreSql { get; init; }

    /// <summary>The URL of the emulator.</summary>
    public required Uri Address { get; init; }

    /// <summary>The step at which it dies, or null if it does not.</summary>
    public WorkerStep? DieAt { get; init; }

    /// <summary>At which occurrence of the step.</summary>
    public int Occurrence { get; init; } = 1;

    /// <summary>Whether it ends when nothing is left to do.</summary>
    public bool UntilDrained { get; init; } = true;

    public int MaxInFlight { get; init; } = 8;

    public bool ResubmitNotAccepted { get; init; }

    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(5);

    public TimeSpan SubmitTimeout { get; init; } = TimeSpan.FromSeconds(100);

    public TimeSpan SettleTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How much later than this process it believes to live. If that is longer than the lease and the times above, it takes over from a dead
    /// process at once, and the first look at the history decides: nothing has to be waited for, and a slow machine makes no difference.
    /// </summary>
    public TimeSpan Later { get; init; }

    public TimeSpan ReconcileEvery { get; init; } = TimeSpan.FromSeconds(0.2);

    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(0.02);

    public static WorkerPlan[] Parse(string json) => JsonSerializer.Deserialize(json, PlanJson.Default.WorkerPlanArray)!;

    public static string Write(WorkerPlan[] plans) => JsonSerializer.Serialize(plans, PlanJson.Default.WorkerPlanArray);

    public KlingClient CreateClient() =>
        new(
            new KlingClientOptions
            {
                BaseAddress = Address,
                ApiKey = "SG_0123456789abcdef",
                SubmitTimeout = SubmitTimeout,
                Polling = PollingStrategy.Fixed(Poll),
                MaxPollsPerSecond = 10_000,
                TimeProvider = new LaterClock(Later),
            }
        );

    public KlingJobs CreateJobs(KlingClient client, Action<WorkerStep>? reached = null)
    {
        var options = new KlingJobsOptions
        {
            TimeProvider = new LaterClock(Later),
            Lease = Lease,
            MaxInFlight = MaxInFlight,
            MaxPollsPerSecond = 10_000,
            ResubmitNotAccepted = ResubmitNotAccepted,

            // The emulator's clock is that of the process that does not live later.
            Resolve = new KlingResolveOptions { SettleTime = SettleTime, ClockTolerance = TimeSpan.FromHours(1) },
            ReconcileEvery = ReconcileEvery,
        };
        _ = IsPostgreSql ? options.UsePostgreSql(Store) : options.UseSqlite(Store);
        return new KlingJobs(client, options, reached);
    }
}

[JsonSerializable(typeof(WorkerPlan[]))]
internal sealed partial class PlanJson : JsonSerializerContext;
