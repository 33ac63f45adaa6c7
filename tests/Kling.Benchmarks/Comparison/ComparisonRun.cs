using Kling.Benchmarks.Generator;
using Kling.Benchmarks.Results;
using Kling.Emulator;
using Kling.Models;
using Microsoft.Extensions.DependencyInjection;

namespace Kling.Benchmarks.Comparison;

/// <summary>The same video by several ways, into the file that is checked in.</summary>
internal static class ComparisonRun
{
    public const int Jobs = 61;

    /// <summary>Three minutes on average. Their ends are at no round seconds, so that no pause is lucky.</summary>
    private static readonly TimeSpan[] Durations = [.. Enumerable.Range(-Jobs / 2, Jobs).Select(static step => TimeSpan.FromSeconds(180 + (0.987 * step)))];

    private static readonly string Folder = Path.Combine(SchemaCorpus.RepositoryRoot, "tests", "Kling.Benchmarks");

    private delegate Task Way(SegmindEmulator emulator, TimeProvider time, string path);

    public static async Task<int> WriteAsync()
    {
        Compared[] compared =
        [
            await CompareAsync("`HttpClient`", nameof(PlainHttpClient), 0, PlainAsync),
            await CompareAsync("`HttpClient` with `AddStandardResilienceHandler()`", nameof(PlainHttpClient), 1, ResilientAsync),
            await CompareAsync("classes by hand, two parameters of one model", nameof(HandMadeClient), 0, HandMadeAsync),
            await CompareAsync("Kling.Generated", nameof(WithKlingClient), 0, static (emulator, _, path) => GeneratedAsync(emulator, path)),
        ];
        string path = Path.Combine(Folder, "COMPARISON.md");
        await File.WriteAllTextAsync(path, new ComparisonFile(Machine.Now(), compared).Write());
        Console.WriteLine($"Written: {path}");
        return 0;
    }

    private static async Task<Compared> CompareAsync(string name, string file, int more, Way way)
    {
        (int posts, int jobs, string outcome) = await LoseResponseAsync(way);
        List<(int Polls, double Delay)> waits = [];
        foreach (TimeSpan duration in Durations)
        {
            waits.Add(await WaitAsync(way, duration));
        }

        return new Compared(name, Lines(file) + more, posts, jobs, outcome, waits.Average(static wait => wait.Polls), waits.Average(static wait => wait.Delay));
    }

    /// <summary>The connection breaks after the first POST has created a job.</summary>
    private static async Task<(int Posts, int Jobs, string Outcome)> LoseResponseAsync(Way way)
    {
        var clock = new VirtualClock();
        using SegmindEmulator emulator = Emulator(clock);
        emulator.When(static request => request.Operation is EmulatorOperation.Submit, EmulatorFault.ResetAfterBody().AfterHandling(), times: 1);
        string outcome = await TryAsync(() => RunAsync(way, emulator, clock));
        return (emulator.Counters.Posts, emulator.Counters.JobsAccepted, outcome);
    }

    private static async Task<(int Polls, double Delay)> WaitAsync(Way way, TimeSpan duration)
    {
        var clock = new VirtualClock();
        using SegmindEmulator emulator = Emulator(clock);
        emulator.When(static request => request.Operation is EmulatorOperation.Submit, EmulatorFault.JobDuration(duration));
        await RunAsync(way, emulator, clock);
        EmulatorJob job = emulator.Jobs.Single();
        return (emulator.Counters.StatusGets, (clock.GetUtcNow() - job.SubmittedAt - duration).TotalSeconds);
    }

    private static SegmindEmulator Emulator(VirtualClock clock) => new(KlingModels.All, new SegmindEmulatorOptions { TimeProvider = clock });

    private static async Task RunAsync(Way way, SegmindEmulator emulator, VirtualClock clock)
    {
        string path = Path.GetTempFileName();
        _ = await clock.RunAsync(async () =>
        {
            await way(emulator, clock, path);
            return 0;
        });
        if (new FileInfo(path).Length == 0)
        {
            throw new InvalidOperationException("No video was saved.");
        }

        File.Delete(path);
    }

    private static async Task<string> TryAsync(Func<Task> work)
    {
        try
        {
            await work();
            return "the video";
        }
        catch (HttpRequestException)
        {
            return "`HttpRequestException`";
        }
    }

    private static async Task PlainAsync(SegmindEmulator emulator, TimeProvider time, string path)
    {
        using HttpClient api = Api(emulator);
        using HttpClient files = Files(emulator);
        await PlainHttpClient.SaveAsync(api, files, time, path);
    }

    private static async Task ResilientAsync(SegmindEmulator emulator, TimeProvider time, string path)
    {
        var services = new ServiceCollection();
        services.AddSingleton(time);
        services.AddHttpClient("api").ConfigurePrimaryHttpMessageHandler(() => new Shared(emulator)).AddStandardResilienceHandler();
        await using ServiceProvider provider = services.BuildServiceProvider();
        using HttpClient api = Configured(provider.GetRequiredService<IHttpClientFactory>().CreateClient("api"));
        using HttpClient files = Files(emulator);
        await PlainHttpClient.SaveAsync(api, files, time, path);
    }

    private static async Task HandMadeAsync(SegmindEmulator emulator, TimeProvider time, string path)
    {
        using HttpClient api = Api(emulator);
        using HttpClient files = Files(emulator);
        await new HandMadeClient(api, files, time).SaveAsync(new HandMadeRequest("An eagle.", "10"), path);
    }

    private static async Task GeneratedAsync(SegmindEmulator emulator, string path)
    {
        using KlingClient client = emulator.CreateClient();
        await WithKlingClient.SaveAsync(client, path);
    }

    private static HttpClient Api(SegmindEmulator emulator) => Configured(Files(emulator));

    private static HttpClient Files(SegmindEmulator emulator) => new(emulator, disposeHandler: false);

    private static HttpClient Configured(HttpClient api)
    {
        api.BaseAddress = new Uri("https://api.segmind.com");
        api.DefaultRequestHeaders.Add("x-api-key", "SG_0123456789abcdef");
        return api;
    }

    /// <summary>The lines of a file that hold code, without usings and the namespace.</summary>
    private static int Lines(string file) => File.ReadLines(Path.Combine(Folder, "Comparison", file + ".cs"))
        .Select(static line => line.Trim())
        .Count(static line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)
            && !line.StartsWith("using System", StringComparison.Ordinal)
            && !line.StartsWith("using Kling", StringComparison.Ordinal)
            && !line.StartsWith("namespace ", StringComparison.Ordinal));

    /// <summary>The emulator, which the factory of clients must not dispose.</summary>
    private sealed class Shared(SegmindEmulator emulator) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _emulator = new(emulator, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            _emulator.SendAsync(request, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            _emulator.Dispose();
            base.Dispose(disposing);
        }
    }
}
