using Kling.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.MSBuild;

namespace Kling.Editor.Tests;

/// <summary>A user's project, restored and opened as an editor opens it. One for all tests: opening it takes a build.</summary>
public sealed class OpenedProject : IAsyncLifetime
{
    private readonly CopiedProject _copy = new("Storefront", "Project");
    private MSBuildWorkspace? _workspace;
    private Document? _shop;

    /// <summary>The project's own file.</summary>
    internal Document Shop => _shop!;

    /// <summary>Restores the project and opens it.</summary>
    public async ValueTask InitializeAsync()
    {
        (int exitCode, string output) = await _copy.RunAsync("restore", TestContext.Current.CancellationToken);
        Assert.True(exitCode == 0, output);
        string[] engine = ["Microsoft.CodeAnalysis.Features", "Microsoft.CodeAnalysis.CSharp.Features", "Microsoft.CodeAnalysis.Workspaces.MSBuild"];
        _workspace = MSBuildWorkspace.Create(CopiedProject.Properties, MefHostServices.Create(MefHostServices.DefaultAssemblies.Concat(engine.Select(EditorServices.Load))));
        Project project = await _workspace.OpenProjectAsync(_copy.ProjectFile, cancellationToken: TestContext.Current.CancellationToken);
        _shop = project.Documents.Single(static document => document.Name == "Shop.cs");
    }

    /// <summary>Closes the project and removes it.</summary>
    public ValueTask DisposeAsync()
    {
        _workspace?.Dispose();
        _copy.Dispose();
        return ValueTask.CompletedTask;
    }
}
