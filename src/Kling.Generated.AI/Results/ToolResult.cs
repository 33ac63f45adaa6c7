using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kling;

/// <summary>
/// What a tool returns to an agent: a JSON object with a <c>status</c>, and with <c>next</c> if something is left to do. Text of the server
/// is in members of its own, as data.
/// </summary>
internal static class ToolResult
{
    // Output files are kept for seven days. A job's end is later than its submit.
    private static readonly TimeSpan FileRetention = TimeSpan.FromDays(7);

    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1000 };

    // Quotes and letters as they are: escapes cost tokens, and no result is put into HTML.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A result with the given members.</summary>
    public static JsonElement Of(string status, Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("status", status);
            members(json);
            json.WriteEndObject();
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory, Deep);
        return document.RootElement.Clone();
    }

    /// <summary>A job that was submitted: its id, its token, how long it takes, and what it costs.</summary>
    /// <param name="job">The job.</param>
    /// <param name="cost">The estimate of its cost.</param>
    /// <param name="next">How to get the result.</param>
    public static JsonElement Submitted(KlingJob job, KlingCost cost, string next) =>
        Of(
            "submitted",
            json =>
            {
                WriteJob(json, job);
                if (ModelText.Seconds(job.Model?.TypicalDuration) is { } seconds)
                {
                    json.WriteNumber("expected_seconds", seconds);
                }

                json.WriteString("estimated_cost", cost.ToString());
                json.WriteString("next", next);
            }
        );

    /// <summary>A job that is not finished.</summary>
    /// <param name="job">The job, with a token for the next call.</param>
    /// <param name="progress">Its status, or <see langword="null"/> if it was not polled.</param>
    /// <param name="next">How to go on.</param>
    public static JsonElement Running(KlingJob job, KlingProgress? progress, string next) =>
        Of(
            (progress?.Status ?? job.Status) is KlingJobStatus.Queued ? "queued" : "running",
            json =>
            {
                WriteJob(json, job);
                if (progress is not null)
                {
                    json.WriteNumber("elapsed_seconds", (long)progress.Elapsed.TotalSeconds);
                }

                if (ModelText.Seconds(progress?.ExpectedDuration ?? job.Model?.TypicalDuration) is { } seconds)
                {
                    json.WriteNumber("expected_seconds", seconds);
                }

                json.WriteString("next", next);
            }
        );

    /// <summary>The result of a finished job: its files or its text, and what it has cost.</summary>
    public static JsonElement Completed(KlingJob job, KlingResult result) =>
        Of(
            "completed",
            json =>
            {
                json.WriteString("id", result.RequestId);
                json.WriteString("model", result.Slug);
                if (result.Outputs.Count > 0)
                {
                    WriteFiles(json, result.Outputs, job.SubmittedAt + FileRetention);
                }
                else if (result.Output is { } text)
                {
                    json.WriteString("output", text);
                }

                WriteMetrics(json, result.Metrics);
            }
        );

    private static void WriteJob(Utf8JsonWriter json, KlingJob job)
    {
        json.WriteString("id", job.RequestId);
        json.WriteString("model", job.Slug);
        json.WriteString("token", job.ToToken());
        json.WriteString("token_expires_at", job.ExpiresAt.UtcDateTime);
    }

    private static void WriteFiles(Utf8JsonWriter json, IReadOnlyList<KlingMedia> files, DateTimeOffset expiry)
    {
        json.WriteStartArray("files");
        foreach (KlingMedia file in files)
        {
            json.WriteStartObject();

            // A data URL is the file itself. It would fill the context of the model.
            bool isInline = file.Url.Scheme == "data";
            json.WriteString("url", isInline ? "data:" : file.Url.OriginalString);
            json.WriteString("kind", ModelText.Kind(file.Kind));
            if (file.ContentType is { } type)
            {
                json.WriteString("media_type", type);
            }

            if (file.FileSize is > 0 and { } size)
            {
                json.WriteNumber("bytes", size);
            }

            if (file.LastFrameUrl is { } frame && frame.Scheme != "data")
            {
                json.WriteString("last_frame_url", frame.OriginalString);
            }

            if (isInline)
            {
                json.WriteString("note", "The response contains the file itself. It is available to the application, not as a URL.");
            }
            else
            {
                json.WriteString("expires_at", expiry.UtcDateTime);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMetrics(Utf8JsonWriter json, KlingMetrics? metrics)
    {
        if (metrics?.Cost is { } cost)
        {
            json.WriteNumber("cost_usd", cost);
        }

        if (metrics?.RemainingCredits is { } credits)
        {
            json.WriteNumber("remaining_credits", credits);
        }

        if (metrics?.TotalTime is { } total)
        {
            json.WriteNumber("seconds", (long)total.TotalSeconds);
        }
    }
}
