using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticFiles;

namespace Kling;

/// <summary>The outputs of a ticket as responses: the saved file, or what the server still has.</summary>
internal static class JobFiles
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    /// <summary>The media type of a file by its name.</summary>
    public static string ContentType(string file) => Types.TryGetContentType(file, out string? type) ? type : "application/octet-stream";

    /// <summary>The ticket that the path names; otherwise the request is refused.</summary>
    public static async Task<KlingTicket?> TicketAsync(HttpContext context, KlingJobs? jobs)
    {
        var id = Guid.Parse((string)context.GetRouteValue("id")!);
        KlingTicket? ticket = jobs is null ? null : await jobs.GetAsync(id, context.RequestAborted).ConfigureAwait(false);
        if (ticket is null)
        {
            await WebJson.RefuseAsync(context, StatusCodes.Status404NotFound, "There is no such job.").ConfigureAwait(false);
        }

        return ticket;
    }

    /// <summary>Writes an output, or 404 if there is none.</summary>
    public static Task WriteAsync(HttpContext context, KlingJobs jobs, KlingTicket ticket, int index)
    {
        // What a server made is shown and never run, whatever it says that it is.
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        if (index >= ticket.Files.Count || !File.Exists(ticket.Files[index]))
        {
            return StreamAsync(context, jobs, ticket, index);
        }

        string file = Path.GetFullPath(ticket.Files[index]);
        string type = ContentType(file);
        return Results.File(file, type, IsMedia(type) ? null : Path.GetFileName(file), enableRangeProcessing: true).ExecuteAsync(context);
    }

    private static async Task StreamAsync(HttpContext context, KlingJobs jobs, KlingTicket ticket, int index)
    {
        try
        {
            KlingResult? result = ticket.State is KlingTicketState.Completed or KlingTicketState.Saved
                ? await jobs.GetResultAsync(ticket.Id, context.RequestAborted).ConfigureAwait(false)
                : null;
            if (result is null || index >= result.Outputs.Count)
            {
                string reason = result is null ? "The job has no result: it is not completed, or it failed." : "The job has no such output.";
                await WebJson.RefuseAsync(context, StatusCodes.Status404NotFound, reason).ConfigureAwait(false);
                return;
            }

            Stream file = await result.Outputs[index].OpenReadAsync(context.RequestAborted).ConfigureAwait(false);
            await using (file.ConfigureAwait(false))
            {
                string type = ContentType(result.Outputs[index].Url.AbsolutePath);
                await Results.Stream(file, IsMedia(type) ? type : "application/octet-stream").ExecuteAsync(context).ConfigureAwait(false);
            }
        }
        catch (KlingException e)
        {
            await WebJson.RefuseAsync(context, StatusCodes.Status404NotFound, e.Message).ConfigureAwait(false);
        }
    }

    // SVG is an image that can hold scripts.
    private static bool IsMedia(string type) =>
        type.StartsWith("video/", StringComparison.Ordinal)
        || type.StartsWith("audio/", StringComparison.Ordinal)
        || (type.StartsWith("image/", StringComparison.Ordinal) && !type.Contains("svg", StringComparison.Ordinal));
}
