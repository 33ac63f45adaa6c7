using System.Diagnostics;
using System.Text;

namespace Kling.Cli.Tests;

/// <summary>
/// A shell that runs the built command, over real pipes. <c>kling</c> is the command; <c>exec_kling</c> puts it in place of the shell,
/// so that signals reach it. <c>$API</c> is the option for the address.
/// </summary>
internal sealed class RunningShell : IDisposable
{
    private const string Functions = """
        kling() { dotnet "$KLING" "$@"; }
        exec_kling() { exec dotnet "$KLING" "$@"; }

        """;

    private readonly Process _process;
    private readonly StringBuilder _errors = new();
    private readonly Dictionary<string, TaskCompletionSource> _awaited = [];

    public RunningShell(string script, string home, Uri address)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", Functions + script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = home,
        };
        start.Environment["KLING"] = Path.Combine(AppContext.BaseDirectory, "kling.dll");
        start.Environment["API"] = "--base-address=" + address;
        start.Environment["HOME"] = home;
        start.Environment["XDG_STATE_HOME"] = "";
        start.Environment[CliHost.ApiKeyVariable] = Cli.Key;
        _process = new Process { StartInfo = start };
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _ = _process.Start();
        _process.BeginErrorReadLine();
    }

    /// <summary>Ends the reader of the standard output.</summary>
    public void CloseOut() => _process.StandardOutput.Close();

    /// <summary>Writes a line to the standard input.</summary>
    public Task WriteLineAsync(string line = "") => _process.StandardInput.WriteLineAsync(line);

    /// <summary>Sends a signal, such as <c>TERM</c>.</summary>
    public async Task KillAsync(string signal)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -{signal} {_process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until the standard error has a line with this text, or ends.</summary>
    public Task SaysAsync(string text)
    {
        lock (_errors)
        {
            TaskCompletionSource said = _awaited[text] = new(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_errors.ToString().Contains(text, StringComparison.Ordinal))
            {
                said.SetResult();
            }

            return said.Task;
        }
    }

    /// <summary>The end of the shell.</summary>
    public async Task<CliResult> EndAsync()
    {
        string output = "";
        try
        {
            output = await _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        }
        catch (Exception e) when (e is ObjectDisposedException or InvalidOperationException)
        {
            // The reader was ended.
        }

        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        lock (_errors)
        {
            return new CliResult(_process.ExitCode, output, _errors.ToString());
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private void Take(string? line)
    {
        lock (_errors)
        {
            if (line is not null)
            {
                _ = _errors.Append(line).Append('\n');
            }

            foreach ((string text, TaskCompletionSource said) in _awaited)
            {
                if (line is null || line.Contains(text, StringComparison.Ordinal))
                {
                    _ = said.TrySetResult();
                }
            }
        }
    }
}
