using System.Text.Json.Nodes;

namespace Kling;

/// <summary>A ticket as the page shows it.</summary>
internal static class StudioJob
{
    // Two thirds of the jobs take between the typical time divided and multiplied by this, as measured for a log-normal spread of 0.36.
    private const double Spread = 1.43;

    public static JsonObject ToJson(KlingTicket ticket, WebModel? model, double timeScale) =>
        new()
        {
            ["id"] = ticket.Id.ToString(),
            ["slug"] = ticket.Slug,
            ["title"] = model?.Model.Title ?? ticket.Slug,
            ["state"] = ticket.State.ToString().ToLowerInvariant(),
            ["ended"] = ticket.HasEnded,
            ["request"] = JsonNode.Parse(ticket.Body.GetRawText()),
            ["createdAt"] = Time(ticket.CreatedAt),
            ["submittedAt"] = ticket.SubmittedAt is { } at ? Time(at) : null,
            ["changedAt"] = Time(ticket.ChangedAt),
            ["seconds"] = Seconds(model?.Model.TypicalDuration / timeScale),
            ["cost"] = ticket.Cost,
            ["error"] = ticket.Error,
            ["requestId"] = ticket.RequestId,
            ["outputs"] = Outputs(ticket, model?.Model),
            ["canCancel"] = ticket.State is KlingTicketState.Enqueued,
        };

    private static JsonObject? Seconds(TimeSpan? typical) =>
        typical is { TotalSeconds: var expected }
            ? new JsonObject
            {
                ["expected"] = expected,
                ["low"] = expected / Spread,
                ["high"] = expected * Spread,
            }
            : null;

    private static JsonArray Outputs(KlingTicket ticket, KlingModel? model)
    {
        bool isSaved = ticket.Files.Count > 0;
        IReadOnlyList<string> names = isSaved ? ticket.Files : ticket.Outputs;
        return
        [
            .. names.Select(
                (name, index) =>
                {
                    string file = Path.GetFileName(
                        isSaved ? name
                        : new Uri(name, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } url ? url.AbsolutePath
                        : name
                    );
                    string type = JobFiles.ContentType(file);
                    return (JsonNode)
                        new JsonObject
                        {
                            ["href"] = FormattableString.Invariant($"api/jobs/{ticket.Id}/outputs/{index}"),
                            ["kind"] = Kind(type, model),
                            ["mediaType"] = type,
                            ["name"] = file,
                        };
                }
            ),
        ];
    }

    private static string Kind(string type, KlingModel? model) =>
        type.Split('/')[0] is "video" or "image" or "audio" ? type.Split('/')[0]
        : model?.Output is KlingOutputKind.Video or KlingOutputKind.Image or KlingOutputKind.Audio
            ? model.Output.ToString().ToLowerInvariant()
        : "other";

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
