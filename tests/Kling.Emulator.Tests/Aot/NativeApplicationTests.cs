using System.Diagnostics;
using System.Reflection;
using Kling.Cli;
using Kling.Models;
using Kling.Tests;

namespace Kling.Emulator.Tests.Aot;

/// <summary>A native application of a user's, published and run. It takes a minute; where the tools for it are missing it is skipped and says so.</summary>
[Trait("Category", "Slow")]
public sealed class NativeApplicationTests
{
    private const string Key = "SG_0123456789abcdef";

    // No linker, or no native compiler in the package registry.
    private static readonly string[] MissingTools = ["Platform linker not found", "NU1101", "NU1102", "NETSDK1083"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_published_without_a_warning_and_submits_resumes_polls_and_saves()
    {
        using var folder = new TemporaryFolder();
        foreach (string file in (string[])["Program.cs", "Smoke.csproj"])
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Aot", "Smoke", file), folder.File(file));
        }

        string log = await PublishAsync(folder);
        Assert.DoesNotContain("warning", log, StringComparison.OrdinalIgnoreCase);

        await using EmulatorServer server = await EmulatorServer.StartAsync(
            new Uri("http://127.0.0.1:0"), KlingModels.All, new SegmindEmulatorOptions { TimeScale = 100_000 }, Token);
        string executable = folder.File(Path.Combine("out", OperatingSystem.IsWindows() ? "Smoke.exe" : "Smoke"));
        (int exitCode, string output) = await RunAsync(executable, [server.Address.GetLeftPart(UriPartial.Authority), Key, folder.File("v.mp4")]);

        EmulatorJob job = Assert.Single(server.Emulator.Jobs);
        Assert.Equal((0, $"{job.RequestId} Completed Seconds10"), (exitCode, output.Trim()));
        Assert.Equal("""{"prompt":"An eagle.","duration":"10","newer":{"than":["the schema"]}}""", job.Body.GetRawText());
        Assert.Equal("avc1", Mp4.Parse(await File.ReadAllBytesAsync(folder.File("v.mp4"), Token)).Codec);
        Assert.Equal(1, server.Emulator.Counters.Posts);
    }

    private static async Task<string> PublishAsync(TemporaryFolder folder)
    {
        (int exitCode, string log) = await RunAsync("dotnet",
        [
            "publish", folder.File("Smoke.csproj"), "-o", folder.File("out"), "-nodeReuse:false", "-nologo", "-v:q",
            $"-p:KlingCheckout={Metadata("RepositoryRoot")}",
            $"-p:KlingConfiguration={Metadata("Configuration")}",
            $"-p:LoggingAbstractionsVersion={Metadata("LoggingAbstractionsVersion")}",
        ]);
        if (exitCode != 0 && MissingTools.FirstOrDefault(sign => log.Contains(sign, StringComparison.Ordinal)) is { } missing)
        {
            Assert.Skip($"Native applications cannot be built here ({missing}).");
        }

        Assert.True(exitCode == 0, log);
        return log;
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(Token);
        string output = await process.StandardOutput.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        return (process.ExitCode, output + await errors);
    }

    private static string Metadata(string key) => typeof(NativeApplicationTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == key).Value!;
}
