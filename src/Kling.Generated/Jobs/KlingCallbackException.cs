namespace Kling;

/// <summary>
/// The job was submitted, but the <c>OnSubmitted</c> callback threw. The job is running and is available in <see cref="Job"/>: do not
/// submit the request again.
/// </summary>
public sealed class KlingCallbackException : KlingException
{
    /// <summary>Creates an exception about a callback that threw.</summary>
    /// <param name="job">The job.</param>
    /// <param name="innerException">The exception that the callback threw.</param>
    public KlingCallbackException(KlingJob job, Exception innerException)
        : base(
            $"The job {job?.RequestId} was submitted and is running, but the {nameof(KlingClientOptions.OnSubmitted)} callback threw: {innerException?.Message} "
                + $"Continue with the {nameof(Job)} of this exception, and do not submit the request again.",
            job?.RequestId,
            innerException
        )
    {
        ArgumentNullException.ThrowIfNull(job);
        Job = job;
    }

    /// <summary>The job.</summary>
    public KlingJob Job { get; }
}
