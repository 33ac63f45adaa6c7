using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Kling.Package.Tests;

/// <summary>A user's web application, running on a port of its own.</summary>
internal sealed partial class UserServer : IAsyncDisposable
{
    private readonly Process _process;

    private UserServer(Process process) => _process = process;

    public HttpClient Http { get; } = new();

    /// <summary>Starts what was built of a project, and waits until it listens.</summary>
    public static async Task<UserServer> StartAsync(UserProjects projects, string project, IEnumerable<KeyValuePair<string, string>> environment)
    {
        Assert.Empty(projects.Build.ProblemsOf(project));
        CancellationToken token = TestContext.Current.CancellationToken;
        var server = new UserServer(Process.Start(DotnetRun.StartInfo(
            projects.PathOf(project),
            "dotnet",
            [projects.PathOf(project, "bin", "Debug", "net10.0", project + ".dll")],
            // The output is not read to its end, so it must be short.
            [new("ASPNETCORE_URLS", "http://127.0.0.1:0"), new("Logging__LogLevel__Microsoft.AspNetCore", "Warning"), .. environment]))!);
        while (await server._process.StandardOutput.ReadLineAsync(token) is { } line)
        {
            if (Listening().Match(line) is { Success: true } address)
            {
                server.Http.BaseAddress = new Uri(address.Value);
                return server;
            }
        }

        Assert.Fail(await server._process.StandardError.ReadToEndAsync(token));
        return server;
    }

    /// <summary>Ends the process as a crash does.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
        Http.Dispose();
    }

    [GeneratedRegex(@"(?<=Now listening on: )http://127\.0\.0\.1:\d+")]
    private static partial Regex Listening();
}
