namespace Kling;

/// <summary>The job was submitted, and what the caller wanted to do with it then threw. The job runs, and is here: do not submit it again.</summary>
public sealed class KlingSubmittedHookException : KlingException
{
    /// <summary>An error of a hook.</summary>
    /// <param name="job">The job.</param>
    /// <param name="innerException">What the hook threw.</param>
    public KlingSubmittedHookException(KlingJob job, Exception innerException)
        : base(
            $"The job {job?.Id} was submitted and runs, but {nameof(KlingClientOptions.OnSubmitted)} or onSubmitted threw: {innerException?.Message} "
                + $"Go on with the {nameof(Job)} of this error, and do not submit the request again.",
            job?.Id,
            innerException)
    {
        ArgumentNullException.ThrowIfNull(job);
        Job = job;
    }

    /// <summary>The job.</summary>
    public KlingJob Job { get; }
}
