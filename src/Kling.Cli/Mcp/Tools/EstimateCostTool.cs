using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Kling.Cli;

/// <summary><c>estimate_cost</c>.</summary>
internal sealed class EstimateCostTool(McpContext context)
    : KlingTool(
        context.Host,
        "estimate_cost",
        "Validates an input and estimates the cost of its job. Nothing is sent.",
        Schema("""{"type":"object","properties":{"model":{"type":"string"},"input":{"type":"object"}},"required":["model","input"]}"""),
        Reads
    )
{
    protected override async Task<CallToolResult> CallAsync(
        RequestContext<CallToolRequestParams> request,
        CancellationToken cancellationToken
    )
    {
        ToolArguments arguments = Arguments(request);
        var wanted = CheckedRequest.Of(context.Find(arguments.Text("model")), arguments.Object("input"));
        if (SubmitTool.Refusal(wanted, "/input", context.Host) is { } refusal)
        {
            return Result(refusal, isError: true);
        }

        decimal? left = context.Ledger.Budget is null ? null : (await context.Ledger.LeftAsync(cancellationToken)).Left;
        return Result(
            ToolResult.Of(
                "ok",
                json =>
                {
                    json.WriteString("model", wanted.Model.Slug);
                    json.WriteString("cost", wanted.Cost.ToString());
                    CostText.Write(json, wanted.Cost);
                    if (left is { } amount)
                    {
                        json.WriteNumber("budget_left_usd", Math.Max(amount, 0));
                    }
                }
            )
        );
    }
}
