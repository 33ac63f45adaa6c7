using System.Net;
using System.Text.Json;

namespace Kling.Emulator;

/// <summary>What the API answers when nothing is made to go wrong.</summary>
internal sealed class SegmindApi(IReadOnlyDictionary<string, ServedModel> models, ApiRoutes routes, JobBook jobs, UploadedFiles uploads, string? apiKey)
{
    private readonly ApiKeyCheck _key = new(apiKey);

    public (HttpResponseMessage Answer, bool IsNewJob) Answer(HttpRequestMessage request, byte[] body, EmulatorExchange exchange)
    {
        EmulatorRequest received = exchange.Received;
        if (received.Operation is EmulatorOperation.Unknown)
        {
            return (ApiAnswer.Error(HttpStatusCode.NotFound), false);
        }

        if (request.Method != (received.Operation is EmulatorOperation.Submit or EmulatorOperation.Upload ? HttpMethod.Post : HttpMethod.Get))
        {
            return (ApiAnswer.Error(HttpStatusCode.MethodNotAllowed), false);
        }

        if (!_key.Passes(request))
        {
            return (ApiAnswer.Error(HttpStatusCode.Unauthorized), false);
        }

        return received.Operation switch
        {
            EmulatorOperation.Submit => Submit(received.Slug!, request, body, exchange),
            EmulatorOperation.Upload => (IsJson(request) ? uploads.Add(body, routes) : WrongContentType(), false),
            _ => (Look(received, exchange.Now), false),
        };
    }

    private (HttpResponseMessage Answer, bool IsNewJob) Submit(string slug, HttpRequestMessage request, byte[] body, EmulatorExchange exchange)
    {
        if (!models.TryGetValue(slug, out ServedModel? served))
        {
            return (ApiAnswer.Error(HttpStatusCode.NotFound, $"Model {slug} not found"), false);
        }

        if (served.Model.IsRetired)
        {
            return (ApiAnswer.Error(HttpStatusCode.Gone), false);
        }

        if (!IsJson(request))
        {
            return (WrongContentType(), false);
        }

        if (Refusal(served, body, out JsonElement parameters) is { } refusal)
        {
            return (refusal, false);
        }

        return jobs.TryAdd(served.Model, parameters, exchange.Plan, exchange.Now, out EmulatedJob? job)
            ? (JobAnswer.Accepted(job, routes, exchange.Plan.Origin), true)
            : (ApiAnswer.Error(HttpStatusCode.NotAcceptable), false);
    }

    private static HttpResponseMessage WrongContentType() => ApiAnswer.Error(HttpStatusCode.NotAcceptable, "Invalid content type: send application/json");

    private static bool IsJson(HttpRequestMessage request) =>
        string.Equals(request.Content?.Headers.ContentType?.MediaType, "application/json", StringComparison.OrdinalIgnoreCase);

    private static HttpResponseMessage? Refusal(ServedModel served, byte[] body, out JsonElement parameters)
    {
        parameters = default;
        SchemaJudge judge;
        try
        {
            judge = served.Judge;
        }
        catch (JsonException e)
        {
            return ApiAnswer.Error(HttpStatusCode.InternalServerError, $"The schema of {served.Model.Slug} cannot be read: {e.Message}");
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            IReadOnlyList<KlingViolation> violations = judge.Judge(document.RootElement);
            parameters = document.RootElement.Clone();
            return violations.Count == 0
                ? null
                : ApiAnswer.Error(HttpStatusCode.BadRequest, "Invalid parameters: " + string.Join("; ", violations));
        }
        catch (JsonException e)
        {
            return ApiAnswer.Error(HttpStatusCode.BadRequest, "The request body is not JSON: " + e.Message);
        }
    }

    private HttpResponseMessage Look(EmulatorRequest received, DateTimeOffset now) =>
        jobs.Find(received.RequestId!, now) is { } job
            ? JobAnswer.Of(job, job.StateAt(now), routes, isWhole: received.Operation is EmulatorOperation.Result)
            : ApiAnswer.Error(HttpStatusCode.NotFound, $"Request {received.RequestId} not found");
}
