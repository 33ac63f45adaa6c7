namespace Kling;

/// <summary>The outcome of one request of a <see cref="KlingRun"/>.</summary>
public sealed class KlingOutcome
{
    /// <summary>The index of the request in the sequence, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The request.</summary>
    public required IKlingRequest Request { get; init; }

    /// <summary>The kind of outcome.</summary>
    public required KlingOutcomeKind Kind { get; init; }

    /// <summary>The job, or <see langword="null"/> if none is known.</summary>
    public KlingJob? Job { get; init; }

    /// <summary>The result. It is set if and only if the outcome is <see cref="KlingOutcomeKind.Completed"/>.</summary>
    public KlingResult? Result { get; init; }

    /// <summary>Why there is no result. It is set if and only if the outcome is not <see cref="KlingOutcomeKind.Completed"/>.</summary>
    public Exception? Error { get; init; }

    /// <summary>The index, the outcome and the job's id.</summary>
    public override string ToString() =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{Index} {Request.Model.Slug} {Kind}{(Job is null ? "" : " " + Job.RequestId)}"
        );
}
