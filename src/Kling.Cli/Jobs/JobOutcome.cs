using System.Text.Json;

namespace Kling.Cli;

/// <summary>How a job ended.</summary>
internal sealed record JobOutcome(string Slug)
{
    /// <summary>The job's id; <see langword="null"/> if there was no job.</summary>
    public string? RequestId { get; init; }

    /// <summary>The time from the submit to the end.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The result, if there is one.</summary>
    public KlingResult? Result { get; init; }

    /// <summary>The files that were saved, as full paths.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Why there is no result or no file.</summary>
    public CliFailure? Failure { get; init; }

    /// <summary>The outcome as JSON.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("slug", Slug);
        writer.WriteString("request_id", RequestId);
        writer.WriteString("status", Failure is null ? "completed" : "failed");
        writer.WriteNumber("seconds", Math.Round(Elapsed.TotalSeconds, 3));
        writer.WriteStartArray("files");
        foreach (string file in Files)
        {
            writer.WriteStringValue(file);
        }

        writer.WriteEndArray();
        if (Result is not null)
        {
            writer.WritePropertyName("result");
            Result.Json.WriteTo(writer);
        }

        if (Failure is not null)
        {
            writer.WritePropertyName("error");
            FailureJson.Write(writer, Failure);
        }

        writer.WriteEndObject();
    }
}
