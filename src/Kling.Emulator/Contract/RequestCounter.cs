using System.Collections.Immutable;

namespace Kling.Emulator;

/// <summary>Counts what arrives.</summary>
/// <param name="idLifetime">How long the count of an id is kept, from the first request for it.</param>
internal sealed class RequestCounter(TimeSpan idLifetime)
{
    private static readonly ImmutableDictionary<string, int> None = ImmutableDictionary.Create<string, int>(StringComparer.Ordinal);

    private readonly object _gate = new();
    private readonly Queue<(string Id, DateTimeOffset Until)> _ids = new();
    private EmulatorCounters _counters = new()
    {
        PostsBySlug = None,
        GetsByRequestId = None,
        JobsAccepted = 0,
        StatusGets = 0,
        ResultGets = 0,
        Downloads = 0,
        Uploads = 0,
        KeysOnOutputHost = 0,
        RequestsElsewhere = 0,
        KeysElsewhere = 0,
    };

    public EmulatorCounters Snapshot()
    {
        lock (_gate)
        {
            return _counters;
        }
    }

    /// <param name="request">What arrived.</param>
    /// <param name="now">When.</param>
    public void Count(EmulatorRequest request, DateTimeOffset now) =>
        Update(counters =>
            request switch
            {
                { Operation: EmulatorOperation.Submit, Method: "POST", Slug: { } slug } => counters with
                {
                    PostsBySlug = OneMore(counters.PostsBySlug, slug),
                },
                { Operation: EmulatorOperation.Status, Method: "GET", RequestId: { } id } => counters with
                {
                    StatusGets = counters.StatusGets + 1,
                    GetsByRequestId = OneMoreGet(counters.GetsByRequestId, id, now),
                },
                { Operation: EmulatorOperation.Result, Method: "GET", RequestId: { } id } => counters with
                {
                    ResultGets = counters.ResultGets + 1,
                    GetsByRequestId = OneMoreGet(counters.GetsByRequestId, id, now),
                },
                { Operation: EmulatorOperation.Upload, Method: "POST" } => counters with { Uploads = counters.Uploads + 1 },
                { Operation: EmulatorOperation.Download } => counters with
                {
                    Downloads = counters.Downloads + (request.Method == "GET" ? 1 : 0),
                    KeysOnOutputHost = counters.KeysOnOutputHost + (request.CarriesApiKey ? 1 : 0),
                },
                { Operation: EmulatorOperation.Elsewhere } => counters with
                {
                    RequestsElsewhere = counters.RequestsElsewhere + 1,
                    KeysElsewhere = counters.KeysElsewhere + (request.CarriesApiKey ? 1 : 0),
                },
                _ => counters,
            }
        );

    public void CountJob() => Update(static counters => counters with { JobsAccepted = counters.JobsAccepted + 1 });

    private ImmutableDictionary<string, int> OneMoreGet(IReadOnlyDictionary<string, int> counts, string id, DateTimeOffset now)
    {
        while (_ids.TryPeek(out (string Id, DateTimeOffset Until) oldest) && now >= oldest.Until)
        {
            _ = _ids.Dequeue();
            counts = ((ImmutableDictionary<string, int>)counts).Remove(oldest.Id);
        }

        if (!counts.ContainsKey(id))
        {
            _ids.Enqueue((id, now + idLifetime));
        }

        return OneMore(counts, id);
    }

    private static ImmutableDictionary<string, int> OneMore(IReadOnlyDictionary<string, int> counts, string slug) =>
        ((ImmutableDictionary<string, int>)counts).SetItem(slug, counts.GetValueOrDefault(slug) + 1);

    private void Update(Func<EmulatorCounters, EmulatorCounters> change)
    {
        lock (_gate)
        {
            _counters = change(_counters);
        }
    }
}
