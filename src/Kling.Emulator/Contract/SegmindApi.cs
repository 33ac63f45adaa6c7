using System.Net;
using System.Text.Json;

namespace Kling.Emulator;

/// <summary>The responses of the API without faults.</summary>
internal sealed class SegmindApi(
    IReadOnlyDictionary<string, ServedModel> models,
    JobBook jobs,
    UploadedFiles uploads,
    SegmindEmulatorOptions options
)
{
    private readonly HistoryAnswer _history = new(jobs, options);
    private readonly ApiKeyCheck _key = new(options.ApiKey);
    private readonly BodyLimit _submits = new(options.MaxBodySize, nameof(SegmindEmulatorOptions.MaxBodySize));
    private readonly BodyLimit _uploads = new(options.MaxUploadSize, nameof(SegmindEmulatorOptions.MaxUploadSize));

    public async Task<(HttpResponseMessage Answer, bool IsNewJob)> AnswerAsync(
        HttpRequestMessage request,
        ReceivedBody body,
        EmulatorExchange exchange,
        CancellationToken cancellationToken
    )
    {
        EmulatorRequest received = exchange.Received;

        // A wrong key or path is refused before a byte of the body is read.
        if (RefusalOf(request, received) is { } refusal)
        {
            return (refusal, false);
        }

        switch (received.Operation)
        {
            case EmulatorOperation.Status or EmulatorOperation.Result:
                return (Look(received, exchange), false);
            case EmulatorOperation.Credits:
                return (_history.Credits(), false);
            case EmulatorOperation.History:
                return (_history.Of(received, exchange), false);
        }

        try
        {
            byte[] bytes = await body.ReadAsync(LimitOf(received), cancellationToken).ConfigureAwait(false);
            return Accept(received, bytes, exchange);
        }
        catch (RefusedBodyException e)
        {
            return (ApiAnswer.Error(e.Status, e.Message), false);
        }
    }

    /// <summary>How large the body of a request may be.</summary>
    public BodyLimit LimitOf(EmulatorRequest received) => received.Operation is EmulatorOperation.Upload ? _uploads : _submits;

    private (HttpResponseMessage Answer, bool IsNewJob) Accept(EmulatorRequest received, byte[] body, EmulatorExchange exchange)
    {
        try
        {
            return received.Operation is EmulatorOperation.Upload
                ? (uploads.Add(body, exchange.Routes, exchange.Now), false)
                : Submit(models[received.Slug!], body, exchange);
        }
#pragma warning disable CA1031 // An exception after the body was read looks like a lost connection, so the client would report an unconfirmed submit.
        catch (Exception e) when (e is not RefusedBodyException)
#pragma warning restore CA1031
        {
            return (ApiAnswer.Error(HttpStatusCode.InternalServerError, $"The emulator itself failed ({e.GetType().Name}): {e.Message}"), false);
        }
    }

    // The service's own sentence, and then what only an emulator can say.
    private static string UnknownModel(string slug) =>
        $"Model {slug} not found. The emulator serves only the models that it was given: "
        + $"add {nameof(KlingModel)}.{nameof(KlingModel.FromSchema)}(slug, schema) to them, or run 'kling emulator' with --untyped or --schemas.";

    private HttpResponseMessage? RefusalOf(HttpRequestMessage request, EmulatorRequest received)
    {
        if (received.Operation is EmulatorOperation.Unknown)
        {
            return ApiAnswer.Error(HttpStatusCode.NotFound);
        }

        bool isPost = received.Operation is EmulatorOperation.Submit or EmulatorOperation.Upload;
        if (request.Method != (isPost ? HttpMethod.Post : HttpMethod.Get))
        {
            return ApiAnswer.Error(HttpStatusCode.MethodNotAllowed);
        }

        if (!_key.Passes(request))
        {
            return ApiAnswer.Error(HttpStatusCode.Unauthorized);
        }

        if (received.Operation is EmulatorOperation.Submit)
        {
            if (!models.TryGetValue(received.Slug!, out ServedModel? served))
            {
                return ApiAnswer.Error(HttpStatusCode.NotFound, UnknownModel(received.Slug!));
            }

            if (served.Model.IsRetired)
            {
                return ApiAnswer.Error(HttpStatusCode.Gone);
            }
        }

        return isPost && !IsJson(request)
            ? ApiAnswer.Error(HttpStatusCode.NotAcceptable, "Invalid content type: send application/json")
            : null;
    }

    private (HttpResponseMessage Answer, bool IsNewJob) Submit(ServedModel served, byte[] body, EmulatorExchange exchange)
    {
        if (Refusal(served, body, out JsonElement parameters) is { } refusal)
        {
            return (refusal, false);
        }

        return jobs.TryAdd(served.Model, parameters, exchange.Plan, exchange.Now, out EmulatedJob? job)
            ? (JobAnswer.Accepted(job, exchange.Routes, exchange.Plan.Origin), true)
            : (ApiAnswer.Error(HttpStatusCode.NotAcceptable), false);
    }

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

    private HttpResponseMessage Look(EmulatorRequest received, EmulatorExchange exchange) =>
        jobs.Find(received.RequestId!, exchange.Now) is { } job
            ? JobAnswer.Of(job, exchange.Now, exchange.Routes, isWhole: received.Operation is EmulatorOperation.Result)
            : ApiAnswer.Error(HttpStatusCode.NotFound, $"Request {Excerpt.Of(received.RequestId!)} not found");
}
