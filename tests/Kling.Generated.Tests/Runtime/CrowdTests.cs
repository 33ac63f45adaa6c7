using Kling.Emulator;

namespace Kling.Tests;

/// <summary>Thousands of whole waits at once, from the submits to the results, through the emulator.</summary>
public sealed class CrowdTests
{
    private const int Waits = 2_000;
    private const int PerSecond = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task After_a_pause_2000_waits_resume_at_the_rate_limit_and_each_has_its_result()
    {
        var clock = new FakeClock { HoldDelays = true };
        using var emulator = new SegmindEmulator([TestRequest.TestModel], new SegmindEmulatorOptions { TimeProvider = clock });
        emulator.When(static request => request.Operation is EmulatorOperation.Status, EmulatorFault.RateLimit(Silence), times: 1);
        using var door = new Door(emulator, clock);
        using var http = new HttpClient(door) { Timeout = Timeout.InfiniteTimeSpan };
        using var client = new KlingClient(http, new KlingClientOptions { ApiKey = Stage.Key, TimeProvider = clock, Polling = PollingStrategy.Fixed(Pause), MaxPollsPerSecond = PerSecond });
        List<KlingJob> jobs = [];
        for (int i = 0; i < Waits; i++)
        {
            jobs.Add(await client.SubmitAsync(new TestRequest(), Stage.Token));
        }

        Task<KlingResult>[] waits = [.. jobs.Select(static job => job.WaitForCompletionAsync(cancellationToken: Stage.Token))];

        // All wake at once, and the first is told of the silence. At its end all jobs are done: each wait has a poll and a result to ask for.
        DateTimeOffset told = clock.GetUtcNow() + Pause;
        DateTimeOffset[] turns = [told, .. Enumerable.Range(0, 2 * Waits).Select(turn => told + Silence + (turn * TimeSpan.FromSeconds(1) / PerSecond))];
        foreach (DateTimeOffset turn in turns)
        {
            // The delay before the next turn must have started before the clock moves on: its end is reckoned from its start.
            Task nextDelay = clock.NextDelay;
            clock.SetUtcNow(turn);
            await door.NextAsync();
            await (turn == turns[^1] ? Task.CompletedTask : nextDelay);
        }

        KlingResult[] results = await Task.WhenAll(waits);
        Assert.Equal(jobs.Select(static job => job.RequestId), results.Select(static result => result.RequestId));
        Assert.Equal(turns, door.Questions);
        Assert.Equal(Waits, emulator.Counters.Posts);
    }

    /// <summary>Notes when questions come.</summary>
    private sealed class Door(HttpMessageHandler server, FakeClock clock) : DelegatingHandler(server)
    {
        private readonly SemaphoreSlim _arrivals = new(0);
        private readonly List<DateTimeOffset> _questions = [];

        public IReadOnlyList<DateTimeOffset> Questions => _questions;

        public Task NextAsync() => _arrivals.WaitAsync(Stage.Token);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method == HttpMethod.Get)
            {
                lock (_questions)
                {
                    _questions.Add(clock.GetUtcNow());
                }

                _ = _arrivals.Release();
            }

            return base.SendAsync(request, cancellationToken);
        }

        protected override void Dispose(bool disposing)
        {
            _arrivals.Dispose();
            base.Dispose(disposing);
        }
    }
}
