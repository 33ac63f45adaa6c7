using System.Diagnostics;
using System.Reflection;

namespace Kling.Tests;

/// <summary>A user's project in a temporary folder of its own, where nothing of the repository's build reaches it.</summary>
internal sealed class CopiedProject : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kling-");

    /// <summary>Copies the files of a folder beside the test assembly, and puts the project file to them.</summary>
    public CopiedProject(string name, string files)
        : this(name)
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, files)))
        {
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
        }
    }

    /// <summary>A project without a file.</summary>
    public CopiedProject(string name)
    {
        ProjectFile = Path.Combine(_folder.FullName, name + ".csproj");
        File.Copy(Path.Combine(Metadata("RepositoryRoot"), "tests", "Shared", "UserProject.csproj"), ProjectFile);
    }

    /// <summary>Where the repository is, and how it was built.</summary>
    public static Dictionary<string, string> Properties { get; } = new()
    {
        ["KlingCheckout"] = Metadata("RepositoryRoot"),
        ["KlingConfiguration"] = Metadata("Configuration"),
    };

    public string ProjectFile { get; }

    public string PathOf(string file) => Path.Combine(_folder.FullName, file);

    /// <summary>Runs a command of <c>dotnet</c> on the project.</summary>
    public async Task<(int ExitCode, string Output)> RunAsync(string command, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", [command, ProjectFile, "-nodeReuse:false", "-nologo", .. Properties.Select(static property => $"-p:{property.Key}={property.Value}")])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";

        // A build of a small project ends long before profiled code pays for its profile.
        start.Environment["DOTNET_TieredPGO"] = "0";
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, output);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Metadata(string key) => typeof(CopiedProject).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == key).Value!;
}
