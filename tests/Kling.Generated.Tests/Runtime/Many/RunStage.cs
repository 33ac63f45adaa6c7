namespace Kling.Tests;

/// <summary>A client over a <see cref="Workshop"/>, on a fake clock.</summary>
internal sealed class RunStage : IDisposable
{
    private readonly HttpClient _http;

    public RunStage(bool holdDelays = false)
    {
        Clock = new FakeClock { HoldDelays = holdDelays };
        _http = new HttpClient(Workshop) { Timeout = Timeout.InfiniteTimeSpan };
        Client = new KlingClient(_http, new KlingClientOptions { ApiKey = Stage.Key, TimeProvider = Clock, Polling = PollingStrategy.Fixed(TimeSpan.FromMilliseconds(50)) });
    }

    public FakeClock Clock { get; }

    public Workshop Workshop { get; } = new();

    public KlingClient Client { get; }

    /// <summary>Requests of a model that is said to cost 2 credits.</summary>
    public static IEnumerable<TestRequest> Requests(int count, KlingModel? model = null) =>
        Enumerable.Range(0, count).Select(i => new TestRequest { Prompt = $"{i}", Model = model ?? Model("""{"type":"object","x-typical-cost":2}""") });

    public static KlingModel Model(string schema, string slug = "test-model") => KlingModel.FromSchema(slug, schema);

    public KlingRun Run(IEnumerable<IKlingRequest> requests, KlingRunOptions? options = null) => Client.RunManyAsync(requests, options, Stage.Token);

    /// <summary>The rest of a run, as text: place, kind, job.</summary>
    public static async Task<string[]> RestAsync(IAsyncEnumerator<KlingOutcome> run)
    {
        List<string> outcomes = [];
        while (await run.MoveNextAsync())
        {
            outcomes.Add(run.Current.ToString());
        }

        return [.. outcomes];
    }

    public void Dispose()
    {
        Client.Dispose();
        _http.Dispose();
    }
}
