using Kling.Tests;

namespace Kling.Cli.Tests;

public sealed class DemoTests
{
    private const string Fast = "1000";

    private static readonly IReadOnlyList<KlingModel> Shown = DemoCommand.Few(Cli.Shipped);

    private static readonly string LikelyCost = FormattableString.Invariant($"{Shown.Count} jobs at Segmind will likely cost {Shown.Sum(static model => model.TypicalCost):0.00#} USD");

    [Fact]
    public async Task The_demo_needs_no_key_and_leaves_a_playable_video_of_each_of_a_few_models()
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("demo", "--time-scale", Fast);

        Assert.True(result.ExitCode == ExitCodes.Ok, result.ToString());
        Assert.Contains("No key is used", result.ErrorLines[0], StringComparison.Ordinal);
        Assert.All(Shown, model => Assert.Contains($"{model.Slug}: job ", result.Out, StringComparison.Ordinal));
        Assert.Contains($"{Shown.Count} of {Shown.Count} jobs finished", result.Out, StringComparison.Ordinal);
        AssertFiles(cli, Shown);
        Assert.Equal(0, cli.Wire.Requests);
    }

    [Fact]
    public void The_demo_is_of_a_few_different_models_that_are_quick_and_completely_described()
    {
        Assert.InRange(Shown.Count, 3, 10);
        Assert.Contains(Shown, static model => model.Output is KlingOutputKind.Image);
        Assert.Contains(Shown, static model => model.Output is KlingOutputKind.Video);
        Assert.All(Shown, static model => Assert.True(model.Status is KlingModelStatus.Complete && model.TypicalDuration <= TimeSpan.FromMinutes(5), model.Slug));
        Assert.Equal(Shown.Count, Shown.Select(static model => (model.Output, string.Join(' ', model.Parameters.Where(static parameter => parameter.IsRequired).Select(static parameter => parameter.Name).Order(StringComparer.Ordinal)))).Distinct().Count());
    }

    [Fact]
    public async Task The_demo_of_all_models_leaves_the_right_kind_of_file_of_each()
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("demo", "--all", "--time-scale", "2000");

        Assert.True(result.ExitCode == ExitCodes.Ok, result.ToString());
        Assert.Contains($"{Cli.Shipped.Count} of {Cli.Shipped.Count} jobs finished", result.Out, StringComparison.Ordinal);
        AssertFiles(cli, Cli.Shipped);
    }

    [Fact]
    public async Task The_demo_writes_to_the_folder_of_its_option()
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("demo", "-o", "here/and there", "--time-scale", Fast);

        Assert.True(result.ExitCode == ExitCodes.Ok, result.ToString());
        Assert.Equal(Shown.Count, Directory.GetFiles(Path.Combine(cli.Folder, "here", "and there")).Length);
    }

    [Fact]
    public async Task The_demo_prints_every_status_with_the_elapsed_and_the_expected_time()
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("demo", "--time-scale", Fast);

        foreach (KlingModel model in Shown)
        {
            string[] lines = [.. result.ErrorLines.Where(line => line.StartsWith(model.Slug + ":", StringComparison.Ordinal))];
            Assert.Matches(@": queued, \d+\.\d s \(usually \d+(\.\d)? s\) \(job \w+\)$", lines[0]);
            Assert.Matches(@": completed, \d+\.\d s \(job \w+\)$", lines[^1]);
        }
    }

    [Fact]
    public async Task The_demo_sends_nothing_to_Segmind_without_the_option_live()
    {
        using var cli = new Cli { ApiKey = Cli.Key };

        CliResult result = await cli.RunAsync("demo", "--time-scale", Fast);

        Assert.True(result.ExitCode == ExitCodes.Ok, result.ToString());
        Assert.Contains("SEGMIND_API_KEY is set but not used", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, cli.Wire.Requests);
    }

    [Fact]
    public async Task A_live_demo_without_a_key_is_an_error()
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("demo", "--live", "--yes");

        Assert.Equal(ExitCodes.NoAccess, result.ExitCode);
        Assert.Contains("SEGMIND_API_KEY", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_live_demo_sends_nothing_if_no_terminal_can_confirm_it()
    {
        using var cli = new Cli { ApiKey = Cli.Key };

        CliResult result = await cli.RunAsync("demo", "--live");

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains(LikelyCost, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("--yes", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, cli.Wire.Requests);
    }

    [Theory]
    [InlineData("n")]
    [InlineData("")]
    [InlineData("yesterday")]
    public async Task Any_answer_but_yes_cancels_the_live_demo(string answer)
    {
        using var cli = new Cli { ApiKey = Cli.Key, CanAsk = true, Input = answer + "\n" };

        CliResult result = await cli.RunAsync("demo", "--live");

        Assert.Equal(ExitCodes.Cancelled, result.ExitCode);
        Assert.Contains(LikelyCost + ". Go on? [y/N]", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, cli.Wire.Requests);
    }

    [Fact]
    public async Task A_live_demo_runs_after_the_answer_yes()
    {
        using var cli = new Cli { ApiKey = Cli.Key, CanAsk = true, Input = "y\n" };

        CliResult result = await cli.RunAsync("demo", "--live");

        Assert.True(result.ExitCode == ExitCodes.Ok, result.ToString());
        Assert.Equal(Shown.Count, cli.Segmind.Counters.Posts);
        Assert.Equal(Shown.Count, cli.Segmind.Counters.Downloads);
        Assert.Equal(0, cli.Segmind.Counters.KeysOnOutputHost);
        AssertFiles(cli, Shown);
    }

    [Fact]
    public async Task A_failed_job_does_not_affect_the_others_and_sets_the_exit_code()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        string unlucky = Shown[1].Slug;
        cli.Segmind.When(request => request.Slug == unlucky, Kling.Emulator.EmulatorFault.JobFailure("The picture was blocked"));

        CliResult result = await cli.RunAsync("demo", "--live", "--yes", "--json");

        Assert.Equal(ExitCodes.JobFailed, result.ExitCode);
        Assert.Contains(result.ErrorLines, static line => line.StartsWith("error: ", StringComparison.Ordinal) && line.Contains("The picture was blocked", StringComparison.Ordinal));
        Assert.Equal(Shown.Count - 1, Directory.GetFiles(Path.Combine(cli.Folder, "kling-demo")).Length);
        Assert.Equal(
            Shown.Select(model => model.Slug == unlucky ? "failed" : "completed"),
            result.Json().GetProperty("jobs").EnumerateArray().Select(static job => job.GetProperty("status").GetString()));
    }

    /// <summary>Each model has left a file of its kind, and nothing else is there.</summary>
    private static void AssertFiles(Cli cli, IReadOnlyList<KlingModel> models)
    {
        string[] files = Directory.GetFiles(Path.Combine(cli.Folder, "kling-demo"));
        Assert.Equal(
            models.Select(static model => model.Slug + (model.Output is KlingOutputKind.Image ? ".png" : ".mp4")).Order(StringComparer.Ordinal),
            files.Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(files, static file =>
        {
            if (file.EndsWith(".png", StringComparison.Ordinal))
            {
                Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], File.ReadAllBytes(file)[..4]);
            }
            else
            {
                AssertPlays(file);
            }
        });
    }

    private static void AssertPlays(string path)
    {
        var video = Mp4.Parse(File.ReadAllBytes(path));
        Assert.Equal("ftyp", video.Boxes[0]);
        Assert.Contains("moov", video.Boxes);
        Assert.Equal("avc1", video.Codec);
        Assert.Equal((640, 360), (video.Width, video.Height));
        Assert.True(video.Duration > TimeSpan.FromSeconds(1), $"{path} lasts {video.Duration}");
        Assert.Equal(video.SampleCount, video.Samples.Count);
        Assert.NotEmpty(video.Samples);
        Assert.All(video.Samples, sample => Assert.True(
            sample.Start >= video.MediaData.Start && sample.Start < sample.End && sample.End <= video.MediaData.End, $"{sample} in {video.MediaData}"));
    }
}
