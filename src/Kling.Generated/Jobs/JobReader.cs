using System.Text.Json;

namespace Kling;

/// <summary>Requests the status and the result of one job and interprets the responses.</summary>
/// <param name="transport">The API.</param>
/// <param name="account">The account whose history has the jobs that the API has forgotten, or null if they count as expired.</param>
/// <param name="downloader">What downloads the files.</param>
/// <param name="costs">What jobs have cost.</param>
/// <param name="job">The job.</param>
internal sealed class JobReader(
    ApiTransport transport,
    KlingAccount? account,
    MediaDownloader downloader,
    CostBook costs,
    JobIdentity job
)
{
    public JobIdentity Job => job;

    public ApiAddress Address => transport.Address;

    public TimeProvider Clock => transport.Clock;

    public RequestPace Pace => transport.Pace;

    public string Token => JobToken.Write(transport.Address, job);

    private string Asked => $"The request about the job {job.RequestId}";

    /// <summary>Requests the status.</summary>
    /// <param name="limit">How long it may take, should that be less than a GET may take anyway.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <exception cref="KlingApiException">The poll failed; <see cref="KlingApiException.IsRetryable"/> says whether a later one may
    /// succeed.</exception>
    /// <exception cref="KlingJobExpiredException">The record is gone.</exception>
    public Task<JobAnswer> ReadStatusAsync(TimeSpan limit, CancellationToken cancellationToken) =>
        ReadAsync(job.StatusAddress ?? transport.Address.Status(job.RequestId), limit, cancellationToken);

    /// <summary>The result of a finished job.</summary>
    /// <exception cref="KlingJobFailedException">The job failed.</exception>
    /// <exception cref="KlingApiException">The job is not finished, or there is no result that can be read.</exception>
    /// <exception cref="KlingJobExpiredException">The record is gone.</exception>
    public async Task<KlingResult> ReadResultAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        Uri source = job.ResultAddress ?? transport.Address.Result(job.RequestId);
        JobAnswer answer = await ReadAsync(source, limit, cancellationToken).ConfigureAwait(false);
        if (answer.Status is KlingJobStatus.Completed)
        {
            // It is billed even if it has no output.
            CountCost(JobRecord.ReadMetrics(answer.Json));
        }

        return answer.Status switch
        {
            KlingJobStatus.Completed => ResultReader.Read(answer, job, source, downloader),
            KlingJobStatus.Failed => throw Failure(answer),
            _ => throw new KlingApiException(
                $"The job {job.RequestId} is not finished: its status is {answer.State ?? "missing"}. Wait for it with {nameof(KlingJob.WaitForCompletionAsync)}.",
                KlingErrorKind.NotFinished,
                job.RequestId
            )
            {
                StatusCode = answer.Http.StatusCode,
                IsRetryable = true,
                RetryAt = answer.Http.RetryAt,
            },
        };
    }

    /// <summary>Notes what the job has cost, once it is completed.</summary>
    public void CountCost(KlingMetrics? metrics) => costs.Count(job.RequestId, job.Slug, job.PriceKey, metrics?.Cost);

    public KlingJobFailedException Failure(JobAnswer answer) =>
        new(job.Slug, job.RequestId, answer.Http.Detail(answer.Json), answer.State) { Metrics = JobRecord.ReadMetrics(answer.Json) };

    private async Task<JobAnswer> ReadAsync(Uri uri, TimeSpan limit, CancellationToken cancellationToken)
    {
        ApiAnswer answer = await transport
            .GetAsync(uri, Asked, job.RequestId, limit, cancellationToken)
            .ConfigureAwait(false);
        if (answer.IsForeign)
        {
            throw ApiErrors.ForeignAnswer(Asked, job.RequestId);
        }

        JsonElement? json = answer.ReadObject();

        // A cache or a gateway that mixes up two requests must not end this job with what became of another.
        if (json is { } given && JobRecord.ReadId(given) is { } id && id != job.RequestId)
        {
            throw ApiErrors.Unreadable(
                answer,
                job.RequestId,
                $"The server's response about the job {job.RequestId} is about another job.",
                isRetryable: true
            );
        }

        (KlingJobStatus status, string? state) = json is { } body ? JobRecord.ReadStatus(body, answer.IsSuccess) : default;

        // FAILED comes with 422: a body that announces the end counts whatever the HTTP status.
        if (json is not null && (answer.IsSuccess || status is KlingJobStatus.Completed or KlingJobStatus.Failed))
        {
            return new JobAnswer(status, state, json.Value, answer);
        }

        if (answer.IsSuccess)
        {
            throw ApiErrors.Unreadable(
                answer,
                job.RequestId,
                $"The server's response about the job {job.RequestId} is not the documented JSON.",
                isRetryable: true
            );
        }

        return answer.StatusCode is System.Net.HttpStatusCode.NotFound && Clock.GetUtcNow() >= job.ExpiresAt
            ? await FindExpiredAsync(answer, cancellationToken).ConfigureAwait(false)
            : throw ApiErrors.FromAnswer(answer, Asked, job.RequestId, isRead: true);
    }

    /// <summary>What the account's history says of a job whose record is gone.</summary>
    private async Task<JobAnswer> FindExpiredAsync(ApiAnswer answer, CancellationToken cancellationToken)
    {
        if (account is null)
        {
            throw new KlingJobExpiredException(job.RequestId, job.ExpiresAt);
        }

        KlingHistoryEntry? entry;
        try
        {
            entry = await account.FindAsync(job.RequestId, cancellationToken).ConfigureAwait(false);
        }
        catch (KlingApiException e)
        {
            string advice = "The account's history could not be read, but it may still have the output.";
            throw new KlingJobExpiredException(job.RequestId, job.ExpiresAt, advice, e);
        }

        return entry is { Outputs.Count: > 0 } or { Status: KlingJobStatus.Failed or KlingJobStatus.Queued or KlingJobStatus.Processing }
            ? new JobAnswer(entry.Status, entry.Status.ToString(), HistoryRecord.Of(entry), answer)
            : throw new KlingJobExpiredException(
                job.RequestId,
                job.ExpiresAt,
                "The account's history does not have the output either.",
                innerException: null
            );
    }
}
