using System.Text.Json;

namespace Kling.Cli;

/// <summary>Requests of the account's history as JSON.</summary>
internal static class HistoryJson
{
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<KlingHistoryEntry> entries)
    {
        writer.WriteStartArray();
        foreach (KlingHistoryEntry entry in entries)
        {
            Write(writer, entry);
        }

        writer.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter writer, KlingHistoryEntry entry)
    {
        writer.WriteStartObject();
        writer.WriteString("request_id", entry.RequestId);
        writer.WriteString("slug", entry.Slug);
        writer.WriteString("status", HistoryText.Status(entry));
        if (entry.CreatedAt is { } created)
        {
            writer.WriteString("created_at", created.UtcDateTime);
        }
        else
        {
            writer.WriteNull("created_at");
        }

        ModelJson.WriteNumber(writer, "seconds", (decimal?)entry.Latency?.TotalSeconds);
        ModelJson.WriteNumber(writer, "cost", entry.Cost);
        writer.WriteStartArray("outputs");
        foreach (string output in entry.Outputs)
        {
            writer.WriteStringValue(output);
        }

        writer.WriteEndArray();
        writer.WriteString("error", entry.Error);
        writer.WritePropertyName("request");
        if (entry.Body is { } body)
        {
            body.WriteTo(writer);
        }
        else
        {
            writer.WriteNullValue();
        }

        writer.WriteEndObject();
    }
}
