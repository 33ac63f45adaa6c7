using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Kling.Package.Tests;

/// <summary>A program that has run, as a user runs it from a shell.</summary>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Output">What it wrote to both of its streams.</param>
internal sealed partial record DotnetRun(int ExitCode, string Output)
{
    /// <summary>Runs <c>dotnet</c>.</summary>
    public static Task<DotnetRun> OfAsync(string folder, IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        OfAsync(folder, "dotnet", arguments, [], cancellationToken);

    /// <summary>Runs a program.</summary>
    /// <param name="folder">Its working folder.</param>
    /// <param name="program">Its name or path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables that it gets beside those of this process.</param>
    /// <param name="cancellationToken">Ends the program, and the wait for it.</param>
    public static async Task<DotnetRun> OfAsync(
        string folder, string program, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> environment, CancellationToken cancellationToken)
    {
        using var process = Process.Start(StartInfo(folder, program, arguments, environment))!;
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            Task<string> error = process.StandardError.ReadToEndAsync(cancellationToken);
            string text = await output + await error;
            await process.WaitForExitAsync(cancellationToken);
            return new DotnetRun(process.ExitCode, text.ReplaceLineEndings("\n"));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>How to start a program as a shell would: in English, and knowing nothing of the build that runs these tests.</summary>
    public static ProcessStartInfo StartInfo(string folder, string program, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string inherited in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)))
        {
            start.Environment.Remove(inherited);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";

        // A build of a small project ends long before profiled code pays for its profile.
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach ((string name, string value) in BuildServers.Environment.Concat(environment))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>The run itself, if the program ended well.</summary>
    public DotnetRun Succeeded()
    {
        Assert.True(ExitCode == 0, Output);
        return this;
    }

    /// <summary>The errors and warnings of one project, each once.</summary>
    /// <param name="project">The project's name.</param>
    /// <param name="butFor">An id that another test is about.</param>
    public IReadOnlyList<string> ProblemsOf(string project, string butFor = " ") =>
    [
        .. Output.Split('\n')
            .Select(static line => line.Trim())
            .Where(line => Problem().Match(line) is { Success: true } problem && problem.Groups["project"].Value == project && !line.Contains($" {butFor}: ", StringComparison.Ordinal))
            .Distinct(),
    ];

    // The project stands at the end, or is the very file that the line is about.
    [GeneratedRegex(@"^.*(?<project>\b\w+)\.\w+proj(?: : (?:error|warning) |(?:::TargetFramework=.*)?\]$)")]
    private static partial Regex Problem();
}
