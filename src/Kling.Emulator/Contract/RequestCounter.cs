using System.Collections.Immutable;

namespace Kling.Emulator;

/// <summary>Counts what arrives.</summary>
internal sealed class RequestCounter
{
    private static readonly ImmutableDictionary<string, int> None = ImmutableDictionary.Create<string, int>(StringComparer.Ordinal);

    private readonly object _gate = new();
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

    public void Count(EmulatorRequest request) => Update(counters => request switch
    {
        { Operation: EmulatorOperation.Submit, Method: "POST", Slug: { } slug } => counters with { PostsBySlug = OneMore(counters.PostsBySlug, slug) },
        { Operation: EmulatorOperation.Status, Method: "GET", RequestId: { } id } => counters with
        {
            StatusGets = counters.StatusGets + 1,
            GetsByRequestId = OneMore(counters.GetsByRequestId, id),
        },
        { Operation: EmulatorOperation.Result, Method: "GET", RequestId: { } id } => counters with
        {
            ResultGets = counters.ResultGets + 1,
            GetsByRequestId = OneMore(counters.GetsByRequestId, id),
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
    });

    public void CountJob() => Update(static counters => counters with { JobsAccepted = counters.JobsAccepted + 1 });

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
