using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Kling.Benchmarks.Generator;
using Kling.Benchmarks.Results;

namespace Kling.Benchmarks.Startup;

/// <summary>How long <c>kling models</c> takes in each kind of build, and what works in it, into the file that is checked in.</summary>
internal static class StartupRun
{
    public const int Runs = 10;

    // For this project alone: as a property of the command line, it would be one of the generator's projects, too.
    private const string NativeProperties = """
        <Project>
          <PropertyGroup Condition="'$(MSBuildProjectName)' == 'Kling.Cli'">
            <PublishAot>true</PublishAot>
            <TreatWarningsAsErrors>false</TreatWarningsAsErrors>
            <IlcTreatWarningsAsErrors>false</IlcTreatWarningsAsErrors>
          </PropertyGroup>
        </Project>
        """;

    private static readonly string[] OfThisMachine = ["--runtime", RuntimeInformation.RuntimeIdentifier];

    /// <returns>0 if everything could be measured.</returns>
    public static async Task<int> WriteAsync()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("kling-startup-");
        try
        {
            string properties = Path.Combine(folder.FullName, "native.props");
            await File.WriteAllTextAsync(properties, NativeProperties);
            StartupBuild[] builds =
            [
                await PublishAsync("as packed", folder),
                await PublishAsync("ReadyToRun", folder, [.. OfThisMachine, "--self-contained", "false", "-p:PublishReadyToRun=true"]),
                await PublishAsync("native AOT", folder, [.. OfThisMachine, "-p:CustomBeforeMicrosoftCommonProps=" + properties]),
            ];
            Machine machine = Machine.Now();
            for (int run = 0; run < Runs; run++)
            {
                foreach (StartupBuild build in builds)
                {
                    build.Times.Add(await TimeAsync(build.Command));
                }
            }

            string path = Path.Combine(SchemaCorpus.RepositoryRoot, "tests", "Kling.Benchmarks", "STARTUP.md");
            await File.WriteAllTextAsync(path, new StartupFile(machine, builds).Write());
            Console.WriteLine($"Written: {path}");
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<StartupBuild> PublishAsync(string name, DirectoryInfo folder, params string[] options)
    {
        string output = Path.Combine(folder.FullName, name.Replace(' ', '-'));
        string[] publish =
        [
            "publish", Path.Combine(SchemaCorpus.RepositoryRoot, "src", "Kling.Cli"), "-c", "Release", "-v", "q", "--nologo",
            "--artifacts-path", Path.Combine(folder.FullName, "artifacts"), "-o", output, "-p:RunAnalyzers=false", .. options,
        ];
        (int exitCode, string text) = await RunAsync("dotnet", publish);
        if (exitCode != 0)
        {
            throw new InvalidOperationException($"{name}: dotnet publish has ended with {exitCode}: {text}");
        }

        string library = Path.Combine(output, "kling.dll");
        string[] command = File.Exists(library) ? ["dotnet", library] : [Path.Combine(output, "kling")];
        long size = Directory.GetFiles(output, "*", SearchOption.AllDirectories).Where(static file => Path.GetExtension(file) is not (".pdb" or ".dbg")).Sum(static file => new FileInfo(file).Length);
        (exitCode, _) = await RunAsync(
            command[0],
            [.. command[1..], "run", "kling-o3-text2video", "--prompt", "x", "--emulator", "--time-scale", "1000", "-o", Path.Combine(output, "x.mp4")]);
        return new StartupBuild(name, command, size, RunsJobs: exitCode == 0);
    }

    /// <summary>The time of one run, and the processor time, as the shell measures them.</summary>
    private static async Task<(double Real, double Processor)> TimeAsync(string[] command)
    {
        (_, string text) = await RunAsync("bash", ["-c", "TIMEFORMAT='%3R %3U %3S'; time \"$@\" >/dev/null", "bash", .. command, "models"]);
        double[] seconds = [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(static number => double.Parse(number, CultureInfo.InvariantCulture))];
        return (seconds[0] * 1000, (seconds[1] + seconds[2]) * 1000);
    }

    private static async Task<(int ExitCode, string Text)> RunAsync(string program, string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string errors = await process.StandardError.ReadToEndAsync();
        string text = await output + errors;
        await process.WaitForExitAsync();
        return (process.ExitCode, text);
    }
}
