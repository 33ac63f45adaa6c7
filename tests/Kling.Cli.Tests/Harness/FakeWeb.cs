namespace Kling.Cli.Tests;

/// <summary>Answers downloads without a network.</summary>
internal sealed class FakeWeb(Func<HttpRequestMessage, HttpResponseMessage> respond) : HttpMessageHandler
{
    private readonly List<string> _requests = [];

    /// <summary>The requests: method, URL and headers.</summary>
    public IReadOnlyList<string> Requests => _requests;

    /// <summary>Whether a request never gets a response.</summary>
    public bool IsSilent { get; init; }

    /// <summary>Completes with the first request.</summary>
    public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _requests.Add($"{request.Method} {request.RequestUri} {request.Headers}");
        _ = Asked.TrySetResult();
        if (IsSilent)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }

        return respond(request);
    }
}
