using System.Diagnostics;
using Kling.Editor.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.MSBuild;
using Microsoft.CodeAnalysis.Text;

[assembly: AssemblyFixture(typeof(OpenedProject))]

namespace Kling.Editor.Tests;

/// <summary>A user's project that has the packed package, restored and opened as an editor opens it. One for all tests.</summary>
public sealed class OpenedProject : IAsyncLifetime
{
    private const string Version = "0.0.0-editor";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kling-");
    private MSBuildWorkspace? _workspace;
    private Document? _shop;

    /// <summary>The project's own file.</summary>
    internal Document Shop => _shop!;

    private Dictionary<string, string> Properties => new()
    {
        ["KlingFeed"] = Path.Combine(_folder.FullName, "feed"),
        ["KlingVersion"] = Version,
        ["KlingRestored"] = EditorServices.Metadata("RestoredPackages"),
    };

    /// <summary>Packs the package, restores the project and opens it.</summary>
    public async ValueTask InitializeAsync()
    {
        string root = EditorServices.Metadata("RepositoryRoot");
        await RunAsync("pack", Path.Combine(root, "src", "Kling.Generated"), "--no-build", "--configuration", EditorServices.Metadata("Configuration"), "--output", Properties["KlingFeed"], $"-p:PackageVersion={Version}");
        foreach (string file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Project")))
        {
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
        }

        string project = Path.Combine(_folder.FullName, "Storefront.csproj");
        await RunAsync(["restore", project, .. Properties.Select(static property => $"-p:{property.Key}={property.Value}")]);
        string[] engine = ["Microsoft.CodeAnalysis.Features", "Microsoft.CodeAnalysis.CSharp.Features", "Microsoft.CodeAnalysis.Workspaces.MSBuild"];
        _workspace = MSBuildWorkspace.Create(Properties, MefHostServices.Create(MefHostServices.DefaultAssemblies.Concat(engine.Select(EditorServices.Load))));
        Project opened = await _workspace.OpenProjectAsync(project, cancellationToken: TestContext.Current.CancellationToken);
        _shop = opened.Documents.Single(static document => document.Name == "Shop.cs");
    }

    /// <summary>Closes the project and removes it.</summary>
    public ValueTask DisposeAsync()
    {
        _workspace?.Dispose();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>The project with a method around the code, and where its <c>^</c> was.</summary>
    internal (Document Document, int Position) Edited(string code)
    {
        string text = $$"""
            using Kling;
            using Storefront.Models;

            internal static class Edited
            {
                public static object? Method(string name, StorefrontSceneRequest request, KlingClient client) => {{code}};
            }
            """;
        int position = text.IndexOf('^', StringComparison.Ordinal);
        return (Shop.WithText(SourceText.From(text.Remove(position, 1))), position);
    }

    private static async Task RunAsync(params string[] command)
    {
        var start = new ProcessStartInfo("dotnet", [.. command, "-nodeReuse:false", "-nologo", "-v:q"]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output);
    }
}
