using System.Diagnostics;

namespace Kling;

/// <summary>Ties submits and waits to the span and the instruments of their job.</summary>
internal static class JobTelemetry
{
    /// <summary>Ends the telemetry of a submit that made no job.</summary>
    /// <param name="span">Its span.</param>
    /// <param name="slug">The model.</param>
    /// <param name="elapsed">How long it took.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="error">What it threw.</param>
    public static void NotSubmitted(Activity? span, string slug, TimeSpan elapsed, string outcome, Exception error)
    {
        JobMetrics.Submitted(slug, outcome);
        string errorType = JobOutcome.ErrorType(error);
        JobMetrics.Ended(slug, elapsed, errorType);
        JobSpan.End(span, outcome, polls: 0, cost: null, errorType);
    }

    /// <summary>Records that a submit created a job. Its span continues until the end of the wait.</summary>
    public static void Submitted(Activity? span, string slug, string requestId)
    {
        JobMetrics.Submitted(slug, JobOutcome.Accepted);
        _ = span?.SetTag(JobAttributes.RequestId, requestId);
    }

    /// <summary>Ends the telemetry of a job whose end was watched.</summary>
    /// <param name="job">The job.</param>
    /// <param name="error">What ended the watch before the job ended, or null.</param>
    public static void Watched(ITracedJob job, Exception? error)
    {
        if (job.TakeSpan() is not { } span)
        {
            return;
        }

        bool isFailed = job.Status is KlingJobStatus.Failed;
        string outcome =
            error is not null ? JobOutcome.OfWait(error)
            : isFailed ? JobOutcome.Failed
            : JobOutcome.Completed;
        string? errorType =
            error is not null ? JobOutcome.ErrorType(error)
            : isFailed ? typeof(KlingJobFailedException).FullName
            : null;
        job.Span = null;
        JobMetrics.Ended(job.Slug, job.Elapsed, errorType);
        JobSpan.End(span, outcome, job.Polls, job.Cost, errorType);
    }

    /// <summary>Waits within the span of the job.</summary>
    public static Task<T> WaitAsync<T>(
        Func<CancellationToken, Task<T>> wait,
        ITracedJob job,
        string host,
        CancellationToken cancellationToken
    ) =>
        job.Span is null && !JobSpan.HasListeners && !JobMetrics.HasListeners
            ? wait(cancellationToken)
            : TraceAsync(wait, job, host, cancellationToken);

    private static async Task<T> TraceAsync<T>(
        Func<CancellationToken, Task<T>> wait,
        ITracedJob job,
        string host,
        CancellationToken cancellationToken
    )
    {
        Activity? span = job.TakeSpan() ?? JobSpan.Resume(job, host);
        if (span is not null)
        {
            // For this method only: what the wait sends becomes the span's children.
            Activity.Current = span;
            job.Span = span;
        }

        Exception? error = null;
        try
        {
            return await wait(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            error = e;
            throw;
        }
        finally
        {
            string? errorType = error is null ? null : JobOutcome.ErrorType(error);
            JobMetrics.Ended(job.Slug, job.Elapsed, errorType);
            job.Span = null;
            JobSpan.End(
                span,
                error is null ? JobOutcome.Completed : JobOutcome.OfWait(error),
                job.Polls,
                error is null ? job.Cost : null,
                errorType
            );
        }
    }
}
