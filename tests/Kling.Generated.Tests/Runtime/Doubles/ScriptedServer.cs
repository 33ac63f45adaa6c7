using System.Net.Http.Headers;
using System.Text;

namespace Kling.Tests;

/// <summary>What a scripted server received.</summary>
internal sealed record Received(HttpMethod Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>A server in memory that answers submit, status, result and everything else from one queue each; the last answer of a queue stays.</summary>
internal sealed class ScriptedServer : HttpMessageHandler
{
    public const string Id = "req-1";

    public const string Accepted = """{"request_id":"req-1","status":"QUEUED"}""";

    public const string Completed = """{"status":"COMPLETED","output":"https://files.example/out.mp4"}""";

    private readonly Dictionary<string, Queue<Step>> _queues = new()
    {
        ["submit"] = new([Step.Json(200, Accepted)]),
        ["status"] = new([Step.Json(200, """{"status":"COMPLETED"}""")]),
        ["result"] = new([Step.Json(200, Completed)]),
        ["file"] = new([Step.Bytes(200, "video/mp4", [1, 2, 3])]),
    };

    public List<Received> Requests { get; } = [];

    public IEnumerable<Received> Posts => Requests.Where(static request => request.Method == HttpMethod.Post);

    public IEnumerable<Received> Gets => Requests.Where(static request => request.Method == HttpMethod.Get);

    public void OnSubmit(params Step[] steps) => _queues["submit"] = new(steps);

    public void OnStatus(params Step[] steps) => _queues["status"] = new(steps);

    public void OnResult(params Step[] steps) => _queues["result"] = new(steps);

    public void OnFile(params Step[] steps) => _queues["file"] = new(steps);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Queue<Step> queue = _queues[Kind(request)];
        Step step = queue.Count > 1 ? queue.Dequeue() : queue.Peek();
        string body = step.ReadsBody && request.Content is { } content ? await ReadAsync(content, cancellationToken) : "";
        Requests.Add(new Received(request.Method, request.RequestUri!, Headers(request), body));
        HttpResponseMessage response = await step.Answer(cancellationToken);
        response.RequestMessage = request;
        return response;
    }

    /// <summary>Reads as a socket does. ReadAsStringAsync would leave a copy in the content, from which a handler could send it again.</summary>
    private static async Task<string> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await content.CopyToAsync(body, cancellationToken);
        return Encoding.UTF8.GetString(body.ToArray());
    }

    private static string Kind(HttpRequestMessage request)
    {
        string path = request.RequestUri!.AbsolutePath;
        return request.Method == HttpMethod.Post ? "submit"
            : path.EndsWith("/status", StringComparison.Ordinal) ? "status"
            : path.Contains("/requests/", StringComparison.Ordinal) ? "result"
            : "file";
    }

    private static Dictionary<string, string> Headers(HttpRequestMessage request)
    {
        IEnumerable<KeyValuePair<string, HeaderStringValues>> all = request.Headers.NonValidated;
        if (request.Content is { } content)
        {
            all = all.Concat(content.Headers.NonValidated);
        }

        return all.ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
    }
}
