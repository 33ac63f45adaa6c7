namespace Kling.Package.Tests;

/// <summary>The built minimal API, running on a port of its own.</summary>
public sealed class WebApiServer(UserProjects projects) : IAsyncLifetime
{
    private UserServer? _server;

    public HttpClient Http => _server!.Http;

    public async ValueTask InitializeAsync() => _server = await UserServer.StartAsync(projects, "WebApi", []);

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
