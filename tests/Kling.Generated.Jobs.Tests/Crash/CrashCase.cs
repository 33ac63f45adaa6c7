namespace Kling.Tests.Crash;

/// <summary>Where processes die one after the other, and what must become of the tickets.</summary>
/// <param name="Name">The slug of its requests: the emulator counts by slug.</param>
/// <param name="Deaths">The steps at which the first process, the second … kill themselves, and at which occurrence.</param>
internal sealed record CrashCase(string Name, params (WorkerStep Step, int Occurrence)[] Deaths)
{
    /// <summary>How many tickets certainly end as not accepted; null if that is not known.</summary>
    public int? NotAccepted { get; init; } = 0;

    /// <summary>Whether the response to the first submit is lost.</summary>
    public bool LosesResponse { get; init; }

    public bool ResubmitsNotAccepted { get; init; }

    /// <summary>How many are submitted at once by the processes that die. With one, it is certain which ticket is at which step.</summary>
    public int MaxInFlight { get; init; } = 1;

    public int Tickets { get; init; } = 3;

    /// <summary>
    /// Whether its processes work on nothing else. The others share one, which dies when each of them is at its step: starting one costs more
    /// than all of its work.
    /// </summary>
    public bool IsAlone { get; init; }

    /// <summary>How long a job takes.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(0.06);

    public static IEnumerable<CrashCase> All =>
        Enum.GetValues<WorkerStep>()
            .Select(OfStep)
            .Concat(
                [
                    new("claim-then-resolved", (WorkerStep.ClaimCommitted, 2), (WorkerStep.ResolvedCommitted, 1)) { NotAccepted = 1 },
                    new("claim-again", (WorkerStep.ClaimCommitted, 2)) { ResubmitsNotAccepted = true },
                    new("claim-then-resolved-again", (WorkerStep.ClaimCommitted, 2), (WorkerStep.ResolvedCommitted, 1)) { ResubmitsNotAccepted = true },
                    new("many-claims", (WorkerStep.ClaimCommitted, 1)) { NotAccepted = 6, MaxInFlight = 6, Tickets = 6, IsAlone = true },
                    new("many-sent", (WorkerStep.SubmitSent, 2)) { NotAccepted = null, MaxInFlight = 6, Tickets = 6, IsAlone = true },
                    new("many-submitted", (WorkerStep.SubmittedCommitted, 2)) { NotAccepted = null, MaxInFlight = 6, Tickets = 6, IsAlone = true },
                ]
            );

    /// <summary>Only the reconciler reaches the last steps, after a crash.</summary>
    private static CrashCase OfStep(WorkerStep step) =>
        step switch
        {
            WorkerStep.ClaimCommitted => new(step.ToString().ToLowerInvariant(), (step, 2)) { NotAccepted = 1 },
            WorkerStep.UnconfirmedCommitted => new(step.ToString().ToLowerInvariant(), (step, 1)) { LosesResponse = true },

            // Long enough for a poll before its end, even if the machine is busy.
            WorkerStep.PollCommitted => new(step.ToString().ToLowerInvariant(), (step, 1)) { Duration = TimeSpan.FromSeconds(5) },
            WorkerStep.OrphansCommitted => new(step.ToString().ToLowerInvariant(), (WorkerStep.ClaimCommitted, 2), (step, 1)) { NotAccepted = 1 },
            WorkerStep.HistoryReceived or WorkerStep.ResolvedCommitted => new(step.ToString().ToLowerInvariant(), (WorkerStep.SubmitSent, 2), (step, 1)),
            _ => new(step.ToString().ToLowerInvariant(), (step, 2)),
        };
}
