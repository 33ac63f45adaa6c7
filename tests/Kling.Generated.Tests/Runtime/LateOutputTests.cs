using Kling.Emulator;
using Kling.Models;

namespace Kling.Tests;

/// <summary>A job that is completed before its output is there.</summary>
public sealed class LateOutputTests
{
    private static readonly KlingO3Text2VideoRequest Request = new() { Prompt = "An eagle." };

    public static TheoryData<string> WithoutOutput =>
    [
        """{"status":"COMPLETED"}""",
        """{"status":"COMPLETED","output":null}""",
        """{"status":"COMPLETED","output":""}""",
        """{"status":"COMPLETED","output":[]}""",
        """{"status":"COMPLETED","output":null,"video":null,"images":[]}""",
        """{"status":"SUCCEEDED","output":null}""",
    ];

    [Theory]
    [MemberData(nameof(WithoutOutput))]
    public async Task An_output_that_comes_with_a_later_poll_is_the_result(string body)
    {
        using var stage = new Stage();
        Step early = Step.Json(200, body);
        stage.Server.OnResult(early, early, early, Step.Json(200, ScriptedServer.Completed));
        KlingJob job = await stage.SubmitAsync();

        KlingResult result = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Equal("https://files.example/out.mp4", result.Output);
        Assert.Equal(1, stage.Server.Gets.Count(static get => get.Uri.AbsolutePath.EndsWith("/status", StringComparison.Ordinal)));
        Assert.Equal([1, 1, 2, 3], stage.Clock.Delays.Select(static delay => delay.TotalSeconds));
    }

    [Theory]
    [MemberData(nameof(WithoutOutput))]
    public async Task An_output_that_does_not_come_within_a_minute_is_an_error_with_the_token(string body)
    {
        using var stage = new Stage();
        stage.Server.OnResult(Step.Json(200, body));
        KlingJob job = await stage.SubmitAsync();

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => job.WaitForCompletionAsync(cancellationToken: Stage.Token));

        Assert.Equal((KlingErrorKind.InvalidResponse, true, job.ToToken()), (error.Kind, error.IsRetryable, error.Token));
        Assert.Equal(body, error.BodyExcerpt);
        Assert.Contains("has no output", error.Message, StringComparison.Ordinal);
        Assert.InRange(stage.Clock.Delays.Sum(static delay => delay.TotalSeconds), 61, 75);
        Assert.InRange(stage.Server.Gets.Count(), 8, 16);
    }

    [Fact]
    public async Task Failed_polls_while_the_output_is_late_do_not_end_the_wait()
    {
        using var stage = new Stage();
        Step early = Step.Json(200, """{"status":"COMPLETED","output":null}""");
        stage.Server.OnResult(early, Step.Html(502), Step.Json(403, """{"error":"no"}"""), early, Step.Breaks(), Step.Json(200, ScriptedServer.Completed));
        KlingJob job = await stage.SubmitAsync();

        KlingResult result = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Equal("https://files.example/out.mp4", result.Output);
    }

    [Fact]
    public async Task The_timeout_of_a_wait_includes_the_wait_for_its_output()
    {
        using var stage = new Stage();
        stage.Server.OnResult(Step.Json(200, """{"status":"COMPLETED","output":null}"""));
        KlingJob job = await stage.SubmitAsync();

        KlingTimeoutException error = await Assert.ThrowsAsync<KlingTimeoutException>(() => job.WaitForCompletionAsync(TimeSpan.FromSeconds(10), cancellationToken: Stage.Token));

        Assert.Equal((KlingJobStatus.Completed, job.ToToken()), (error.LastStatus, error.Token));
        Assert.Contains("has no output", error.InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetResultAsync_reports_a_missing_output_at_once()
    {
        using var stage = new Stage();
        stage.Server.OnResult(Step.Json(200, """{"status":"COMPLETED","output":null}"""), Step.Json(200, ScriptedServer.Completed));
        KlingJob job = await stage.SubmitAsync();

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => job.GetResultAsync(Stage.Token));
        KlingResult result = await job.GetResultAsync(Stage.Token);

        Assert.True(error.IsRetryable);
        Assert.NotNull(result.Video);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(55)]
    public async Task With_the_emulator_a_late_output_is_saved_after_one_POST(int seconds)
    {
        var clock = new VirtualClock();
        using var emulator = new SegmindEmulator(KlingModels.All, new SegmindEmulatorOptions { TimeProvider = clock });
        emulator.When(static request => request.Operation is EmulatorOperation.Submit, EmulatorFault.OutputLate(TimeSpan.FromSeconds(seconds)));
        using KlingClient client = emulator.CreateClient();

        KlingResult result = await clock.RunAsync(() => client.RunAsync(Request, cancellationToken: Stage.Token));

        Assert.NotNull(result.Video);
        Assert.Equal(1, emulator.Counters.Posts);
    }

    [Fact]
    public async Task With_the_emulator_a_job_with_a_very_late_output_is_resumed_by_the_token_of_the_error()
    {
        var clock = new VirtualClock();
        using var emulator = new SegmindEmulator(KlingModels.All, new SegmindEmulatorOptions { TimeProvider = clock });
        emulator.When(static request => request.Operation is EmulatorOperation.Submit, EmulatorFault.OutputLate(TimeSpan.FromSeconds(90)));
        using KlingClient client = emulator.CreateClient();

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => clock.RunAsync(() => client.RunAsync(Request, cancellationToken: Stage.Token)));
        KlingResult result = await clock.RunAsync(() => client.GetJob(error.Token!).WaitForCompletionAsync(cancellationToken: Stage.Token));

        Assert.NotNull(result.Video);
        Assert.Equal(1, emulator.Counters.Posts);
    }
}
