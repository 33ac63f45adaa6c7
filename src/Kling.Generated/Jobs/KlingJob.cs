using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kling;

/// <summary>
/// A submitted job. The server keeps its record for one hour after the submit and its output for 7 days. A job cannot be cancelled.
/// </summary>
/// <remarks>Safe to use from several threads. It uses the connections of the client that created it.</remarks>
public class KlingJob
{
    private readonly JobReader? _reader;
    private readonly JobProgress? _progress;
    private readonly PollingStrategy? _polling;
    private readonly TimeSpan? _timeout;
    private readonly ILogger _logger;

    /// <summary>
    /// For mocking. Properties that are not overridden are empty, and members that send requests throw. <see cref="KlingFactory"/> creates
    /// jobs that have ended.
    /// </summary>
    protected KlingJob() => _logger = NullLogger.Instance;

    internal KlingJob(JobReader reader, KlingJobStatus status, PollingStrategy polling, TimeSpan? timeout, ILogger logger)
    {
        _reader = reader;
        _progress = new JobProgress(reader.Job, reader.Clock, status);
        (_polling, _timeout) = (polling, timeout);
        _logger = logger;
    }

    /// <summary>The span that began with the submit.</summary>
    internal Activity? Span
    {
        init => Progress.Span = value;
    }

    private JobReader Reader => _reader ?? throw NoConnection();

    private JobProgress Progress => _progress ?? throw NoConnection();

    /// <summary>The server's id of the job (<c>request_id</c>).</summary>
    public virtual string RequestId => _reader?.Job.RequestId ?? "";

    /// <summary>The model's name in the API's URLs.</summary>
    public virtual string Slug => _reader?.Job.Slug ?? "";

    /// <summary>The model, or <see langword="null"/> if the job was submitted by its slug alone or comes from a token.</summary>
    public virtual KlingModel? Model => _reader?.Job.Model;

    /// <summary>When the job was submitted.</summary>
    public virtual DateTimeOffset SubmittedAt => _reader?.Job.SubmittedAt ?? default;

    /// <summary>The time until which the server keeps the record: one hour after the submit. Get the result before then.</summary>
    public virtual DateTimeOffset ExpiresAt => _reader?.Job.ExpiresAt ?? (SubmittedAt + JobRecord.Retention);

    /// <summary>The last status that the server reported. Reading it sends no request.</summary>
    public virtual KlingJobStatus Status => _progress?.Status ?? KlingJobStatus.Unknown;

    /// <summary>
    /// Returns a token, a short text with which another process can resume the job. Store it and pass it to
    /// <see cref="KlingClient.GetJob"/>
    /// later. It needs no quotes on a command line.
    /// </summary>
    /// <returns> The token. It contains the model, the id, the time of the submit, the facts of the schema that a wait needs, the URL of the
    /// API if it is not Segmind's, and the id of the submit's span if tracing was on. It does not change while the job runs, and it does not contain the API
    /// key.
    /// </returns>
    public virtual string ToToken() => Reader.Token;

    /// <summary>Polls the status of the job once, within 30 s. A failed job is not an error of this method.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The job's current status.</returns>
    /// <exception cref="KlingApiException">There was no valid response; <see cref="KlingApiException.IsRetryable"/> says whether a retry
    /// may succeed.</exception>
    /// <exception cref="KlingJobExpiredException">The job no longer exists on the server.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual async Task<KlingProgress> GetStatusAsync(CancellationToken cancellationToken = default)
    {
        JobAnswer answer = await Reader.ReadStatusAsync(ApiTransport.GetTimeout, cancellationToken).ConfigureAwait(false);
        Progress.AddPoll(answer, _logger);
        if (answer.Status is KlingJobStatus.Completed)
        {
            Reader.CountCost(JobRecord.ReadMetrics(answer.Json));
        }

        return Progress.Snapshot();
    }

    /// <summary>Gets the result of a finished job with one request, within 30 s.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The result.</returns>
    /// <exception cref="KlingJobFailedException">The job failed.</exception>
    /// <exception cref="KlingApiException"> The job is not finished (<see cref="KlingErrorKind.NotFinished"/>), has no output yet, or there
    /// was no valid response.
    /// </exception>
    /// <exception cref="KlingJobExpiredException">The job no longer exists on the server.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task<KlingResult> GetResultAsync(CancellationToken cancellationToken = default) =>
        Reader.ReadResultAsync(ApiTransport.GetTimeout, cancellationToken);

    /// <summary>
    /// Waits until the job is finished and gets its result. If a poll fails (no connection, 408, 429, 5xx, an invalid response), the wait
    /// continues until its timeout. If the server refuses three polls in a row (401, 403, 404, a redirect), the wait ends. If a completed
    /// job has no output yet, it is polled for one more minute, because some services report the end of a job before its output.
    /// </summary>
    /// <param name="timeout">
    /// The maximum time to wait, zero or more; <see cref="Timeout.InfiniteTimeSpan"/> means as long as the server keeps the record. A wait
    /// never continues after <see cref="ExpiresAt"/>. The default is <see cref="KlingClientOptions.JobTimeout"/>.
    /// </param>
    /// <param name="progress">Receives the job's status at every poll.</param>
    /// <param name="cancellationToken">Ends the wait at once. It does not stop the job, which may be billed.</param>
    /// <returns>The result.</returns>
    /// <exception cref="KlingTimeoutException">The wait timed out. The job may still be running, and you can wait for it again.</exception>
    /// <exception cref="KlingJobFailedException">The job failed.</exception>
    /// <exception cref="KlingJobExpiredException">The job no longer exists on the server.</exception>
    /// <exception cref="KlingApiException">The server refuses the polls (401, 403, an unknown id), or the completed job still had no output
    /// after one minute.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is negative.</exception>
    public virtual Task<KlingResult> WaitForCompletionAsync(
        TimeSpan? timeout = null,
        IProgress<KlingProgress>? progress = null,
        CancellationToken cancellationToken = default
    ) => JobTelemetry.WaitAsync(CreateWait(timeout, progress).RunAsync, Progress, Reader.Address.Host, cancellationToken);

    /// <summary>Waits like <see cref="WaitForCompletionAsync"/>, but returns each change of the status instead of the result.</summary>
    /// <param name="timeout">As for <see cref="WaitForCompletionAsync"/>, counted from the beginning of the enumeration.</param>
    /// <param name="cancellationToken">Ends the wait at once. It does not stop the job.</param>
    /// <returns>
    /// The first status that the server sends, and every status that differs from the one before. The last one is
    /// <see cref="KlingJobStatus.Completed"/> or <see cref="KlingJobStatus.Failed"/>; a failed job is not an error of this method.
    /// <see cref="GetResultAsync"/> then returns the result or throws the reason.
    /// </returns>
    /// <exception cref="KlingTimeoutException">The wait timed out. The job may still be running, and you can wait for it again.</exception>
    /// <exception cref="KlingJobExpiredException">The job no longer exists on the server.</exception>
    /// <exception cref="KlingApiException">The server refuses the polls (401, 403, an unknown id).</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is negative.</exception>
    public virtual async IAsyncEnumerable<KlingProgress> WatchAsync(
        TimeSpan? timeout = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        JobWait wait = CreateWait(timeout, observer: null);
        try
        {
            while (await NextChangeAsync(wait, cancellationToken).ConfigureAwait(false) is { } change)
            {
                yield return change;
            }
        }
        finally
        {
            // Also when the caller leaves the loop at the last status.
            if (Status is KlingJobStatus.Completed or KlingJobStatus.Failed)
            {
                JobTelemetry.Watched(Progress, error: null);
            }
        }
    }

    /// <summary>The id and the last known status.</summary>
    public override string ToString() => $"{RequestId} {Status}";

    private static InvalidOperationException NoConnection() =>
        new($"This {nameof(KlingJob)} is a mock without a connection. Override the member to mock it.");

    private async Task<KlingProgress?> NextChangeAsync(JobWait wait, CancellationToken cancellationToken)
    {
        try
        {
            return await wait.NextChangeAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            JobTelemetry.Watched(Progress, e);
            throw;
        }
    }

    private JobWait CreateWait(TimeSpan? timeout, IProgress<KlingProgress>? observer)
    {
        TimeSpan limit = WaitLimit.Of(timeout ?? _timeout, Reader.Job, Reader.Clock.GetUtcNow());
        return new JobWait(Reader, Progress, _polling!, limit, observer, _logger);
    }
}
