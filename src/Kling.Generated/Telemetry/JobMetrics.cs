using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Kling;

/// <summary>The instruments. A measurement is made only if there is a listener.</summary>
internal static class JobMetrics
{
    private static readonly Meter Meter = new(KlingTelemetry.Name, KlingTelemetry.Version);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "gen_ai.client.operation.duration",
        unit: "s",
        description: "The time from the submit of a job to the end of its wait.",
        advice: new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [1, 5, 10, 20, 30, 60, 90, 120, 150, 180, 240, 300, 420, 600, 900, 1800, 3600],
        }
    );

    private static readonly Counter<long> Submits = Meter.CreateCounter<long>(
        "kling.client.submits",
        unit: "{submit}",
        description: "Submits, by outcome."
    );

    private static readonly Counter<long> Polls = Meter.CreateCounter<long>(
        "kling.client.polls",
        unit: "{poll}",
        description: "Polls of the status of a job."
    );

    private static readonly Counter<double> Cost = Meter.CreateCounter<double>(
        "kling.client.cost",
        unit: "{credit}",
        description: "The cost of completed jobs."
    );

    public static bool HasListeners => Duration.Enabled;

    public static bool CountsCosts => Cost.Enabled;

    public static void Submitted(string slug, string outcome)
    {
        if (Submits.Enabled)
        {
            Submits.Add(
                1,
                new KeyValuePair<string, object?>(JobAttributes.Model, slug),
                new KeyValuePair<string, object?>(JobAttributes.Outcome, outcome)
            );
        }
    }

    public static void Polled(string slug)
    {
        if (Polls.Enabled)
        {
            Polls.Add(1, new KeyValuePair<string, object?>(JobAttributes.Model, slug));
        }
    }

    public static void Charged(string slug, decimal credits) =>
        Cost.Add((double)credits, new KeyValuePair<string, object?>(JobAttributes.Model, slug));

    public static void Ended(string slug, TimeSpan elapsed, string? errorType)
    {
        if (!Duration.Enabled)
        {
            return;
        }

        var tags = new TagList
        {
            { JobAttributes.Operation, JobAttributes.GenerateContent },
            { JobAttributes.Provider, JobAttributes.Segmind },
            { JobAttributes.Model, slug },
        };
        if (errorType is not null)
        {
            tags.Add(JobAttributes.ErrorType, errorType);
        }

        Duration.Record(elapsed.TotalSeconds, tags);
    }
}
