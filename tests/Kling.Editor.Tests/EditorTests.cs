using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.MSBuild;
using Microsoft.CodeAnalysis.QuickInfo;

namespace Kling.Editor.Tests;

/// <summary>What an editor shows in a project with a schema file of its own.</summary>
public sealed class EditorTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kling-editor-");
    private MSBuildWorkspace _workspace = null!;
    private Document _shop = null!;

    public async ValueTask InitializeAsync()
    {
        string project = Path.Combine(_folder.FullName, "Storefront.csproj");
        foreach (string file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Project")))
        {
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
        }

        var properties = new Dictionary<string, string>
        {
            ["KlingCheckout"] = EditorServices.Metadata("RepositoryRoot"),
            ["KlingConfiguration"] = EditorServices.Metadata("Configuration"),
        };
        await RestoreAsync(project, properties);
        MefHostServices services = MefHostServices.Create(
            MefHostServices.DefaultAssemblies
                .Append(EditorServices.Load("Microsoft.CodeAnalysis.Features"))
                .Append(EditorServices.Load("Microsoft.CodeAnalysis.CSharp.Features"))
                .Append(EditorServices.Load("Microsoft.CodeAnalysis.Workspaces.MSBuild")));
        _workspace = MSBuildWorkspace.Create(properties, services);
        Project opened = await _workspace.OpenProjectAsync(project, cancellationToken: TestContext.Current.CancellationToken);
        _shop = opened.Documents.Single(static document => document.Name == "Shop.cs");
    }

    public ValueTask DisposeAsync()
    {
        _workspace?.Dispose();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Completion_in_a_request_lists_the_parameters_that_are_not_yet_given()
    {
        string text = await TextAsync();
        Document edited = _shop.WithText(Microsoft.CodeAnalysis.Text.SourceText.From(text.Replace("        Speed = 1.5,\n", "        \n", StringComparison.Ordinal)));
        int position = text.IndexOf("        Speed", StringComparison.Ordinal) + 8;
        CompletionList list = await CompletionService.GetService(edited)!.GetCompletionsAsync(edited, position, cancellationToken: TestContext.Current.CancellationToken);
        string[] offered = [.. list.ItemsList.Select(static item => item.DisplayText)];
        Assert.Equal(["AdditionalParameters", "Speed"], offered.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Completion_in_a_closed_enum_lists_its_members()
    {
        int position = (await TextAsync()).IndexOf("Calm", StringComparison.Ordinal);
        CompletionList list = await CompletionService.GetService(_shop)!.GetCompletionsAsync(_shop, position, cancellationToken: TestContext.Current.CancellationToken);
        string[] offered = [.. list.ItemsList.Select(static item => item.DisplayText)];
        Assert.Equal(["Calm", "Wild"], offered.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Caption =", "string StorefrontClipRequest.Caption", "What stands under the clip.", "Required.", "80")]
    [InlineData("Speed =", "double StorefrontClipRequest.Speed", "How fast it plays.", "Default: 1.", "Minimum: 0.5.", "Maximum: 2.")]
    [InlineData("Mood =", "StorefrontClipMood StorefrontClipRequest.Mood", "What it feels like.", "Default: \"calm\".", "Allowed: \"calm\", \"wild\".")]
    public async Task Hover_shows_a_parameters_meaning_default_and_allowed_values(string at, params string[] shown)
    {
        int position = (await TextAsync()).IndexOf(at, StringComparison.Ordinal) + 1;
        QuickInfoItem? info = await QuickInfoService.GetService(_shop)!.GetQuickInfoAsync(_shop, position, TestContext.Current.CancellationToken);
        string text = string.Join("\n", info!.Sections.Select(static section => section.Text));
        Assert.All(shown, part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    private static async Task RestoreAsync(string project, Dictionary<string, string> properties)
    {
        using Process restore = Process.Start(new ProcessStartInfo("dotnet", ["restore", project, "-nodeReuse:false", .. properties.Select(static property => $"-p:{property.Key}={property.Value}")])
        {
            RedirectStandardOutput = true,
        })!;
        string output = await restore.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await restore.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(restore.ExitCode == 0, output);
    }

    private async Task<string> TextAsync() => (await _shop.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
}
