using System.Text.Json;

namespace Kling.Cli;

/// <summary>Tickets as JSON.</summary>
internal static class TicketJson
{
    public static void Write(Utf8JsonWriter writer, IEnumerable<KlingTicket> tickets)
    {
        writer.WriteStartArray();
        foreach (KlingTicket ticket in tickets)
        {
            Write(writer, ticket);
        }

        writer.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter writer, KlingTicket ticket)
    {
        writer.WriteStartObject();
        writer.WriteString("id", ticket.Id);
        writer.WriteString("key", ticket.Key);
        writer.WriteString("slug", ticket.Slug);
        writer.WriteString("state", TicketText.State(ticket.State));
        writer.WriteString("requestId", ticket.RequestId);
        ModelJson.WriteNumber(writer, "cost", ticket.Cost);
        writer.WriteString("file", ticket.Files.Count > 0 ? ticket.Files[0] : null);
        Write(writer, "files", ticket.Files);
        Write(writer, "outputs", ticket.Outputs);
        writer.WriteString("error", ticket.Error);
        writer.WriteStartObject("tags");
        foreach ((string name, string value) in ticket.Tags)
        {
            writer.WriteString(name, value);
        }

        writer.WriteEndObject();
        writer.WriteNumber("priority", ticket.Priority);
        writer.WriteNumber("attempts", ticket.Attempts);
        writer.WriteString("createdAt", ticket.CreatedAt.UtcDateTime);
        writer.WriteString("changedAt", ticket.ChangedAt.UtcDateTime);
        writer.WriteString("saveTo", ticket.SaveTo);
        writer.WritePropertyName("request");
        ticket.Body.WriteTo(writer);
        if (ticket.History.Count > 0)
        {
            writer.WriteStartArray("history");
            foreach (KlingTicketEvent change in ticket.History)
            {
                writer.WriteStartObject();
                writer.WriteString("state", TicketText.State(change.State));
                writer.WriteString("at", change.At.UtcDateTime);
                writer.WriteString("detail", change.Detail);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
