using System.Runtime.CompilerServices;

namespace Kling;

/// <summary>A job for tests. It has ended and sends no request.</summary>
internal sealed class GivenJob(JobIdentity job, KlingResult? result, KlingException? error) : KlingJob
{
    private static readonly ApiAddress Origin = new(SegmindHost.Api, []);

    public override string RequestId => job.RequestId;

    public override string Slug => job.Slug;

    public override KlingModel? Model => job.Model;

    public override DateTimeOffset SubmittedAt => job.SubmittedAt;

    public override KlingJobStatus Status =>
        error switch
        {
            null => KlingJobStatus.Completed,
            KlingJobFailedException => KlingJobStatus.Failed,
            _ => KlingJobStatus.Processing,
        };

    public override string ToToken() => JobToken.Write(Origin, job);

    public override Task<KlingProgress> GetStatusAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Snapshot());
    }

    public override Task<KlingResult> GetResultAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return error is null ? Task.FromResult(result!) : Task.FromException<KlingResult>(error);
    }

    public override Task<KlingResult> WaitForCompletionAsync(
        TimeSpan? timeout = null,
        IProgress<KlingProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        progress?.Report(Snapshot());
        return GetResultAsync(cancellationToken);
    }

    public override async IAsyncEnumerable<KlingProgress> WatchAsync(
        TimeSpan? timeout = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        yield return await GetStatusAsync(cancellationToken).ConfigureAwait(false);
        if (error is not null and not KlingJobFailedException)
        {
            throw error;
        }
    }

    private KlingProgress Snapshot() => new(RequestId, Status, TimeSpan.Zero, job.TypicalDuration, Polls: 1);
}
