using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Kling.Cli;

/// <summary><c>job_status</c>.</summary>
internal sealed class JobStatusTool(McpContext context)
    : KlingTool(
        context.Host,
        "job_status",
        "Returns the state of a job at once.",
        Schema("""{"type":"object","properties":{"job":{"type":"string"}},"required":["job"]}"""),
        Reads
    )
{
    protected override async Task<CallToolResult> CallAsync(
        RequestContext<CallToolRequestParams> request,
        CancellationToken cancellationToken
    )
    {
        KlingTicket ticket = await context.FindAsync(Arguments(request).Text("job"), cancellationToken);
        return Result(new JobReport(context).Of(ticket));
    }
}
