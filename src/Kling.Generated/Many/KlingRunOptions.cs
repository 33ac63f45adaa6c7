namespace Kling;

/// <summary>The options of a <see cref="KlingRun"/>. The run copies them.</summary>
public sealed class KlingRunOptions
{
    /// <summary>Maximum number of jobs in flight. A job is in flight from its submit until you have received its outcome.</summary>
    /// <value>1 or more. The default is 8.</value>
    public int MaxInFlight { get; set; } = 8;

    /// <summary>
    /// Maximum cost of the run, in US dollars; 1 credit is counted as 1 US dollar. A request waits while the sum of three costs is more than
    /// this limit: the cost of the completed jobs, the highest cost of the jobs in flight, and its own highest cost. If the sum is still too
    /// high when no job is in flight, this request and all later ones are not submitted. The highest cost is that of
    /// <see cref="KlingClient.EstimateCost"/>; a run whose jobs all have one never costs more than the limit. If it is not known, the first
    /// of these is used: the highest cost of the client's completed jobs of the model or its <see cref="KlingModel.TypicalCost"/>, whichever
    /// is higher; the mean of all completed jobs of the run; 0. Such jobs may cost more, and the limit is then exceeded by the difference.
    /// </summary>
    /// <value>0 or more. The default, <see langword="null"/>, is no limit.</value>
    public decimal? SpendLimit { get; set; }

    /// <summary>How long each wait may take.</summary>
    /// <value>The range of <see cref="KlingClientOptions.JobTimeout"/>, which is also the default (<see langword="null"/>).</value>
    public TimeSpan? JobTimeout { get; set; }

    /// <summary>
    /// A callback that receives each job as soon as the server has accepted it, and is awaited before the wait begins. It is called for one
    /// job at a time. Use it to store the job's token. If it throws, the job's outcome has a <see cref="KlingCallbackException"/>, and
    /// nothing more is submitted, because the tokens of further jobs could not be stored either.
    /// </summary>
    /// <value>A cancellation does not stop it. The default, <see langword="null"/>, does nothing; <see cref="KlingRun.Submitted"/> has the
    /// jobs as well.</value>
    public Func<KlingJob, Task>? OnSubmitted { get; set; }

    /// <summary>Receives the status of a job at every poll; the report contains the job's id.</summary>
    /// <value>The default is none.</value>
    public IProgress<KlingProgress>? Progress { get; set; }

    internal KlingRunOptions Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxInFlight, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(SpendLimit ?? 0, 0, nameof(SpendLimit));
        OptionRange.CheckJobTimeout(JobTimeout);
        return (KlingRunOptions)MemberwiseClone();
    }
}
