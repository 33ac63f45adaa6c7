using System.Diagnostics;
using Kling.Benchmarks.Generator;
using Kling.Benchmarks.Mcp;

namespace Kling.Benchmarks.Terminal;

/// <summary>Runs commands of <c>kling</c> and draws what they print, into the picture of the README.</summary>
internal static class TerminalRun
{
    private static readonly string[] Commands =
    [
        "kling estimate kling-o3-text2video --prompt \"An eagle at sunrise\" --duration 10",
        "kling run kling-o3-text2video --prompt \"An eagle at sunrise\" --duration 10 --cfg-scale 1.5 --emulator",
        "kling run kling-o3-text2video --prompt \"An eagle at sunrise\" --duration 10 --emulator --time-scale 50 -o eagle.mp4",
    ];

    public static async Task<int> WriteAsync()
    {
        List<string> lines = [];
        DirectoryInfo folder = Directory.CreateTempSubdirectory("kling-terminal-");
        foreach (string command in Commands)
        {
            lines.Add(TerminalPicture.Prompt + command);
            lines.AddRange(await OutputAsync(command, folder.FullName));
        }

        folder.Delete(recursive: true);
        string path = Path.Combine(SchemaCorpus.RepositoryRoot, "src", "Package", "pictures", "terminal.svg");
        await File.WriteAllTextAsync(path, TerminalPicture.Draw(lines));
        Console.WriteLine($"Written: {path}");
        return 0;
    }

    /// <summary>Both streams of a command as a terminal shows them: in the order in which they were written.</summary>
    private static async Task<string[]> OutputAsync(string command, string folder)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", $"kling() {{ dotnet '{McpProcess.Command}' \"$@\"; }}; {command} 2>&1"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
            Environment = { ["XDG_STATE_HOME"] = folder },
        })!;
        string output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        return output.TrimEnd('\n').Split('\n');
    }
}
