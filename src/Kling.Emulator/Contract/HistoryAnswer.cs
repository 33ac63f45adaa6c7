using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Kling.Emulator;

/// <summary>What the API says of the account: its credits and its history.</summary>
internal sealed class HistoryAnswer(JobBook jobs, SegmindEmulatorOptions options)
{
    public HttpResponseMessage Credits() =>
        ApiAnswer.Json(HttpStatusCode.OK, new JsonObject { ["credits"] = jobs.Credits, ["free-credits"] = 0 });

    public HttpResponseMessage Of(EmulatorRequest received, EmulatorExchange exchange) =>
        received.RequestId is { } id ? One(id, exchange) : Page(received.Uri.Query, exchange);

    private HttpResponseMessage One(string id, EmulatorExchange exchange) =>
        jobs.FindInHistory(id, exchange.Now) is { } job
            ? ApiAnswer.Json(
                HttpStatusCode.OK,
                options.HistoryRowsPerRequest == 1
                    ? Row(job, exchange, output: 0)
                    : new JsonObject { ["data"] = new JsonArray([.. Rows(job).Select(row => Row(row.Job, exchange, row.Output))]) }
            )
            : ApiAnswer.Error(HttpStatusCode.NotFound, $"Request {Excerpt.Of(id)} not found");

    private HttpResponseMessage Page(string text, EmulatorExchange exchange)
    {
        HistoryQuery query;
        try
        {
            query = HistoryQuery.Read(text, exchange.Now);
        }
        catch (FormatException e)
        {
            return ApiAnswer.Error(HttpStatusCode.BadRequest, e.Message);
        }

        EmulatedJob[] listed = [.. jobs.History(exchange.Now).Where(job => Matches(job, query, exchange.Now))];
        IEnumerable<EmulatedJob> sorted = query.SortBy switch
        {
            "model_name" => listed.OrderBy(static job => job.Model.Slug, StringComparer.Ordinal),
            "credits_deduction" => listed.OrderBy(static job => job.Cost),
            _ => listed.OrderBy(static job => job.Number),
        };
        var rows = new JsonArray();
        foreach (
            (EmulatedJob job, int output) in (query.IsAscending ? sorted : sorted.Reverse())
                .SelectMany(Rows)
                .Skip((int)Math.Min((query.Page - 1L) * query.PerPage, int.MaxValue))
                .Take(query.PerPage)
        )
        {
            rows.Add(Row(job, exchange, output));
        }

        return ApiAnswer.Json(
            HttpStatusCode.OK,
            new JsonObject
            {
                ["page"] = query.Page,
                ["per_page"] = query.PerPage,
                ["total"] = listed.Length * options.HistoryRowsPerRequest,
                ["data"] = rows,
            }
        );
    }

    private static bool Matches(EmulatedJob job, HistoryQuery query, DateTimeOffset now) =>
        job.SubmittedAt >= query.From
        && job.SubmittedAt < query.Until
        && job.Model.Slug.Contains(query.ModelName, StringComparison.Ordinal)
        && (query.Status is null || query.Status == Status(job, now));

    private IEnumerable<(EmulatedJob Job, int Output)> Rows(EmulatedJob job) =>
        Enumerable.Range(0, options.HistoryRowsPerRequest).Select(output => (job, output));

    private JsonObject Row(EmulatedJob job, EmulatorExchange exchange, int output)
    {
        JobState state = job.StateAt(exchange.Now);
        var row = new JsonObject
        {
            ["request_id"] = job.Id,
            ["model_name"] = job.Model.Slug,
            ["model_status"] = Status(job, exchange.Now),
            ["credits_deduction"] = state is JobState.Completed ? job.Cost : 0,
            ["request_body"] = options.HistoryBodyAsText ? job.Body.GetRawText() : JsonNode.Parse(job.Body.GetRawText()),
            ["generation_url"] = state is JobState.Completed ? Output(job, exchange.Routes, output) : null,
            ["latency_ms"] = state is JobState.Completed or JobState.Failed ? job.TotalTime.TotalMilliseconds : null,
            ["model_created"] = job.SubmittedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        };
        if (state is JobState.Failed)
        {
            row["error"] = job.Error;
        }

        return row;
    }

    private static string? Output(EmulatedJob job, ApiRoutes routes, int output) =>
        job.Model.Output is KlingOutputKind.Text or KlingOutputKind.Json ? null
        : output == 0 ? routes.File(job.FileName).AbsoluteUri
        : string.Create(CultureInfo.InvariantCulture, $"{routes.File(job.FileName).AbsoluteUri}?output={output}");

    private static string Status(EmulatedJob job, DateTimeOffset now) =>
        job.StateAt(now) switch
        {
            JobState.Completed => "COMPLETED",
            JobState.Failed => "FAILED",
            _ => "PENDING",
        };
}
