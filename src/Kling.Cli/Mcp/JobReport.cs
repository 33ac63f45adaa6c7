using System.Text.Json;

namespace Kling.Cli;

/// <summary>A job as its tools return it.</summary>
internal sealed class JobReport(McpContext context)
{
    /// <summary>The whole state of a job, with what to do next.</summary>
    public JsonElement Of(KlingTicket ticket, string? note = null) =>
        ToolResult.Of(
            TicketText.State(ticket.State),
            json =>
            {
                WriteTo(json, ticket);
                if (ticket.Error is { } error)
                {
                    json.WriteString("error", error);
                }

                if (note is not null)
                {
                    json.WriteString("note", note);
                }

                json.WriteString("next", Next(ticket));
            }
        );

    /// <summary>The members that every list has, too.</summary>
    public void WriteTo(Utf8JsonWriter json, KlingTicket ticket)
    {
        json.WriteString("job", ticket.Id);
        json.WriteString("model", ticket.Slug);
        if (ticket.RequestId is { } id)
        {
            json.WriteString("request_id", id);
        }

        json.WriteString("created_at", ticket.CreatedAt.UtcDateTime);
        if (!ticket.HasEnded)
        {
            json.WriteNumber("elapsed_seconds", (long)Math.Max(0, (context.Host.Clock.GetUtcNow() - ticket.CreatedAt).TotalSeconds));
            if (ModelText.Seconds(context.Expected(ticket)) is { } seconds)
            {
                json.WriteNumber("expected_seconds", seconds);
            }
        }

        if (ticket.Cost is { } cost)
        {
            json.WriteNumber("cost_usd", cost);
        }
    }

    /// <summary>A request in one line, cut if it is long.</summary>
    public static string Shown(JsonElement body, int longest)
    {
        string text = PlainText.OneLine(body.GetRawText());
        return text.Length <= longest ? text : text[..longest] + " …";
    }

    private static string Next(KlingTicket ticket) =>
        ticket.State switch
        {
            KlingTicketState.Completed or KlingTicketState.Saved => "Call job_result.",
            KlingTicketState.Failed => "Read error. A failed job is not billed. A new request is a new job with its own cost.",
            KlingTicketState.Expired => "The result no longer exists on the server. Tell the user.",
            KlingTicketState.Cancelled => "It was cancelled before it was submitted.",
            KlingTicketState.Unconfirmed =>
                "Do NOT submit this request again: it may be running and billed. The account's history is being asked. Call wait, "
                    + $"or tell the user, who can decide with 'kling jobs resolve {ticket.Id}'.",
            _ => "Call wait with this job until it has ended.",
        };
}
