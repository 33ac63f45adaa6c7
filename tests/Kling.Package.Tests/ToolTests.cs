namespace Kling.Package.Tests;

/// <summary>The command, installed as a tool.</summary>
public sealed class ToolTests(Packages packages)
{
    [Fact]
    public async Task The_tool_is_installed_and_runs()
    {
        string folder = Path.Combine(packages.Users, "tool");
        (await DotnetRun.OfAsync(packages.Users, ["tool", "install", "Kling.Cli", "--tool-path", folder, "--version", packages.Version], TestContext.Current.CancellationToken)).Succeeded();

        string kling = Path.Combine(folder, OperatingSystem.IsWindows() ? "kling.exe" : "kling");
        DotnetRun models = await DotnetRun.OfAsync(packages.Users, kling, ["models"], [], TestContext.Current.CancellationToken);

        Assert.All(
            Directory.EnumerateFiles(Path.Combine(Checkout.Root, "schemas"), "kling-*.json").Where(static file => !file.EndsWith(".schema.json", StringComparison.Ordinal)),
            schema => Assert.Contains(Path.GetFileNameWithoutExtension(schema), models.Succeeded().Output, StringComparison.Ordinal));
    }
}
