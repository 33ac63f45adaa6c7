using System.Text.Json;

namespace Kling;

/// <summary>The result of a finished job. Output files are kept for 7 days: save what you need.</summary>
public sealed class KlingResult
{
    /// <summary>The id of the job.</summary>
    public required string RequestId { get; init; }

    /// <summary>The model.</summary>
    public required string Slug { get; init; }

    /// <summary>The status of the job: <see cref="KlingJobStatus.Completed"/>.</summary>
    public KlingJobStatus Status { get; init; } = KlingJobStatus.Completed;

    /// <summary>
    /// The property <c>output</c> of the response: for a video model the URL of the file, otherwise a text; the JSON if it is not a string;
    /// <see langword="null"/> if there is none.
    /// </summary>
    public string? Output { get; init; }

    /// <summary>
    /// Every output file of the job, in the order of the response: those of <c>video</c>, <c>images</c> and the like, and those of
    /// <c>output</c>, whether
    /// it is a URL, a list, or an object.
    /// Empty if the model returns text or JSON.
    /// </summary>
    public IReadOnlyList<KlingMedia> Outputs { get; init; } = [];

    /// <summary>The first video of <see cref="Outputs"/>, or <see langword="null"/> if there is none.</summary>
    public KlingMedia? Video => Outputs.FirstOrDefault(static file => file.Kind is KlingOutputKind.Video);

    /// <summary>The images of <see cref="Outputs"/>; empty if there are none.</summary>
    public IReadOnlyList<KlingMedia> Images => [.. Outputs.Where(static file => file.Kind is KlingOutputKind.Image)];

    /// <summary>The cost and duration of the job, or <see langword="null"/> if the server did not send them.</summary>
    public KlingMetrics? Metrics { get; init; }

    /// <summary>The whole response of the server, including properties that only this model has. You can keep it for any time.</summary>
    public JsonElement Json { get; init; }

    /// <summary>The id and the status.</summary>
    public override string ToString() => $"{RequestId} {Status}";
}
