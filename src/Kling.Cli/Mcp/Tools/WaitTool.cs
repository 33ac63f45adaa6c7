using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Kling.Cli;

/// <summary><c>wait</c>: shorter than the 60 seconds after which clients give up.</summary>
internal sealed class WaitTool(McpContext context)
    : KlingTool(
        context.Host,
        "wait",
        "Waits for the end of a job, at most 45 seconds. If the job has not ended, call it again.",
        Schema(
            """{"type":"object","properties":{"job":{"type":"string"},"seconds":{"type":"number","minimum":0,"maximum":45,"default":45}},"required":["job"]}"""
        ),
        Reads
    )
{
    private const double Longest = 45;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(1);

    protected override async Task<CallToolResult> CallAsync(
        RequestContext<CallToolRequestParams> request,
        CancellationToken cancellationToken
    )
    {
        ToolArguments arguments = Arguments(request);
        string job = arguments.Text("job");
        var limit = TimeSpan.FromSeconds(arguments.Number("seconds", least: 0, Longest, otherwise: Longest));
        TimeProvider clock = context.Host.Clock;
        long begun = clock.GetTimestamp();
        TimeSpan nextReport = TimeSpan.Zero;
        while (true)
        {
            KlingTicket ticket = await context.FindAsync(job, cancellationToken);
            TimeSpan waited = clock.GetElapsedTime(begun);
            if (!ticket.HasEnded && waited >= nextReport)
            {
                nextReport = waited + BetweenReports;
                await ReportAsync(request, ticket, cancellationToken);
            }

            if (ticket.HasEnded || waited >= limit)
            {
                string? note = ticket.HasEnded
                    ? null
                    : FormattableString.Invariant($"Not ended after {waited.TotalSeconds:0} s of waiting. The job continues.");
                return Result(new JobReport(context).Of(ticket, note));
            }

            TimeSpan left = limit - waited;
            await Task.Delay(left < Pause ? left : Pause, clock, cancellationToken);
        }
    }

    private async Task ReportAsync(RequestContext<CallToolRequestParams> request, KlingTicket ticket, CancellationToken cancellationToken)
    {
        if (request.Params?.ProgressToken is not { } token)
        {
            return;
        }

        float elapsed = (float)Math.Max(0, (context.Host.Clock.GetUtcNow() - ticket.CreatedAt).TotalSeconds);
        float? expected = (float?)context.Expected(ticket)?.TotalSeconds;
        var progress = new ProgressNotificationValue
        {
            Progress = elapsed,
            Total = expected > elapsed ? expected : null,
            Message = TicketText.State(ticket.State),
        };
        await request.Server.NotifyProgressAsync(token, progress, cancellationToken: cancellationToken);
    }
}
