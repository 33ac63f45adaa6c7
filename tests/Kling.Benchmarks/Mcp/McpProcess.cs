using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Kling.Benchmarks.Mcp;

/// <summary><c>kling mcp</c> in a process of its own.</summary>
internal sealed class McpProcess : IDisposable
{
    /// <summary>A key of the right shape that opens nothing.</summary>
    public const string Key = "SG_00112233aabbccdd";

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("kling-mcp-");
    private readonly Process _process;

    public McpProcess(params string[] options)
    {
        var start = new ProcessStartInfo("dotnet", [Command, "mcp", .. options])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _home.FullName,
        };
        start.Environment["XDG_STATE_HOME"] = _home.FullName;
        start.Environment["SEGMIND_API_KEY"] = Key;
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginErrorReadLine();
    }

    /// <summary>The built command.</summary>
    public static string Command => Path.Combine(AppContext.BaseDirectory, "kling.dll");

    /// <summary>The first line of the standard output.</summary>
    public async Task<string> FirstLineAsync() => await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("kling mcp has ended.");

    /// <summary>Initializes a session, and lists the tools.</summary>
    /// <returns>The list.</returns>
    public async Task<JsonElement> ListToolsAsync()
    {
        _ = await CallAsync(
            """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"benchmark","version":"1"}}}""");
        await _process.StandardInput.WriteLineAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""");
        return (await CallAsync("""{"jsonrpc":"2.0","id":2,"method":"tools/list"}""")).GetProperty("result").GetProperty("tools");
    }

    /// <summary>The resident memory in bytes.</summary>
    public long Memory()
    {
        string line = File.ReadLines(FormattableString.Invariant($"/proc/{_process.Id}/status")).First(static line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _home.Delete(recursive: true);
    }

    private async Task<JsonElement> CallAsync(string request)
    {
        await _process.StandardInput.WriteLineAsync(request);
        return JsonElement.Parse(await FirstLineAsync());
    }
}
