using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Kling.Cli;

/// <summary><c>list_jobs</c>.</summary>
internal sealed class ListJobsTool(McpContext context)
    : KlingTool(
        context.Host,
        "list_jobs",
        "Lists the jobs, the newest first, also those of earlier sessions and other clients.",
        Schema(
            """{"type":"object","properties":{"limit":{"type":"integer","minimum":1,"maximum":100,"default":20},"running":{"type":"boolean","description":"Only jobs that have not ended."}}}"""
        ),
        Reads
    )
{
    private const int LongestInput = 160;

    private static readonly KlingTicketState[] Running =
    [
        KlingTicketState.Enqueued,
        KlingTicketState.Submitting,
        KlingTicketState.Submitted,
        KlingTicketState.Unconfirmed,
    ];

    protected override async Task<CallToolResult> CallAsync(
        RequestContext<CallToolRequestParams> request,
        CancellationToken cancellationToken
    )
    {
        ToolArguments arguments = Arguments(request);
        var query = new KlingTicketQuery
        {
            NewestFirst = true,
            Limit = (int)arguments.Number("limit", least: 1, most: 100, otherwise: 20),
            States = arguments.Flag("running") ? Running : [],
        };
        List<KlingTicket> tickets = [];
        await foreach (KlingTicket ticket in context.Queue.Jobs.ListAsync(query, cancellationToken))
        {
            tickets.Add(ticket);
        }

        var report = new JobReport(context);
        return Result(
            ToolResult.Of(
                "ok",
                json =>
                {
                    json.WriteStartArray("jobs");
                    foreach (KlingTicket ticket in tickets)
                    {
                        json.WriteStartObject();
                        json.WriteString("status", TicketText.State(ticket.State));
                        report.WriteTo(json, ticket);
                        json.WriteString("input", JobReport.Shown(ticket.Body, LongestInput));
                        json.WriteEndObject();
                    }

                    json.WriteEndArray();
                }
            )
        );
    }
}
