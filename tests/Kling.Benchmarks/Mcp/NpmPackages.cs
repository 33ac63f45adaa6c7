using System.Diagnostics;

namespace Kling.Benchmarks.Mcp;

/// <summary>Programs of npm packages, in a folder that is deleted afterwards.</summary>
internal sealed class NpmPackages : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kling-mcp-npm-");

    /// <summary>Installs packages.</summary>
    /// <exception cref="InvalidOperationException">npm is missing or cannot install them.</exception>
    public async Task InstallAsync(params string[] packages)
    {
        (int exitCode, string output) = await RunAsync("npm", ["install", "--no-audit", "--no-fund", "--prefix", _folder.FullName, .. packages]);
        if (exitCode != 0)
        {
            throw new InvalidOperationException($"npm cannot install {string.Join(", ", packages)}: {output}");
        }
    }

    /// <summary>The path of a file of a package.</summary>
    public string File(string path) => Path.Combine(_folder.FullName, "node_modules", path);

    /// <summary>Runs a program in the folder, because some write results where they are started.</summary>
    /// <returns>Its exit code and its output.</returns>
    public async Task<(int ExitCode, string Output)> RunAsync(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.FullName,
        };
        start.Environment["HOME"] = _folder.FullName;
        start.Environment["XDG_STATE_HOME"] = Path.Combine(_folder.FullName, "state");
        start.Environment["SEGMIND_API_KEY"] = McpProcess.Key;
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, process.ExitCode == 0 ? output : output + await errors);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
