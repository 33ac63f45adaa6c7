using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;

namespace Kling.Tests;

/// <summary>A server whose jobs end when the test says so: each status question is open until then. Jobs are numbered from 1 in the order of their submits.</summary>
internal sealed class Workshop : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string>> _ends = new(StringComparer.Ordinal);
    private int _posts;

    /// <summary>How many submits have arrived.</summary>
    public int Posts => Volatile.Read(ref _posts);

    /// <summary>What the n-th submit is answered with, from 1; null for its acceptance.</summary>
    public Func<int, CancellationToken, Task<HttpResponseMessage?>> OnPost { get; set; } = static (_, _) => Task.FromResult<HttpResponseMessage?>(null);

    public static HttpResponseMessage Json(int status, string json) => new((HttpStatusCode)status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    /// <summary>Lets jobs complete at a cost.</summary>
    public void Finish(decimal? cost, params int[] jobs)
    {
        string metrics = cost is null ? "" : string.Create(CultureInfo.InvariantCulture, $",\"metrics\":{{\"cost\":{cost}}}");
        foreach (int job in jobs)
        {
            End($"req-{job}").SetResult($$"""{"status":"COMPLETED","output":"https://files.example/{{job}}.mp4"{{metrics}}}""");
        }
    }

    /// <summary>Lets a job fail.</summary>
    public void Fail(int job) => End($"req-{job}").SetResult("""{"status":"FAILED","error":"blocked"}""");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
        if (request.Method == HttpMethod.Post)
        {
            int number = Interlocked.Increment(ref _posts);
            return await OnPost(number, cancellationToken) ?? Json(200, $$"""{"request_id":"req-{{number}}","status":"QUEUED"}""");
        }

        string id = request.RequestUri!.AbsolutePath.Split('/')[3];
        string body = await End(id).Task.WaitAsync(cancellationToken);
        return Json(body.Contains("FAILED", StringComparison.Ordinal) ? 422 : 200, body);
    }

    private TaskCompletionSource<string> End(string id) => _ends.GetOrAdd(id, static _ => new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously));
}
