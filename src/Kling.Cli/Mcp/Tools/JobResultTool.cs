using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Kling.Cli;

/// <summary><c>job_result</c>.</summary>
internal sealed class JobResultTool(McpContext context)
    : KlingTool(
        context.Host,
        "job_result",
        "Returns links to the files of a completed job, which the server keeps for 7 days. With save, also saves them on this machine.",
        Schema("""{"type":"object","properties":{"job":{"type":"string"},"save":{"type":"boolean","default":false}},"required":["job"]}"""),
        Saves
    )
{
    private static ToolAnnotations Saves =>
        new()
        {
            ReadOnlyHint = false,
            DestructiveHint = false,
            IdempotentHint = true,
            OpenWorldHint = true,
        };

    protected override async Task<CallToolResult> CallAsync(
        RequestContext<CallToolRequestParams> request,
        CancellationToken cancellationToken
    )
    {
        ToolArguments arguments = Arguments(request);
        bool isSave = arguments.Flag("save");
        KlingTicket ticket = await context.FindAsync(arguments.Text("job"), cancellationToken);
        if (ticket.State is not (KlingTicketState.Completed or KlingTicketState.Saved))
        {
            return Result(new JobReport(context).Of(ticket, "There is no result."), isError: true);
        }

        IReadOnlyList<string> files = isSave ? await SaveAsync(ticket, cancellationToken) : ticket.Files;

        // A link to a file of this machine, which a server may have sent, would be read by the client.
        Uri[] urls = [.. ticket.Outputs.Select(static url => new Uri(url)).Where(static url => url.Scheme is "https" or "http")];
        return Result(
            ToolResult.Of(
                TicketText.State(ticket.State),
                json =>
                {
                    new JobReport(context).WriteTo(json, ticket);
                    Write(json, "urls", urls.Select(static url => url.OriginalString));
                    Write(json, "saved_files", files);
                    if (files.Count == 0 && context.Connection.IsEmulator)
                    {
                        json.WriteString("note", "The URLs of the emulator cannot be opened. Call job_result with save to get the files.");
                    }

                    if (ticket.Outputs.Count == 0 && ticket.Result is { } result)
                    {
                        json.WritePropertyName("output");
                        result.WriteTo(json);
                    }
                }
            ),
            links: [.. urls.Select(url => Link(url, ticket)), .. files.Select(file => Link(new Uri(file), ticket))]
        );
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private ResourceLinkBlock Link(Uri uri, KlingTicket ticket) =>
        new()
        {
            Uri = uri.AbsoluteUri,
            Name = Path.GetFileName(uri.LocalPath) is { Length: > 0 } name ? name : ticket.Slug,
            MimeType = MediaTypes.OfFile(uri.AbsolutePath) ?? MediaTypes.OfKind(context.ModelOf(ticket)?.Output),
            Size = uri.IsFile && File.Exists(uri.LocalPath) ? new FileInfo(uri.LocalPath).Length : null,
        };

    private async Task<IReadOnlyList<string>> SaveAsync(KlingTicket ticket, CancellationToken cancellationToken)
    {
        if (context.OutputFolder is not { } folder)
        {
            throw new CliFailure(
                ExitCodes.Usage,
                "There is no folder for saved files. The user can start the server with --output <folder>."
            );
        }

        if (ticket.Files.Count > 0)
        {
            return ticket.Files;
        }

        KlingResult result = await context.Queue.Jobs.GetResultAsync(ticket.Id, cancellationToken);
        var files = new ResultFiles(exact: null, folder, static result => $"{result.Slug}-{result.RequestId}");
        files.Prepare();
        return await files.SaveAsync(result, cancellationToken);
    }
}
