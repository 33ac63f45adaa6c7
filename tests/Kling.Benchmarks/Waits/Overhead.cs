namespace Kling.Benchmarks.Waits;

/// <summary>One job after the other from submit to result, each found finished by its first poll: by the client, and by hand.</summary>
internal sealed class Overhead : IDisposable
{
    public const int Rounds = 9;
    public const int Jobs = 1000;

    // Longer than a job takes.
    private static readonly TimeSpan Pause = Server.Duration * 1.5;

    private readonly Server _server = new();
    private readonly KlingClient _client;
    private readonly BareClient _bare;

    private Overhead()
    {
        _client = _server.CreateClient(PollingStrategy.Fixed(Pause));
        _bare = new BareClient(_server.Http);
    }

    /// <summary>The medians per job.</summary>
    public static async Task<OverheadFigures> MeasureAsync()
    {
        using var overhead = new Overhead();
        List<Cost> client = [];
        List<Cost> bare = [];

        // The first round of each warms up and does not count.
        for (int round = 0; round <= Rounds; round++)
        {
            client.Add(await PerJobAsync(overhead.RunAsync).ConfigureAwait(false));
            bare.Add(await PerJobAsync(overhead.RunByHandAsync).ConfigureAwait(false));
        }

        return new OverheadFigures(Median(client.Skip(1)), Median(bare.Skip(1)));
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    private static async Task<Cost> PerJobAsync(Func<Task> job)
    {
        Cost all = await Cost.OfAsync(async () =>
        {
            for (int i = 0; i < Jobs; i++)
            {
                await job().ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        return new Cost(all.Seconds / Jobs, all.Bytes / Jobs);
    }

    private static Cost Median(IEnumerable<Cost> costs)
    {
        Cost[] all = [.. costs];
        return new Cost(all.Select(static cost => cost.Seconds).Order().ElementAt(all.Length / 2), all.Select(static cost => cost.Bytes).Order().ElementAt(all.Length / 2));
    }

    private async Task RunAsync()
    {
        Task<KlingResult> run = _client.RunAsync(Server.Request);
        while (!run.IsCompleted)
        {
            _server.Clock.Step();
        }

        _ = (await run.ConfigureAwait(false)).Video!.Url;
    }

    private async Task RunByHandAsync()
    {
        string id = await _bare.SubmitAsync().ConfigureAwait(false);
        _server.Clock.Advance(Pause);
        _ = await _bare.IsFinishedAsync(id).ConfigureAwait(false) ? await _bare.ResultAsync(id).ConfigureAwait(false) : throw new InvalidOperationException($"The job {id} is not finished.");
    }
}
