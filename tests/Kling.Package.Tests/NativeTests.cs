using System.Text;
using Kling.Cli;
using Kling.Emulator;
using Kling.Models;
using Kling.Tests;

namespace Kling.Package.Tests;

/// <summary>A native application.</summary>
[Collection("Users' projects")]
public sealed class NativeTests(UserProjects projects)
{
    private const string Key = "SG_0123456789abcdef";

    // No native compiler in the package registry, or no linker.
    private static readonly string[] MissingTools = ["NU110", "NETSDK1083", "Platform linker not found"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_native_application_is_published_without_a_warning_has_only_the_models_that_it_uses_and_submits_resumes_polls_and_saves()
    {
        DotnetRun publish = await projects.MsbuildAsync("PublishNative", Token);
        Assert.SkipWhen(
            MissingTools.Any(sign => publish.Output.Contains(sign, StringComparison.Ordinal)), "Native applications cannot be built on this machine.");
        Assert.Equal("", publish.Output);

        string program = Assert.Single(
            Directory.EnumerateFiles(projects.PathOf("Aot", "bin", "Release", "net9.0"), OperatingSystem.IsWindows() ? "Aot.exe" : "Aot", SearchOption.AllDirectories),
            static file => file.Contains("publish", StringComparison.Ordinal));
        byte[] native = await File.ReadAllBytesAsync(program, Token);
        Assert.Equal([nameof(KlingO3Text2VideoRequest)], KlingModels.All.Select(static model => model.RequestType!.Name).Where(name => Has(native, Encoding.UTF8, name)));
        Assert.Equal(["kling-o3-text2video"], KlingModels.All.Where(model => Has(native, Encoding.Unicode, model.Schema[..100])).Select(static model => model.Slug));

        await using EmulatorServer server = await EmulatorServer.StartAsync(
            new Uri("http://127.0.0.1:0"), KlingModels.All, new SegmindEmulatorOptions { TimeScale = 100_000 }, Token);
        string video = projects.PathOf("Aot", "eagle.mp4");
        DotnetRun run = await DotnetRun.OfAsync(
            projects.PathOf(), program, ["12", server.Address.GetLeftPart(UriPartial.Authority), Key, video], [], Token);

        Assert.Equal(0, run.ExitCode);
        EmulatorJob job = Assert.Single(server.Emulator.Jobs);
        Assert.Equal(
            $$"""
            {"prompt":"A clip.","seconds":7}
            /seconds: 12 is more than the maximum of 9.
            {"prompt":"An eagle.","duration":"10"}
            {{job.RequestId}} Completed Seconds10

            """,
            run.Output);
        Assert.Equal("""{"prompt":"An eagle.","duration":"10","newer":{"than":["the schema"]}}""", job.Body.GetRawText());
        Assert.Equal("avc1", Mp4.Parse(await File.ReadAllBytesAsync(video, Token)).Codec);
        Assert.Equal(1, server.Emulator.Counters.Posts);
    }

    private static bool Has(byte[] native, Encoding encoding, string text) => native.AsSpan().IndexOf(encoding.GetBytes(text)) >= 0;
}
