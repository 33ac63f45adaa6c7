using System.Collections.Concurrent;
using System.Net;

namespace Kling.Tests.Hostile;

/// <summary>The API and the host of the files for one client, each on a port of its own.</summary>
internal sealed class HostileServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, JobScript> _jobs = new(StringComparer.Ordinal);
    private readonly RawServer _api;
    private readonly RawServer _files;
    private readonly ForeignHost _foreign;
    private readonly HostileFigures _figures;
    private readonly string _key;
    private (JobScript Job, Place Place)? _expected;

    public HostileServer(FakeClock clock, string key, ForeignHost foreign, HostileFigures figures)
    {
        (_key, _foreign, _figures) = (key, foreign, figures);
        _api = new RawServer(IPAddress.Loopback, clock, static _ => { }, wire => ServeAsync(wire, isApi: true));
        _files = new RawServer(IPAddress.Loopback, clock, FileWatch.Add, wire => ServeAsync(wire, isApi: false));
        _files.Listen();
    }

    public Uri Address => _api.Address;

    /// <summary>What has come to the host of the files.</summary>
    public KeyWatch FileWatch { get; } = new();

    /// <summary>What is wrong with the requests.</summary>
    public ConcurrentQueue<string> Wrong { get; } = [];

    /// <summary>Whether URLs are requested as they are, and with the key where it belongs; a handler that follows redirects by itself changes that.</summary>
    public bool IsExact { get; init; }

    /// <summary>Takes connections from now on.</summary>
    public void Listen() => _api.Listen();

    public JobScript Begin(JobPlan plan)
    {
        var job = new JobScript(plan, Host(_api), Host(_files));
        _jobs[plan.Slug] = job;
        _jobs[plan.Id] = job;
        Expect(job, Place.Submit);
        return job;
    }

    /// <summary>What the next connection will be for.</summary>
    public void Expect(JobScript job, Place place) => _expected = (job, place);

    public async ValueTask DisposeAsync()
    {
        await _api.DisposeAsync();
        await _files.DisposeAsync();
    }

    private static string Host(RawServer server) => server.Address.AbsoluteUri.TrimEnd('/');

    private async Task ServeAsync(Wire wire, bool isApi)
    {
        if (_expected is { } expected && isApi == expected.Place is not Place.File && expected.Job.TakeAtAccept(expected.Place) is { } fault)
        {
            _figures.Played(expected.Place, fault);
            expected.Job.NoteRead(expected.Place is Place.Submit ? null : fault);
            _ = await wire.EndAsync(fault.Name.StartsWith("reset", StringComparison.Ordinal) ? Ending.Reset : Ending.Close);
            return;
        }

        while (await wire.ReadHeadAsync() is { } request && await AnswerAsync(request, wire, isApi))
        {
        }
    }

    private async Task<bool> AnswerAsync(RawRequest request, Wire wire, bool isApi)
    {
        bool isFile = !isApi || request.Path.StartsWith("/files/", StringComparison.Ordinal) || request.Path.StartsWith("/hop/", StringComparison.Ordinal);
        string? key = request.Header("x-api-key");
        bool isApiCall = IsExact && request.Path.StartsWith("/v2/", StringComparison.Ordinal);
        if (isFile ? key is not null : isApiCall && key != _key)
        {
            Wrong.Enqueue($"{request.Method} {request.Path} has {(key is null ? "no key" : "a key")}.");
        }

        if (Find(request, isFile) is not { } found)
        {
            return await wire.ReadBodyAsync(request.BodyLength)
                && await new Exchange(wire, request, Answer.Json("404 Not Found", """{"error":"not found"}"""), "", "", []).AnswerAsync();
        }

        return found.Place is Place.File ? await DownloadAsync(found.Job, request, wire, isApi) : await ReadAsync(found.Job, found.Place, request, wire);
    }

    private async Task<bool> ReadAsync(JobScript job, Place place, RawRequest request, Wire wire)
    {
        if (place is not Place.Submit && job.IsTimeToVanish)
        {
            _api.Vanish();
            return false;
        }

        Fault? fault = job.Take(place);
        bool isComplete = fault is not { IsEarly: true } && await wire.ReadBodyAsync(request.BodyLength);
        if (fault is not { IsEarly: true } && !isComplete)
        {
            job.NoteSubmit(fault, isComplete: false);
            return false;
        }

        (Answer truth, bool isEnd) = place switch
        {
            Place.Submit => (job.Submitted(), false),
            Place.Status => job.Status(),
            _ => (job.Result(), true),
        };
        if (place is Place.Submit)
        {
            job.NoteSubmit(fault, isComplete);
        }
        else
        {
            job.NoteRead(fault, isRefusal: truth.Status.StartsWith('4'));
        }

        bool isKept = await PlayAsync(place, fault, new Exchange(wire, request, truth, Host(_api), _foreign.Host, job.Plan.File));
        job.NoteTold(place, fault, isEnd);
        return isKept;
    }

    private async Task<bool> DownloadAsync(JobScript job, RawRequest request, Wire wire, bool isApi)
    {
        var exchange = new Exchange(wire, request, job.Download(request), Host(isApi ? _api : _files), _foreign.Host, job.Plan.File);
        if (request.Path.StartsWith("/hop/", StringComparison.Ordinal))
        {
            // Moved on: /hop/<number of redirects to come>/<path>.
            string[] parts = request.Path.Split('/', 4);
            int left = int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture);
            return left == 0
                ? await exchange.AnswerAsync()
                : await exchange.SendAsync(new Answer("302 Found", [], FormattableString.Invariant($"Location: /hop/{left - 1}/{parts[3]}")).ToBytes(), Ending.Keep);
        }

        if (IsExact && request.Path != job.FilePath)
        {
            Wrong.Enqueue($"{request.Path} was requested instead of {job.FilePath}, after {string.Join(", ", job.Plan.Faults[Place.File].Select(static fault => fault.Name))}.");
        }

        return await PlayAsync(Place.File, job.Take(Place.File), exchange);
    }

    private async Task<bool> PlayAsync(Place place, Fault? fault, Exchange exchange)
    {
        if (fault is null)
        {
            return await exchange.AnswerAsync();
        }

        _figures.Played(place, fault);
        return await fault.PlayAsync(exchange);
    }

    private (JobScript Job, Place Place)? Find(RawRequest request, bool isFile)
    {
        string[] segments = request.Path.Split('/', '?');
        JobScript? job = segments.Select(segment => _jobs.GetValueOrDefault(segment)).FirstOrDefault(static job => job is not null);
        return job is null ? null
            : isFile ? (job, Place.File)
            : request.Method is "POST" ? (job, Place.Submit)
            : segments[^1] is "status" ? (job, Place.Status)
            : segments.Contains("requests") ? (job, Place.Result)
            : null;
    }
}
