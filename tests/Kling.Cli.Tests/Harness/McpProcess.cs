using System.Diagnostics;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Kling.Cli.Tests;

/// <summary>The built <c>kling mcp</c> in a process of its own, as clients start it.</summary>
internal sealed class McpProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;
    private McpClient? _client;

    /// <summary>Starts it.</summary>
    /// <param name="home">The user's folder.</param>
    /// <param name="args">The options.</param>
    public McpProcess(string home, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "kling.dll"), "mcp", .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = home,
        };
        start.Environment["HOME"] = home;
        start.Environment["XDG_STATE_HOME"] = Path.Combine(home, "state");
        start.Environment[CliHost.ApiKeyVariable] = Cli.Key;
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Connects the real client.</summary>
    public async Task ConnectAsync() =>
        _client = await McpClient.CreateAsync(
            new StreamClientTransport(_process.StandardInput.BaseStream, _process.StandardOutput.BaseStream),
            new McpClientOptions { DiscoverProbeTimeout = McpConnection.Patience },
            cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>Calls a tool.</summary>
    public async Task<McpAnswer> CallAsync(string tool, params (string Name, object? Value)[] arguments) =>
        new(
            await _client!.CallToolAsync(
                tool,
                arguments.ToDictionary(static argument => argument.Name, static argument => argument.Value),
                cancellationToken: TestContext.Current.CancellationToken));

    /// <summary>Ends it at once, as a client that gives up on it.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Writes lines to it, reads as many, closes its input, and returns all that it has written.</summary>
    public async Task<CliResult> SayAsync(int answers, params string[] lines)
    {
        foreach (string line in lines)
        {
            await _process.StandardInput.WriteLineAsync(line);
        }

        string output = "";
        for (int read = 0; read < answers; read++)
        {
            output += await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) + "\n";
        }

        _process.StandardInput.Close();
        output += await _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CliResult(_process.ExitCode, output, await _errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        if (_client is not null)
        {
            await _client.DisposeAsync();
        }

        _process.Dispose();
    }
}
