using System.Text.Json;

namespace Kling.Tests.Hostile;

/// <summary>One client and its server: jobs one after the other, each judged by what the server knows.</summary>
internal sealed class HostileSession : IAsyncDisposable
{
    /// <summary>How long a call may really take. The clients' clocks are virtual: nothing but a fault of ours takes so long.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);

    private readonly Random _random;
    private readonly HostileFigures _figures;
    private readonly string _name;
    private readonly string _key;
    private readonly string _folder;
    private readonly FakeClock _clock = new();
    private readonly KeyWatch _log = new();
    private readonly HostileServer _server;
    private readonly ClientKind _kind;
    private readonly HttpClient? _http;
    private readonly KlingClient _client;
    private readonly List<KlingClient> _waiters = [];

    public HostileSession(int seed, int number, ForeignHost foreign, HostileFigures figures, string folder)
    {
        _random = new Random(unchecked((seed * 1_000_003) + number));
        (_figures, _folder) = (figures, folder);
        _kind = _random.Next(10) switch { < 6 => ClientKind.Own, < 8 => ClientKind.Redirecting, < 9 => ClientKind.Retrying, _ => ClientKind.Reading };
        _name = $"seed {seed}, session {number}, {_kind}";
        _key = FormattableString.Invariant($"{KeyWatch.Mark}{_random.NextInt64():x16}");
        _server = new HostileServer(_clock, _key, foreign, figures) { IsExact = _kind is not ClientKind.Redirecting };
        _http = _kind is ClientKind.Own ? null : new HttpClient(HostileHandlers.Create(_kind)) { Timeout = Timeout.InfiniteTimeSpan };
        _client = CreateClient();
    }

    /// <summary>Submits until the given number of jobs has been waited for.</summary>
    /// <param name="first">The number of the first job.</param>
    /// <param name="waits">How many waits.</param>
    public async Task RunAsync(int first, int waits)
    {
        bool isRefused = _random.Next(12) == 0;
        if (isRefused)
        {
            ListenAfter(delays: _random.Next(1, 6));
        }
        else
        {
            _server.Listen();
        }

        int submits = 0;
        while (waits > 0)
        {
            var plan = JobPlan.Draw(_random, first + submits++, isLast: waits == 1);
            JobScript script = _server.Begin(plan);
            KlingJob? job = await WithinAsync(SubmitAsync(script), "submit", plan);
            if (job is null)
            {
                continue;
            }

            waits--;
            _server.Expect(script, Place.Status);
            KlingResult? result = await WithinAsync(WaitAsync(job, script), "wait", plan);
            if (result is not null)
            {
                _server.Expect(script, Place.File);
                _ = await WithinAsync(SaveAsync(result, script), "download", plan);
            }
        }
    }

    /// <summary>Looks where no key may be.</summary>
    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _waiters.ForEach(static waiter => waiter.Dispose());
        _http?.Dispose();
        await _server.DisposeAsync();
        if (_log.HasKey || _server.FileWatch.HasKey)
        {
            Wrong("The key is in the log, or came to the host of the files.");
        }

        foreach (string wrong in _server.Wrong)
        {
            Wrong(wrong);
        }

        _log.Dispose();
        _server.FileWatch.Dispose();
    }

    private KlingClient CreateClient()
    {
        var options = new KlingClientOptions
        {
            ApiKey = _key,
            BaseAddress = _server.Address,
            TimeProvider = _clock,
            LoggerFactory = _log,
            Polling = PollingStrategy.LatencyAware(seed: _random.Next()),
        };
        return _http is null ? new KlingClient(options) : new KlingClient(_http, options);
    }

    /// <summary>Refuses connections until the client has waited a few times.</summary>
    private void ListenAfter(int delays)
    {
        _figures.Add("refused connections at first");
        _clock.Delayed = () =>
        {
            if (--delays == 0)
            {
                _server.Listen();
            }
        };
    }

    private async Task<T?> WithinAsync<T>(Task<T?> task, string what, JobPlan plan)
        where T : class
    {
        if (await Task.WhenAny(task, Task.Delay(Longest)) == task)
        {
            return await task;
        }

        _figures.Add("stuck");
        throw new TimeoutException($"{_name}: the {what} of {plan.Slug} has no end.");
    }

    private async Task<KlingJob?> SubmitAsync(JobScript script)
    {
        _figures.Add("submits");
        using var body = JsonDocument.Parse($$"""{"prompt":"{{new string('x', script.Plan.BodySize)}}"}""");
        KlingJob? job = null;
        Exception? error = null;
        try
        {
            job = await _client.SubmitAsync(script.Plan.Slug, body.RootElement);
        }
        catch (Exception e)
        {
            error = e;
        }

        _figures.Add("posts", script.Posts.All);
        _figures.Add("posts after 429", script.Posts.Later);
        _figures.Add("taken", script.Taken);
        _figures.Add($"submit: {(job is not null ? "a job" : error!.GetType().Name)}");
        Check(script, Verdicts.OfSubmit(script, job, error, isStrict: _kind is ClientKind.Own or ClientKind.Reading), error);
        return job;
    }

    private async Task<KlingResult?> WaitAsync(KlingJob job, JobScript script)
    {
        _figures.Add("waits");
        KlingResult? result = null;
        Exception? error = null;
        try
        {
            result = await (script.Plan.IsResumed ? Elsewhere(job) : job).WaitForCompletionAsync();
        }
        catch (Exception e)
        {
            error = e;
        }

        _figures.Add($"wait: {script.Plan.End}: {(result is not null ? "a result" : error!.GetType().Name)}");
        Check(script, Verdicts.OfWait(script, result, error), error);
        return result;
    }

    /// <summary>The job in the hands of another client.</summary>
    private KlingJob Elsewhere(KlingJob job)
    {
        KlingClient waiter = CreateClient();
        _waiters.Add(waiter);
        return waiter.GetJob(job.ToToken());
    }

    private async Task<object?> SaveAsync(KlingResult result, JobScript script)
    {
        _figures.Add("downloads");
        string folder = Directory.CreateDirectory(Path.Combine(_folder, script.Plan.Id)).FullName;
        string path = Path.Combine(folder, "clip.mp4");
        byte[]? old = script.Plan.HasOldFile ? "an older file"u8.ToArray() : null;
        if (old is not null)
        {
            await File.WriteAllBytesAsync(path, old);
        }

        Exception? error = null;
        try
        {
            await result.Outputs.Single().SaveAsync(path);
        }
        catch (Exception e)
        {
            error = e;
        }

        _figures.Add($"download: {(error is null ? "a file" : error.GetType().Name)}");
        Check(script, await Verdicts.OfFileAsync(script, folder, path, old, error), error);
        Directory.Delete(folder, recursive: true);
        return null;
    }

    private void Check(JobScript script, string? wrong, Exception? error)
    {
        if (error is not null && error.ToString().Contains(_key, StringComparison.OrdinalIgnoreCase))
        {
            wrong = "The key is in the error. " + wrong;
        }

        if (wrong is not null)
        {
            JobPlan plan = script.Plan;
            string faults = string.Join("; ", plan.Faults.Select(static pair => $"{pair.Key}: {string.Join(", ", pair.Value.Select(static fault => fault.Name))}"));
            string counts = $"{script.Posts} posts, {script.Taken} taken, {script.Refusals} refusals";
            Wrong($"{wrong}\n  {plan.Slug} {plan.End} {plan.Shape}, {counts}\n  {faults}\n  {error}");
        }
    }

    private void Wrong(string what) => _figures.Wrong.Enqueue($"{_name}: {what}");
}
