using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Kling.Package.Tests;

/// <summary>The built minimal API, running on a port of its own.</summary>
public sealed partial class WebApiServer(UserProjects projects) : IAsyncLifetime
{
    private Process? _server;

    public HttpClient Http { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Assert.Empty(projects.Build.ProblemsOf("WebApi"));
        _server = Process.Start(DotnetRun.StartInfo(
            projects.PathOf("WebApi"), "dotnet", [projects.PathOf("WebApi", "bin", "Debug", "net10.0", "WebApi.dll")], [new("ASPNETCORE_URLS", "http://127.0.0.1:0")]))!;
        while (await _server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (Listening().Match(line) is { Success: true } address)
            {
                Http.BaseAddress = new Uri(address.Value);
                return;
            }
        }

        Assert.Fail(await _server.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    public ValueTask DisposeAsync()
    {
        Http.Dispose();
        _server?.Kill(entireProcessTree: true);
        _server?.Dispose();
        return ValueTask.CompletedTask;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Listening();
}
