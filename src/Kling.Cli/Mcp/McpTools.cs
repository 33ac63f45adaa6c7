using ModelContextProtocol.Server;

namespace Kling.Cli;

/// <summary>The tools of a server.</summary>
internal static class McpTools
{
    /// <summary>The tools for all models, and one for each model if that was asked for.</summary>
    public static IEnumerable<McpServerTool> Of(McpContext context)
    {
        McpServerTool[] tools =
        [
            new ListModelsTool(context),
            new DescribeModelTool(context),
            new EstimateCostTool(context),
            new SubmitTool(context),
            new WaitTool(context),
            new JobStatusTool(context),
            new JobResultTool(context),
            new ListJobsTool(context),
            new UploadFileTool(context),
        ];
        if (!context.HasToolPerModel)
        {
            return tools;
        }

        HashSet<string> taken = new(tools.Select(static tool => tool.ProtocolTool.Name), StringComparer.Ordinal);
        return
        [
            .. tools,
            .. context
                .Catalogue.Models.Where(static model => !model.IsRetired)
                .Select(model => new SubmitTool(context, model, ModelText.ToolName(model.Slug, taken))),
        ];
    }
}
