using System.Text.Json;

namespace Kling;

/// <summary>One request in the account's history.</summary>
/// <remarks>What the history does not contain, or contains in a form that cannot be read, is <see langword="null"/>.</remarks>
public sealed record KlingHistoryEntry
{
    /// <summary>The id of the job.</summary>
    public required string RequestId { get; init; }

    /// <summary>The model.</summary>
    public string? Slug { get; init; }

    /// <summary>The status: a job that is queued or is processed is <see cref="KlingJobStatus.Queued"/>.</summary>
    public KlingJobStatus Status { get; init; }

    /// <summary>What the job has cost, in credits; 1 credit is counted as 1 US dollar. A job with several outputs is charged once.</summary>
    public decimal? Cost { get; init; }

    /// <summary>The body of the request.</summary>
    public JsonElement? Body { get; init; }

    /// <summary>The outputs: the URLs of the files, or the texts of a model that returns text. Files are kept for 7 days.</summary>
    public IReadOnlyList<string> Outputs { get; init; } = [];

    /// <summary>When the job was created, on the server's clock.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>How long the job took.</summary>
    public TimeSpan? Latency { get; init; }

    /// <summary>Why a failed job failed.</summary>
    public string? Error { get; init; }

    /// <summary>The id, the model and the status.</summary>
    public override string ToString() => $"{RequestId} {Slug} {Status}";
}
