using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Kling.Cli;

/// <summary><c>upload_file</c>.</summary>
internal sealed class UploadFileTool(McpContext context)
    : KlingTool(
        context.Host,
        "upload_file",
        "Uploads an image, video or audio file of this machine from the folders that the user allowed, and returns a URL for an input. Anyone with the URL can read it.",
        Schema("""{"type":"object","properties":{"path":{"type":"string"}},"required":["path"]}"""),
        Uploads
    )
{
    private static ToolAnnotations Uploads =>
        new()
        {
            ReadOnlyHint = false,
            DestructiveHint = false,
            IdempotentHint = false,
            OpenWorldHint = true,
        };

    protected override async Task<CallToolResult> CallAsync(
        RequestContext<CallToolRequestParams> request,
        CancellationToken cancellationToken
    )
    {
        string file = context.Roots.Find(Arguments(request).Text("path"));
        Uri url;
        try
        {
            url = await context.Connection.Client.Files.UploadAsync(file, contentType: null, progress: null, cancellationToken);
        }
        catch (Exception e) when (e is ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new CliFailure(ExitCodes.Usage, $"The file cannot be uploaded: {e.Message}", e);
        }

        return Result(ToolResult.Of("ok", json => json.WriteString("url", url.AbsoluteUri)));
    }
}
