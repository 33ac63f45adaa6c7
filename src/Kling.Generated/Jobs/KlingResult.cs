using System.Text.Json;

namespace Kling;

/// <summary>The result of a finished job. Output files are kept for 7 days: save what you need.</summary>
public sealed class KlingResult
{
    /// <summary>The id of the job.</summary>
    public required string RequestId { get; init; }

    /// <summary>The model.</summary>
    public required string Slug { get; init; }

    /// <summary>The state of the job: <see cref="KlingJobStatus.Completed"/>.</summary>
    public KlingJobStatus Status { get; init; } = KlingJobStatus.Completed;

    /// <summary>
    /// The member <c>output</c>: for a video model the URL of the file; the JSON text where it is not a string; <see langword="null"/> where there is none.
    /// </summary>
    public string? Output { get; init; }

    /// <summary>The video, or <see langword="null"/> if the model gives none.</summary>
    public KlingMedia? Video { get; init; }

    /// <summary>The images; empty if the model gives none.</summary>
    public IReadOnlyList<KlingMedia> Images { get; init; } = [];

    /// <summary>What the job cost and took, or <see langword="null"/> if the server did not tell.</summary>
    public KlingMetrics? Metrics { get; init; }

    /// <summary>The whole answer of the server, with the members that only this model has. It may be kept for as long as you like.</summary>
    public JsonElement Json { get; init; }

    /// <summary>The id and the state.</summary>
    public override string ToString() => $"{RequestId} {Status}";
}
