using System.Diagnostics;

namespace Kling;

/// <summary>The span of a job. Nothing is allocated without a listener.</summary>
internal static class JobSpan
{
    private static readonly ActivitySource Source = new(KlingTelemetry.Name, KlingTelemetry.Version);

    public static bool HasListeners => Source.HasListeners();

    /// <summary>Begins with the submit.</summary>
    public static Activity? Start(string slug, string host) => Start(slug, host, links: null);

    /// <summary>Begins when a job is waited for whose span is over, or was another process's; it is linked to that.</summary>
    public static Activity? Resume(ITracedJob job, string host)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        ActivityLink[]? links = ActivityContext.TryParse(job.TraceParent, traceState: null, isRemote: true, out ActivityContext first)
            ? [new ActivityLink(first)]
            : null;
        return Start(job.Slug, host, links)?.SetTag(JobAttributes.RequestId, job.RequestId);
    }

    public static void StatusChanged(Activity? span, KlingJobStatus status)
    {
        if (span is { IsAllDataRequested: true })
        {
            _ = span.AddEvent(
                new ActivityEvent("kling.job.status", tags: new ActivityTagsCollection { ["kling.job.status"] = status.ToString() })
            );
        }
    }

    public static void End(Activity? span, string outcome, int polls, decimal? cost, string? errorType)
    {
        if (span is { IsAllDataRequested: true })
        {
            _ = span.SetTag(JobAttributes.Outcome, outcome).SetTag("kling.job.polls", polls);
            if (cost is { } credits)
            {
                _ = span.SetTag("kling.job.cost", (double)credits);
            }

            if (errorType is not null)
            {
                // Not the message: it holds the server's words, and those may repeat the prompt.
                _ = span.SetTag(JobAttributes.ErrorType, errorType).SetStatus(ActivityStatusCode.Error, errorType);
            }
        }

        span?.Stop();
    }

    private static Activity? Start(string slug, string host, ActivityLink[]? links)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        Activity? span = Source.StartActivity(
            $"{JobAttributes.GenerateContent} {slug}",
            ActivityKind.Client,
            parentContext: default,
            tags: null,
            links
        );
        return span
            ?.SetTag(JobAttributes.Operation, JobAttributes.GenerateContent)
            .SetTag(JobAttributes.Provider, JobAttributes.Segmind)
            .SetTag(JobAttributes.Model, slug)
            .SetTag("server.address", host);
    }
}
