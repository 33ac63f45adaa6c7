using System.Net.NetworkInformation;
using Kling.Cli;
using Kling.Models;
using Kling.Tests;

namespace Kling.Emulator.Tests.Chaos;

/// <summary>Thousands of jobs with everything going wrong that can: nothing is lost, and nothing is paid for twice.</summary>
[Collection(ChaosCollection.Name)]
public sealed class ChaosTests
{
    private const string Key = "SG_0123456789abcdef";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_job_of_10000_on_virtual_time_is_lost_or_billed_twice()
    {
        const int Jobs = 10_000;

        // A client has one rate limit for all its jobs: what one of them meets keeps the others waiting.
        const int Clients = 200;
        int seed = Seed.Next(out string hint).Next();
        using var unobserved = new UnobservedErrors();
        var clock = new VirtualClock();
        using var emulator = new SegmindEmulator(KlingModels.All, new SegmindEmulatorOptions
        {
            TimeProvider = clock,
            LatencySpread = 0.36,
            FaultsByHeader = true,
            Seed = seed,
        });
        using var http = new HttpClient(new ChaosHandler(emulator)) { Timeout = Timeout.InfiniteTimeSpan };
        KlingClient[] clients = [.. Enumerable.Range(0, Clients).Select(number => Connect(http, options => Calculate(options, number), number))];
        var faults = new ChaosFaults(second: 1, canHang: true);
        ChaosJob[] jobs = [.. Enumerable.Range(0, Jobs).Select(number => new ChaosJob(number, seed, RepeatsServerErrors(number % Clients), faults))];

        await clock.RunAsync([.. jobs.Select<ChaosJob, Func<Task>>((job, number) => () => job.RunAsync(clients[number % Clients], saveAs: null, Token))]);

        var verdict = new ChaosVerdict(emulator, jobs, hint);
        verdict.Hold();
        Dictionary<string, EmulatorJob> made = emulator.Jobs.ToDictionary(static job => job.RequestId);
        foreach (ChaosJob job in jobs.Where(job => job.RequestId is { } id && MustSucceed(job, made[id])))
        {
            verdict.Require(job.Result is not null, job, "had only setbacks that a wait goes on after, and has no result");
        }

        EverythingHappened(jobs);
        Assert.Empty(unobserved.Collect());

        void Calculate(KlingClientOptions options, int number)
        {
            options.TimeProvider = clock;
            options.Polling = PollingStrategy.LatencyAware(seed: seed + number);
        }
    }

    [Fact]
    public async Task No_job_of_200_over_sockets_is_lost_and_no_socket_stays_open()
    {
        const int Jobs = 200;
        const double TimeScale = 400;
        int seed = Seed.Next(out string hint).Next();
        using var unobserved = new UnobservedErrors();
        using var folder = new TemporaryFolder();
        await using EmulatorServer server = await EmulatorServer.StartAsync(
            new Uri("http://127.0.0.1:0"), KlingModels.All, new SegmindEmulatorOptions { TimeScale = TimeScale, LatencySpread = 0.36, FaultsByHeader = true, Seed = seed }, Token);
        var faults = new ChaosFaults(second: 1 / TimeScale, canHang: false);
        ChaosJob[] jobs = [.. Enumerable.Range(0, Jobs).Select(number => new ChaosJob(number, seed, RepeatsServerErrors(number), faults))];

        using (var http = new HttpClient(new ChaosHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })))
        {
            await Task.WhenAll(jobs.Select((job, number) => job.RunAsync(
                Connect(http, options => Hurry(options, server.Address), number), folder.File($"{number}.mp4"), Token)));
            Assert.NotEmpty(OpenSockets(server.Address.Port));
        }

        Assert.Empty(OpenSockets(server.Address.Port));
        new ChaosVerdict(server.Emulator, jobs, hint).Hold();
        ChaosJob[] saved = [.. jobs.Where(static job => job.Error is null)];
        Assert.NotEmpty(saved);
        Assert.Equal(saved.Length, folder.Files.Count());
        Assert.Empty(unobserved.Collect());

        static void Hurry(KlingClientOptions options, Uri address)
        {
            options.BaseAddress = address;
            options.Polling = PollingStrategy.Fixed(TimeSpan.FromMilliseconds(50));
            options.JobTimeout = TimeSpan.FromSeconds(10);
        }
    }

    private static bool RepeatsServerErrors(int client) => client % 4 == 0;

    private static KlingClient Connect(HttpClient http, Action<KlingClientOptions> configure, int number)
    {
        var options = new KlingClientOptions { ApiKey = Key, RetrySubmitOnServerError = RepeatsServerErrors(number) };
        configure(options);
        return new KlingClient(http, options);
    }

    /// <summary>Whether nothing that the job met may keep it from a result: no news is no reason.</summary>
    private static bool MustSucceed(ChaosJob job, EmulatorJob made) =>
        made.Error is null && !job.MetAnEnd && made.Duration < TimeSpan.FromMinutes(8) && !job.Submits[^1].Contains("job-forgotten", StringComparison.Ordinal);

    // Chance could leave out what the test is for.
    private static void EverythingHappened(ChaosJob[] jobs)
    {
        Assert.Equal(
            ChaosFaults.Names.Order(StringComparer.Ordinal),
            jobs.SelectMany(static job => job.Submits.Concat(job.Gets)).SelectMany(static faults => faults.Split(", ", StringSplitOptions.RemoveEmptyEntries))
                .Select(static fault => fault.Split('=', ';')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.InRange(jobs.Count(static job => job.Result is not null), jobs.Length / 4, jobs.Length);
        Assert.InRange(jobs.Count(static job => job.Submits.Count > 1), jobs.Length / 50, jobs.Length);
        Assert.Superset(
            new HashSet<Type>
            {
                typeof(KlingApiException), typeof(KlingSubmitUnconfirmedException), typeof(KlingJobFailedException), typeof(KlingTimeoutException),
            },
            jobs.Where(static job => job.Error is not null).Select(static job => job.Error!.GetType()).ToHashSet());
    }

    /// <summary>The client's ends of connections to the server that are not closed on its side.</summary>
    private static TcpConnectionInformation[] OpenSockets(int port) =>
    [
        .. IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections()
            .Where(connection => connection.RemoteEndPoint.Port == port && connection.State is (TcpState.Established or TcpState.CloseWait)),
    ];
}
