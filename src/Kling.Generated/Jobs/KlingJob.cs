using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kling;

/// <summary>A submitted job. The server keeps its record for one hour after the submit and its output for 7 days; there is no way to cancel it.</summary>
/// <remarks>Safe to use from several threads. It uses the connections of the client that made it.</remarks>
public class KlingJob
{
    private readonly JobReader? _reader;
    private readonly JobProgress? _progress;
    private readonly PollingStrategy? _polling;
    private readonly TimeSpan? _timeout;
    private readonly ILogger _logger;

    /// <summary>For mocking: the properties are empty, and a member that would send something fails, unless they are overridden. <see cref="KlingFactory"/> makes jobs that have ended.</summary>
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
    public virtual string Id => _reader?.Job.RequestId ?? "";

    /// <summary>The model's name in the API's paths.</summary>
    public virtual string Slug => _reader?.Job.Slug ?? "";

    /// <summary>The model, or <see langword="null"/> if the job was submitted by its slug alone or comes from a token.</summary>
    public virtual KlingModel? Model => _reader?.Job.Model;

    /// <summary>When the job was submitted.</summary>
    public virtual DateTimeOffset SubmittedAt => _reader?.Job.SubmittedAt ?? default;

    /// <summary>Until when the server keeps the record: one hour after the submit. Fetch the result before.</summary>
    public virtual DateTimeOffset ExpiresAt => _reader?.Job.ExpiresAt ?? (SubmittedAt + JobRecord.Retention);

    /// <summary>The last status that the server reported. Reading it sends no request.</summary>
    public virtual KlingJobStatus Status => _progress?.Status ?? KlingJobStatus.Unknown;

    /// <summary>The job as a short line of JSON, to go on with it in another process: keep it, and give it to <see cref="KlingClient.GetJob"/> later.</summary>
    /// <returns>
    /// The address of the API, the model, the id, the time of the submit, what the wait needs of the schema, and the span of the submit if somebody listened. It does
    /// not change while the job runs, and it holds no API key.
    /// </returns>
    public virtual string ToToken() => Reader.Token;

    /// <summary>Asks the server for the state, once, within 30 s. A failed job is a state and no error.</summary>
    /// <param name="cancellationToken">Stops the question.</param>
    /// <returns>The job's current status.</returns>
    /// <exception cref="KlingApiException">There was no answer that can be used; <see cref="KlingApiException.IsRetryable"/> tells whether to try again.</exception>
    /// <exception cref="KlingJobExpiredException">The job no longer exists on the server.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual async Task<KlingProgress> GetStatusAsync(CancellationToken cancellationToken = default)
    {
        JobAnswer answer = await Reader.ReadStatusAsync(ApiTransport.GetTimeout, cancellationToken).ConfigureAwait(false);
        Progress.AddPoll(answer, _logger);
        if (answer.Status is KlingJobStatus.Completed)
        {
            Reader.Costs.Count(Id, Slug, JobRecord.ReadMetrics(answer.Json)?.Cost);
        }

        return Progress.Snapshot();
    }

    /// <summary>Fetches the result of a finished job, once, within 30 s.</summary>
    /// <param name="cancellationToken">Stops the question.</param>
    /// <returns>The result.</returns>
    /// <exception cref="KlingJobFailedException">The job failed.</exception>
    /// <exception cref="KlingApiException">
    /// The job is not finished (<see cref="KlingErrorKind.NotFinished"/>), has no output yet, or there was no answer that can be used.
    /// </exception>
    /// <exception cref="KlingJobExpiredException">The job no longer exists on the server.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task<KlingResult> GetResultAsync(CancellationToken cancellationToken = default) =>
        Reader.ReadResultAsync(ApiTransport.GetTimeout, cancellationToken);

    /// <summary>
    /// Waits until the job is finished and fetches its result. A poll that fails (no connection, 408, 429, 5xx, a response that cannot be read) changes
    /// nothing: the wait continues until its timeout. A refusal (401, 403, 404, a redirect) ends the wait when three polls in a row meet it. A completed job whose output is
    /// missing is polled for one more minute, because some services note the end before the output.
    /// </summary>
    /// <param name="timeout">
    /// How long to wait from now on, zero or more; <see cref="Timeout.InfiniteTimeSpan"/> for as long as the server keeps the record. It never
    /// reaches past <see cref="ExpiresAt"/>. The default is <see cref="KlingClientOptions.JobTimeout"/>.
    /// </param>
    /// <param name="progress">Receives the job's status at every poll.</param>
    /// <param name="cancellationToken">Stops the wait at once. It does not stop the job, which goes on and may be billed.</param>
    /// <returns>The result.</returns>
    /// <exception cref="KlingTimeoutException">The time is over. The job may still be running and can be waited for again.</exception>
    /// <exception cref="KlingJobFailedException">The job failed.</exception>
    /// <exception cref="KlingJobExpiredException">The job no longer exists on the server.</exception>
    /// <exception cref="KlingApiException">The server refuses to tell (401, 403, an unknown id), or the completed job still had no output after a minute.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is negative.</exception>
    public virtual Task<KlingResult> WaitForCompletionAsync(
        TimeSpan? timeout = null, IProgress<KlingProgress>? progress = null, CancellationToken cancellationToken = default) =>
        JobTelemetry.WaitAsync(CreateWait(timeout, progress).RunAsync, Progress, Reader.Address.Host, cancellationToken);

    /// <summary>Waits as <see cref="WaitForCompletionAsync"/> does, and gives each change of the state instead of the result.</summary>
    /// <param name="timeout">As for <see cref="WaitForCompletionAsync"/>, counted from the beginning of the enumeration.</param>
    /// <param name="cancellationToken">Stops the wait at once. It does not stop the job.</param>
    /// <returns>
    /// The first state that the server tells, and every one that differs from the one before. The last is <see cref="KlingJobStatus.Completed"/> or
    /// <see cref="KlingJobStatus.Failed"/>, which is a state here and no error; <see cref="GetResultAsync"/> then gives the result, or the reason.
    /// </returns>
    /// <exception cref="KlingTimeoutException">The time is over. The job may still be running and can be waited for again.</exception>
    /// <exception cref="KlingJobExpiredException">The job no longer exists on the server.</exception>
    /// <exception cref="KlingApiException">The server refuses to tell (401, 403, an unknown id).</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is negative.</exception>
    public virtual async IAsyncEnumerable<KlingProgress> WatchAsync(
        TimeSpan? timeout = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
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

    /// <summary>The id and the last known state.</summary>
    public override string ToString() => $"{Id} {Status}";

    private static InvalidOperationException NoConnection() => new($"This {nameof(KlingJob)} is a mock without a connection. Override the member to mock it.");

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
