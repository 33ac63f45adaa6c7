using System.Diagnostics;

namespace Kling.Cli.Tests;

/// <summary>Where <c>-o</c> leads, and what is saved there.</summary>
public sealed class ResultFilesTests
{
    private static readonly string[] Run = ["run", "kling-o3-text2video", "--prompt", "x", "--yes"];

    [Theory]
    [InlineData("/dev/null")]
    [InlineData("/dev/full")]
    [InlineData("/proc/x.mp4")]
    [InlineData("pipe")]
    [InlineData("link")]
    [InlineData("folder")]
    [InlineData("new folder/")]
    [InlineData("日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日.mp4")]
    public async Task A_path_that_cannot_be_written_is_refused_before_anything_is_sent(string output)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "These files are Linux's.");
        using var cli = new Cli { ApiKey = Cli.Key };
        _ = Directory.CreateDirectory(Path.Combine(cli.Folder, "folder"));
        _ = File.CreateSymbolicLink(Path.Combine(cli.Folder, "link"), "pipe");
        using (Process mkfifo = Process.Start("mkfifo", [Path.Combine(cli.Folder, "pipe")]))
        {
            await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        CliResult result = await cli.RunAsync([.. Run, "-o", output]);

        Assert.Equal((ExitCodes.Usage, 0), (result.ExitCode, cli.Wire.Requests));
        Assert.StartsWith("error: -o: ", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(["link", "pipe"], Directory.GetFiles(cli.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_wait_command_refuses_a_path_that_cannot_be_written()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The device is Linux's.");
        using var cli = new Cli { ApiKey = Cli.Key };
        string token = (await cli.RunAsync(["submit", .. Run[1..]])).Out.TrimEnd('\n');

        CliResult result = await cli.RunAsync("wait", token, "-o", "/dev/null");

        Assert.Equal((ExitCodes.Usage, 1), (result.ExitCode, cli.Wire.Requests));
    }

    [Fact]
    public async Task A_name_of_the_full_length_is_saved_to()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        string name = new string('x', 246) + ".mp4";

        CliResult result = await cli.RunAsync([.. Run, "-o", name]);

        Assert.Equal((ExitCodes.Ok, name + "\n"), (result.ExitCode, result.Out));
    }

    [Theory]
    [InlineData("Video", "x.mp4")]
    [InlineData("Video,Video", "x-1.mp4,x-2.mp4")]
    [InlineData("Image,Video", "x.mp4")]
    [InlineData("Image,Image,Image", "x-1.mp4,x-2.mp4,x-3.mp4")]
    [InlineData("Audio", "x.mp4")]
    public async Task Every_file_of_the_main_output_kind_is_saved(string kinds, string names)
    {
        using var cli = new Cli();
        var files = new ResultFiles(Path.Combine(cli.Folder, "x.mp4"), cli.Folder, static result => result.Slug);

        IReadOnlyList<string> saved = await files.SaveAsync(Result("a-model", kinds), TestContext.Current.CancellationToken);

        Assert.Equal(names.Split(','), saved.Select(Path.GetFileName));
        Assert.All(saved, static path => Assert.True(File.Exists(path)));
    }

    [Theory]
    [InlineData("Video", ".mp4")]
    [InlineData("Image", ".png")]
    [InlineData("Audio", ".mp3")]
    public async Task A_file_name_that_is_too_long_is_shortened_before_its_extension(string kind, string ending)
    {
        using var cli = new Cli();
        string slug = new string('s', 250) + "-the-id";
        var files = new ResultFiles(exact: null, cli.Folder, static result => result.Slug);

        string saved = Path.GetFileName(Assert.Single(await files.SaveAsync(Result(slug, kind), TestContext.Current.CancellationToken)));

        Assert.Equal(255, saved.Length);
        Assert.EndsWith("-the-id" + ending, saved, StringComparison.Ordinal);
    }

    private static KlingResult Result(string slug, string kinds) => new()
    {
        RequestId = "id",
        Slug = slug,
        Outputs = [.. kinds.Split(',').Select(static kind => new SavedMedia { Kind = Enum.Parse<KlingOutputKind>(kind) })],
    };

    private sealed class SavedMedia() : KlingMedia(new Uri("https://files.example/output"))
    {
        public override Task SaveAsync(string path, CancellationToken cancellationToken = default) => File.WriteAllTextAsync(path, "saved", cancellationToken);
    }
}
