using Microsoft.Extensions.Logging;

namespace Kling;

/// <summary>The log messages of the client. They never contain the key, a body or the URL of an output.</summary>
internal static partial class ClientLog
{
    [LoggerMessage(1, LogLevel.Information, "Submitted {Slug}: job {RequestId}")]
    public static partial void Submitted(ILogger logger, string slug, string requestId);

    [LoggerMessage(2, LogLevel.Information, "Job {RequestId} changed from {Before} to {Status} after {Seconds:0.#} s")]
    public static partial void StatusChanged(
        ILogger logger,
        string requestId,
        KlingJobStatus before,
        KlingJobStatus status,
        double seconds
    );

    [LoggerMessage(3, LogLevel.Information, "Job {RequestId} finished after {Seconds:0.#} s; cost in credits: {Cost}")]
    public static partial void Finished(ILogger logger, string requestId, double seconds, decimal? cost);

    [LoggerMessage(4, LogLevel.Warning, "The submit of {Slug} failed ({Kind}); retrying in {Seconds:0.#} s")]
    public static partial void RetryingSubmit(ILogger logger, string slug, KlingErrorKind kind, double seconds);

    [LoggerMessage(5, LogLevel.Warning, "A poll of job {RequestId} failed ({Kind}); the wait continues")]
    public static partial void PollFailed(ILogger logger, string requestId, KlingErrorKind kind);

    [LoggerMessage(6, LogLevel.Warning, "The server's {Name} for job {RequestId} is not a URL of the configured API and is ignored")]
    public static partial void ForeignUrl(ILogger logger, string requestId, string name);

    [LoggerMessage(7, LogLevel.Error, "It is unknown whether the server accepted the submit of {Slug}; it is not retried")]
    public static partial void Unconfirmed(ILogger logger, string slug);

    [LoggerMessage(20, LogLevel.Information, "Uploaded a file of {Bytes} bytes ({ContentType})")]
    public static partial void Uploaded(ILogger logger, long bytes, string contentType);

    [LoggerMessage(
        21,
        LogLevel.Warning,
        "The download of the output of job {RequestId} was interrupted after {Bytes} bytes; resuming in {Seconds:0.#} s"
    )]
    public static partial void ResumingDownload(ILogger logger, string requestId, long bytes, double seconds);
}
