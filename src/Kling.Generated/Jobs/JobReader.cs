using System.Text.Json;

namespace Kling;

/// <summary>Requests the status and the result of one job and interprets the responses.</summary>
internal sealed class JobReader(ApiTransport transport, MediaDownloader downloader, CostBook costs, JobIdentity job)
{
    public JobIdentity Job => job;

    public ApiAddress Address => transport.Address;

    public TimeProvider Clock => transport.Clock;

    public RequestPace Pace => transport.Pace;

    public string Token => JobToken.Write(transport.Address, job);

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
        ApiAnswer answer = await transport.GetAsync(uri, job.RequestId, limit, cancellationToken).ConfigureAwait(false);
        if (answer.IsForeign)
        {
            throw ApiErrors.ForeignAnswer(job.RequestId);
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

        throw answer.StatusCode is System.Net.HttpStatusCode.NotFound && Clock.GetUtcNow() >= job.ExpiresAt
            ? new KlingJobExpiredException(job.RequestId, job.ExpiresAt)
            : ApiErrors.FromAnswer(answer, $"The request about the job {job.RequestId}", job.RequestId, isRead: true);
    }
}
