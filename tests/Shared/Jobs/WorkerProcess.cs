using System.Diagnostics;
using System.Runtime.InteropServices;
using Kling.Tests.Crash;

namespace Kling.Tests.Jobs;

/// <summary>Workers in a process of their own. It ends with this process at the latest.</summary>
internal sealed class WorkerProcess : IDisposable
{
    /// <summary>The exit code of a process that was killed with SIGKILL.</summary>
    public const int Killed = 128 + 9;

    private readonly Process _process;
    private readonly Task<string> _errors;

    public WorkerProcess(params WorkerPlan[] plans)
    {
        // The host that runs this process, wherever it is installed.
        string dotnet = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet");
        string program = Path.Combine(AppContext.BaseDirectory, "Kling.Generated.Jobs.Crash.dll");
        _process = Process.Start(
            new ProcessStartInfo(Path.GetFullPath(dotnet), [program, WorkerPlan.Write(plans)])
            {
                RedirectStandardInput = true,
                RedirectStandardError = true,
            }
        )!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>What stands in the name of each worker of the process.</summary>
    public int Id => _process.Id;

    /// <summary>Kills it with SIGKILL.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Waits for its end.</summary>
    /// <returns>The exit code, and what it has written to standard error.</returns>
    public async Task<(int ExitCode, string Errors)> EndAsync()
    {
        await _process.WaitForExitAsync();
        return (_process.ExitCode, await _errors);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
