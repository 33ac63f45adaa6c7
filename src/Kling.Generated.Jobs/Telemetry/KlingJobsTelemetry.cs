namespace Kling;

/// <summary>
/// The traces and metrics of <see cref="KlingJobs"/>. They contain no part of a request, no key and no URL of an output.
/// </summary>
/// <remarks>
/// <para>Each submit has a span <c>kling.jobs.submit</c>, which is linked to the activity that enqueued the request. The spans of
/// <see cref="KlingTelemetry"/> are its children.</para>
/// <para>Instruments: <c>kling.jobs.tickets</c> (a gauge by <c>kling.ticket.state</c>), <c>kling.jobs.oldest</c> (s: how long the oldest
/// ticket has been waiting to be submitted), <c>kling.jobs.ended</c> and <c>kling.jobs.cost</c> (credits). Each worker shows the gauges of
/// the whole store, as they were when it reported last (every third of <see cref="KlingJobsOptions.Lease"/>).</para>
/// </remarks>
public static class KlingJobsTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "Kling.Generated.Jobs";
}
