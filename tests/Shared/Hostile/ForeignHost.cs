using System.Net;

namespace Kling.Tests.Hostile;

/// <summary>A host that is not the API: where redirects and odd URLs lead to, and a proxy that nobody should use. It keeps every byte, and its answers are tempting.</summary>
internal sealed class ForeignHost : IAsyncDisposable
{
    private readonly RawServer _server;

    public ForeignHost()
    {
        _server = new RawServer(IPAddress.Parse("127.0.0.3"), new FakeClock(), Watch.Add, ServeAsync);
        _server.Listen();
    }

    public KeyWatch Watch { get; } = new();

    public Uri Address => _server.Address;

    /// <summary>Scheme, host and port.</summary>
    public string Host => Address.AbsoluteUri.TrimEnd('/');

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task ServeAsync(Wire wire)
    {
        byte[] answer = Answer.Json("200 OK", $$"""{"request_id":"foreign","status":"COMPLETED","output":"{{Host}}/foreign.mp4"}""").ToBytes();
        while (await wire.ReadHeadAsync() is { } request && await wire.ReadBodyAsync(request.BodyLength))
        {
            await wire.WriteAsync(answer);
        }
    }
}
