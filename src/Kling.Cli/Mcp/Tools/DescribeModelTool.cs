using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Kling.Cli;

/// <summary><c>describe_model</c>.</summary>
internal sealed class DescribeModelTool(McpContext context)
    : KlingTool(
        context.Host,
        "describe_model",
        "Describes a model: the JSON Schema of its input, usual time, cost.",
        Schema("""{"type":"object","properties":{"model":{"type":"string"}},"required":["model"]}"""),
        Reads
    )
{
    protected override Task<CallToolResult> CallAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken)
    {
        KlingModel model = context.Find(Arguments(request).Text("model"));
        return Task.FromResult(
            Result(
                ToolResult.Of(
                    "ok",
                    json =>
                    {
                        json.WriteString("model", model.Slug);
                        json.WriteString("description", ModelText.Description(model));
                        json.WritePropertyName("input_schema");
                        model.JsonSchema.WriteTo(json);
                    }
                )
            )
        );
    }
}
