namespace Kling.Emulator;

/// <summary>How faults change a submit's job and the responses about it.</summary>
internal sealed class JobPlan
{
    /// <summary>The error that the job shall end with; <see langword="null"/> if it shall succeed.</summary>
    public string? Error { get; set; }

    /// <summary>How long it shall take; <see langword="null"/> for the model's latency.</summary>
    public TimeSpan? Duration { get; set; }

    /// <summary>How long it shall not be found at first.</summary>
    public TimeSpan UnknownFor { get; set; }

    /// <summary>When it shall not be found any more; <see langword="null"/> for the usual lifetime.</summary>
    public TimeSpan? ForgottenAfter { get; set; }

    /// <summary>How much later than usual the account's history shall list it.</summary>
    public TimeSpan ListedLateBy { get; set; }

    /// <summary>How long after the job's end the result shall have no output yet.</summary>
    public TimeSpan OutputLateBy { get; set; }

    /// <summary>The host that its addresses shall name; <see langword="null"/> for the right one.</summary>
    public Uri? Origin { get; set; }

    /// <summary>How far the server's clock is ahead of the emulator's.</summary>
    public TimeSpan ClockSkew { get; set; }
}
