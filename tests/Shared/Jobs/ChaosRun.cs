using System.Diagnostics;
using System.Text.Json;
using Kling.Emulator;

namespace Kling.Tests.Jobs;

/// <summary>Durable jobs on virtual time, with lost responses, late rows of the history, failed jobs and equal requests.</summary>
/// <param name="seed">What repeats the faults, except for what comes first where two things happen at once.</param>
/// <param name="tickets">How many.</param>
/// <param name="file">The SQLite file.</param>
internal sealed class ChaosRun(int seed, int tickets, string file)
{
    /// <summary>One in five tickets has three others with an equal request.</summary>
    private const int Twins = 4;

    private static readonly KlingModel Clip = KlingModel.FromSchema(
        "clip",
        """{ "type": "object", "x-typical-seconds": 60, "x-typical-cost": 2, "properties": { "prompt": { "type": "string" } } }"""
    );

    private static readonly TimeSpan ReconcileEvery = TimeSpan.FromSeconds(15);

    private readonly VirtualClock _clock = new();
    private readonly ChaosFaults _faults = new(seed);

    public async Task<ChaosFigures> RunAsync(CancellationToken cancellationToken)
    {
        long begun = Stopwatch.GetTimestamp();
        DateTimeOffset start = _clock.GetUtcNow();
        using var emulator = new SegmindEmulator(
            [Clip],
            new SegmindEmulatorOptions
            {
                TimeProvider = _clock,
                Seed = seed,
                LatencySpread = 0.36,
                HistoryLag = TimeSpan.FromSeconds(30),
                HistoryRowsPerRequest = 1 + (seed % 2),
                HistoryBodyAsText = seed / 2 % 2 == 0,

                // All jobs are counted at the end. Faults let single ones be forgotten.
                RecordLifetime = TimeSpan.FromDays(7),
                Credits = 10 * tickets,
            }
        );
        _faults.AddTo(emulator);
        using KlingClient client = emulator.CreateClient(options =>
        {
            options.Polling = PollingStrategy.LatencyAware(seed: seed);
            options.MaxPollsPerSecond = 10_000;
        });
        await using KlingJobs jobs = new(client, Options(), reached: null);
        for (int number = 0; number < tickets; number++)
        {
            _ = await jobs.EnqueueAsync(Request(number), new KlingEnqueueOptions { SaveTo = "memory" }, cancellationToken);
        }

        await WorkAsync(jobs, cancellationToken);
        List<KlingTicket> ended = [];
        await foreach (KlingTicket ticket in jobs.ListAsync(cancellationToken: cancellationToken))
        {
            ended.Add((await jobs.GetAsync(ticket.Id, cancellationToken))!);
        }

        var verdict = new ChaosVerdict(emulator, ended);
        return verdict.Judge() with
        {
            Faults = _faults.Played,
            VirtualTime = _clock.GetUtcNow() - start,
            Time = Stopwatch.GetElapsedTime(begun),
        };
    }

    private KlingJobsOptions Options() =>
        new KlingJobsOptions
        {
            TimeProvider = _clock,
            MaxInFlight = Math.Max(50, tickets / 10),
            MaxPollsPerSecond = 10_000,
            ResubmitNotAccepted = true,
            OutputStore = new MemoryStore(new Random(seed)),
        }.UseSqlite(file);

    private StoredRequest Request(int number)
    {
        string prompt = number < tickets * 4 / 5 ? $"{number}" : $"twin {number / Twins}";
        return new StoredRequest(Clip, JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["prompt"] = prompt }));
    }

    /// <summary>Quartz has threads of its own, which a virtual clock does not know: the reconciler is called here.</summary>
    private Task WorkAsync(KlingJobs jobs, CancellationToken cancellationToken)
    {
        bool hasEnded = false;
        return _clock.RunAsync([DrainAsync, ReconcileAsync]);

        async Task DrainAsync()
        {
            await jobs.Worker.RunAsync(untilDrained: true, cancellationToken);
            Volatile.Write(ref hasEnded, true);
        }

        async Task ReconcileAsync()
        {
            while (!Volatile.Read(ref hasEnded))
            {
                await jobs.Reconciler.RunAsync(cancellationToken);
                await Task.Delay(ReconcileEvery, _clock, cancellationToken);
            }
        }
    }

    /// <summary>A disk that is full now and then.</summary>
    private sealed class MemoryStore(Random random) : IKlingOutputStore
    {
        public Task<string> SaveAsync(KlingOutput output, CancellationToken cancellationToken)
        {
            lock (random)
            {
                return random.Next(20) == 0
                    ? throw new IOException("No space left on device")
                    : Task.FromResult(output.Media.Url.AbsoluteUri);
            }
        }
    }
}
