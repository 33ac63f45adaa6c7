namespace Kling.Emulator.Tests.Chaos;

/// <summary>What must be true of every job, whatever went wrong.</summary>
internal sealed class ChaosVerdict(SegmindEmulator emulator, IReadOnlyCollection<ChaosJob> jobs, string hint)
{
    private const int Repeats = 3;

    private readonly ILookup<string, EmulatorJob> _billed = emulator.Jobs.ToLookup(static job => job.Body.GetProperty("prompt").GetString()!);

    public void Hold()
    {
        foreach (ChaosJob job in jobs)
        {
            EndsWithItsId(job);
            IsBilledOnceAtMost(job);
            IsRepeatedOnlyWhereAllowed(job);
        }

        EmulatorCounters counters = emulator.Counters;
        Assert.Equal((jobs.Sum(static job => job.Submits.Count), 0, 0), (counters.Posts, counters.KeysElsewhere, counters.KeysOnOutputHost));
        Assert.Equal(counters.JobsAccepted, emulator.Jobs.Count);
    }

    public void Require(bool holds, ChaosJob job, string otherwise)
    {
        if (!holds)
        {
            Assert.Fail($"A job {otherwise}. {hint}\n{job}");
        }
    }

    /// <summary>A result or an error, and the id with it as soon as the client knows it.</summary>
    private void EndsWithItsId(ChaosJob job)
    {
        Require(job.RequestId is null || _billed[job.Prompt].Any(billed => billed.RequestId == job.RequestId), job, "has an id that is not its own");
        if (job.Error is null)
        {
            Require(job.Result is not null && job.Result.RequestId == job.RequestId, job, "ended without anything");
            return;
        }

        var error = job.Error as KlingException;
        Require(error is not null, job, "ended in an error that is none of the library's");
        Require(error!.RequestId == job.RequestId, job, "ended in an error without its id");
    }

    /// <summary>One request is one job at most, and a client that heard of none was told that there may be one.</summary>
    private void IsBilledOnceAtMost(ChaosJob job)
    {
        int billed = _billed[job.Prompt].Count();
        Require(billed <= 1, job, "was billed twice");
        Require(billed == 0 || job.RequestId is not null || job.Error is KlingSubmitUnconfirmedException || IsServerError(job), job, "was lost");
        Require(job.RequestId is null || billed == 1, job, "was made up");
    }

    private void IsRepeatedOnlyWhereAllowed(ChaosJob job)
    {
        Require(job.Submits.SkipLast(1).All(job.MayRepeatAfter), job, "was repeated after an answer that did not allow it");
        Require(job.Submits.GroupBy(Cause).All(static faults => faults.Count() <= 1 + Repeats), job, "was repeated more than three times for one cause");
    }

    private static string Cause(string fault) =>
        ChaosFaults.Repeated.FirstOrDefault(cause => fault.Contains(cause, StringComparison.Ordinal)) ?? fault.Split(',')[0];

    // The one answer that may hide a job and does not say so: by the vendor's advice it is safe to submit again, and only the caller does.
    private static bool IsServerError(ChaosJob job) =>
        job.Error is KlingApiException { Kind: KlingErrorKind.ServerError or KlingErrorKind.ServiceUnavailable } && job.Submits[^1].Contains(";after", StringComparison.Ordinal);
}
