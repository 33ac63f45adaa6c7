namespace Kling.Package.Tests;

/// <summary>A native application.</summary>
[Collection("Users' projects")]
public sealed class NativeTests(UserProjects projects)
{
    [Fact]
    public async Task A_native_application_is_published_without_a_warning_and_reads_validates_and_writes_requests()
    {
        DotnetRun publish = await projects.MsbuildAsync("PublishNative", TestContext.Current.CancellationToken);
        Assert.SkipWhen(publish.Output.Contains("NU110", StringComparison.Ordinal), "The native compiler does not restore on this machine.");
        Assert.Equal("", publish.Output);

        string program = Assert.Single(Directory.EnumerateFiles(projects.PathOf("Aot", "bin", "Release", "net9.0"), OperatingSystem.IsWindows() ? "Aot.exe" : "Aot", SearchOption.AllDirectories), static file => file.Contains("publish", StringComparison.Ordinal));
        DotnetRun run = await DotnetRun.OfAsync(projects.PathOf(), program, ["12"], [], TestContext.Current.CancellationToken);

        Assert.Equal(
            """
            {"prompt":"A clip.","seconds":7}
            /seconds: 12 is more than the maximum of 9.
            {"prompt":"An eagle.","duration":"10"}

            """,
            run.Succeeded().Output);
    }
}
