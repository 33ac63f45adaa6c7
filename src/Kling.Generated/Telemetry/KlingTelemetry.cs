using System.Reflection;

namespace Kling;

/// <summary>
/// The traces and metrics of the library, for <see cref="System.Diagnostics.ActivitySource"/> and
/// <see cref="System.Diagnostics.Metrics.Meter"/>. They follow the OpenTelemetry semantic conventions for generative AI (in development as
/// of 2026). They never contain the API key, a parameter of a request, or the URL of an output.
/// </summary>
/// <remarks>
/// <para>One span per job, <c>generate_content {model}</c>, of kind client, from the submit to the end of the wait, with an event
/// <c>kling.job.status</c> for each change of the status. Its parent is the activity that is current when the job is submitted. A second
/// wait, or a wait for a job from a token, creates a new span that is linked to the first. A job has no span until a wait or a
/// <c>WatchAsync</c> enumeration ends. Attributes: <c>gen_ai.operation.name</c>, <c>gen_ai.provider.name</c> (<c>segmind</c>),
/// <c>gen_ai.request.model</c>,
/// <c>gen_ai.response.id</c> (the job), <c>server.address</c>,
/// <c>kling.job.outcome</c>, <c>kling.job.polls</c>, <c>kling.job.cost</c> (credits), and <c>error.type</c> if the job did not
/// succeed.</para>
/// <para>Instruments: <c>gen_ai.client.operation.duration</c> (s, a histogram: from the submit to the end of the wait),
/// <c>kling.client.submits</c>, <c>kling.client.polls</c> and
/// <c>kling.client.cost</c> (credits), all by <c>gen_ai.request.model</c>.</para>
/// <para><c>kling.job.outcome</c> is <c>completed</c>, <c>failed</c>, <c>refused</c>, <c>unconfirmed</c>, <c>timeout</c>, <c>expired</c>,
/// <c>cancelled</c> or <c>error</c>; <c>error.type</c> is the name of
/// the <see cref="KlingErrorKind"/>, or of the type of any other exception.</para>
/// </remarks>
public static class KlingTelemetry
{
    /// <summary>
    /// The name of the activity source and of the meter: <c>AddSource(KlingTelemetry.Name)</c>, <c>AddMeter(KlingTelemetry.Name)</c>.
    /// </summary>
    public const string Name = "Kling.Generated";

    /// <summary>The version of the library, without the part after the plus sign.</summary>
    internal static string Version { get; } =
        typeof(KlingTelemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
        ?? "0";
}
