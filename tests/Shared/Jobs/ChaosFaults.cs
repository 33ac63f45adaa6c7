using System.Net;
using Kling.Emulator;

namespace Kling.Tests.Jobs;

/// <summary>What goes wrong with the requests of durable jobs, at random. A response that is late or lost is never later than a client waits for.</summary>
internal sealed class ChaosFaults(int seed)
{
    private static readonly EmulatorFault Lost = EmulatorFault.ResetAfterBody().AfterHandling();

    private static readonly (double Share, EmulatorFault Fault)[] OfSubmits =
    [
        // Accepted, but the client does not learn it.
        (0.04, Lost),
        (0.02, EmulatorFault.Combine(EmulatorFault.HistoryLate(TimeSpan.FromMinutes(1)), Lost)),
        (0.02, EmulatorFault.Combine(EmulatorFault.HistoryLate(TimeSpan.FromMinutes(8)), Lost)),
        (0.01, EmulatorFault.Combine(EmulatorFault.JobFailure("blocked by a filter"), Lost)),
        (0.01, EmulatorFault.Combine(EmulatorFault.JobForgotten(TimeSpan.FromSeconds(20)), Lost)),
        (0.01, EmulatorFault.Error(HttpStatusCode.BadGateway).AfterHandling()),
        (0.02, EmulatorFault.Error(HttpStatusCode.InternalServerError).AfterHandling()),
        (0.01, EmulatorFault.Error(HttpStatusCode.ServiceUnavailable).AfterHandling()),
        (0.01, EmulatorFault.HtmlPage(HttpStatusCode.OK).AfterHandling()),
        (0.01, EmulatorFault.EmptyBody()),
        (0.01, EmulatorFault.TruncatedBody()),
        (0.01, EmulatorFault.SlowBody(TimeSpan.FromMinutes(4))),

        // Not accepted, and the client does not learn it.
        (0.03, EmulatorFault.ResetAfterBody()),
        (0.01, EmulatorFault.Error(HttpStatusCode.BadGateway)),
        (0.01, EmulatorFault.Error(HttpStatusCode.InternalServerError)),

        // Not accepted, as the client knows.
        (0.02, EmulatorFault.ResetBeforeBody()),
        (0.005, EmulatorFault.RateLimit(TimeSpan.FromSeconds(5))),

        // Accepted, as the client knows.
        (0.03, EmulatorFault.JobFailure("blocked by a filter")),
        (0.02, EmulatorFault.JobUnknown(TimeSpan.FromSeconds(40))),
        (0.01, EmulatorFault.JobForgotten(TimeSpan.FromSeconds(50))),
        (0.02, EmulatorFault.OutputLate(TimeSpan.FromSeconds(30))),
    ];

    private static readonly (double Share, EmulatorFault Fault)[] OfReads =
    [
        (0.03, EmulatorFault.Error(HttpStatusCode.InternalServerError)),
        (0.02, EmulatorFault.Error(HttpStatusCode.BadGateway)),
        (0.02, EmulatorFault.ResetAfterBody()),
        (0.01, EmulatorFault.EmptyBody()),
        (0.01, EmulatorFault.HtmlPage(HttpStatusCode.OK)),
        (0.001, EmulatorFault.RateLimit(TimeSpan.FromSeconds(3))),
    ];

    private readonly Random _random = new(seed);
    private int _played;

    /// <summary>How many were played.</summary>
    public int Played => _played;

    public void AddTo(SegmindEmulator emulator)
    {
        Add(emulator, OfSubmits, static request => request.Operation is EmulatorOperation.Submit);
        Add(
            emulator,
            OfReads,
            static request => request.Operation is EmulatorOperation.Status or EmulatorOperation.Result or EmulatorOperation.History
        );
    }

    private void Add(SegmindEmulator emulator, (double Share, EmulatorFault Fault)[] faults, Func<EmulatorRequest, bool> isMeant)
    {
        // Each rule is asked only if those before it have not applied.
        double left = 1;
        foreach ((double share, EmulatorFault fault) in faults)
        {
            double chance = share / left;
            emulator.When(request => isMeant(request) && IsDrawn(chance), fault);
            left -= share;
        }
    }

    private bool IsDrawn(double chance)
    {
        lock (_random)
        {
            bool isDrawn = _random.NextDouble() < chance;
            _played += isDrawn ? 1 : 0;
            return isDrawn;
        }
    }
}
