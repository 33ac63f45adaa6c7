using System.Text;
using System.Text.Json;
using Kling.Models;

namespace Kling.Benchmarks.Waits;

/// <summary>The three requests of a job as one writes them by hand: no checks, no errors, no schedule.</summary>
internal sealed class BareClient(HttpClient http)
{
    private const string Address = "https://api.segmind.com/v2/";

    private readonly string _body = Server.Request.ToJson();

    /// <summary>Submits a job and gives its id.</summary>
    public async Task<string> SubmitAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address + KlingO3Text2VideoRequest.Model.Slug)
        {
            Content = new StringContent(_body, Encoding.UTF8, "application/json"),
        };
        using JsonDocument answer = await SendAsync(request, CancellationToken.None).ConfigureAwait(false);
        return answer.RootElement.GetProperty("request_id").GetString()!;
    }

    /// <summary>Whether the job is finished.</summary>
    public async Task<bool> IsFinishedAsync(string id, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address + "requests/" + id + "/status");
        using JsonDocument answer = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        return answer.RootElement.GetProperty("status").GetString() == "COMPLETED";
    }

    /// <summary>The address of the finished file.</summary>
    public async Task<string> ResultAsync(string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address + "requests/" + id);
        using JsonDocument answer = await SendAsync(request, CancellationToken.None).ConfigureAwait(false);
        return answer.RootElement.GetProperty("video").GetProperty("url").GetString()!;
    }

    private async Task<JsonDocument> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Add("x-api-key", Server.Key);
        using HttpResponseMessage answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        _ = answer.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
    }
}
