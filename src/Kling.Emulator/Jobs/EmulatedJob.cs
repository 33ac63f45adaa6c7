using System.Text.Json;

namespace Kling.Emulator;

/// <summary>One job: everything about it is settled at its submit, and its state is a function of the time since.</summary>
internal sealed record EmulatedJob
{
    public required string Id { get; init; }

    public required KlingModel Model { get; init; }

    /// <summary>How many jobs were accepted before it.</summary>
    public required long Number { get; init; }

    /// <summary>The body of the request.</summary>
    public required JsonElement Body { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>How long it waits for a worker, on the emulator's clock.</summary>
    public required TimeSpan QueueTime { get; init; }

    /// <summary>How long it runs on the worker, on the emulator's clock.</summary>
    public required TimeSpan InferenceTime { get; init; }

    /// <summary>How long after its end its result has no output yet.</summary>
    public required TimeSpan OutputLateBy { get; init; }

    /// <summary>From when on its status and result can be asked for.</summary>
    public required DateTimeOffset KnownFrom { get; init; }

    /// <summary>Until when they can.</summary>
    public required DateTimeOffset KnownUntil { get; init; }

    /// <summary>From when on the account's history lists it.</summary>
    public required DateTimeOffset ListedFrom { get; init; }

    /// <summary>What goes wrong in the end; <see langword="null"/> for a job that succeeds.</summary>
    public required string? Error { get; init; }

    /// <summary>The file's name on the output host.</summary>
    public required string FileName { get; init; }

    public required decimal Cost { get; init; }

    public required decimal RemainingCredits { get; init; }

    public TimeSpan TotalTime => QueueTime + InferenceTime;

    public JobState StateAt(DateTimeOffset now)
    {
        TimeSpan elapsed = now - SubmittedAt;
        return elapsed < QueueTime ? JobState.Queued
            : elapsed < TotalTime ? JobState.Processing
            : Error is null ? JobState.Completed
            : JobState.Failed;
    }

    public bool HasOutputAt(DateTimeOffset now) => StateAt(now) is JobState.Completed && now - SubmittedAt - TotalTime >= OutputLateBy;

    public EmulatorJob Show() =>
        new()
        {
            RequestId = Id,
            Slug = Model.Slug,
            Body = Body,
            SubmittedAt = SubmittedAt,
            Duration = TotalTime,
            Error = Error,
            Cost = Error is null ? Cost : 0,
        };
}
