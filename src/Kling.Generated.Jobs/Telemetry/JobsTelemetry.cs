using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Kling;

/// <summary>Traces and metrics of the workers.</summary>
internal static class JobsTelemetry
{
    private static readonly ActivitySource Source = new(KlingJobsTelemetry.Name);
    private static readonly Meter Meter = new(KlingJobsTelemetry.Name);
    private static readonly Counter<long> EndedTickets = Meter.CreateCounter<long>(
        "kling.jobs.ended",
        "{ticket}",
        "Tickets whose job ended, by state and model."
    );

    private static readonly Counter<double> CostOfTickets = Meter.CreateCounter<double>(
        "kling.jobs.cost",
        "{credit}",
        "The cost of completed jobs, by model."
    );

    private static KlingQueueStatus? _status;
    private static DateTimeOffset _now;

    private static readonly ObservableGauge<long> TicketsByState = Meter.CreateObservableGauge(
        "kling.jobs.tickets",
        Tickets,
        "{ticket}",
        "Tickets by state, as the worker read them last."
    );

    private static readonly ObservableGauge<double> OldestTicket = Meter.CreateObservableGauge(
        "kling.jobs.oldest",
        Oldest,
        "s",
        "The age of the oldest ticket that waits to be submitted."
    );

    /// <summary>Whether somebody reads the gauges.</summary>
    public static bool IsWatched => TicketsByState.Enabled || OldestTicket.Enabled;

    /// <summary>Begins the span of a submit, linked to the code that enqueued the request.</summary>
    public static Activity? StartSubmit(TicketRow row)
    {
        IEnumerable<ActivityLink> links = ActivityContext.TryParse(row.Trace, null, isRemote: true, out ActivityContext enqueuer)
            ? [new ActivityLink(enqueuer)]
            : [];
        return Source
            .StartActivity(ActivityKind.Consumer, parentContext: default, links: links, name: "kling.jobs.submit")
            ?.SetTag("kling.ticket", row.Id.ToString())
            .SetTag("gen_ai.request.model", row.Slug);
    }

    public static void Ended(string slug, KlingTicketState state, decimal? cost)
    {
        EndedTickets.Add(1, new("kling.ticket.state", state.ToString()), new("gen_ai.request.model", slug));
        if (cost is { } credits)
        {
            CostOfTickets.Add((double)credits, new KeyValuePair<string, object?>("gen_ai.request.model", slug));
        }
    }

    /// <summary>What the gauges show until the next call.</summary>
    public static void Show(KlingQueueStatus status, DateTimeOffset now)
    {
        _status = status;
        _now = now;
    }

    private static IEnumerable<Measurement<long>> Tickets() =>
        _status?.Tickets.Select(static count => new Measurement<long>(count.Value, new KeyValuePair<string, object?>("kling.ticket.state", count.Key.ToString())))
        ?? [];

    private static IEnumerable<Measurement<double>> Oldest() =>
        _status?.OldestEnqueuedAt is { } oldest ? [new Measurement<double>((_now - oldest).TotalSeconds)] : [];
}
