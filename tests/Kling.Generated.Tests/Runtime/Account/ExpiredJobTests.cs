using Kling.Emulator;

namespace Kling.Tests;

/// <summary>Jobs whose record is gone, and costs: what the account's history still has.</summary>
public sealed class ExpiredJobTests
{
    private static readonly TimeSpan TwoHours = TimeSpan.FromHours(2);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_result_of_an_expired_job_comes_from_the_history(int outputs)
    {
        using var stage = new AccountStage(new SegmindEmulatorOptions { HistoryRowsPerRequest = outputs });
        string token = (await stage.SubmitAsync()).ToToken();
        stage.Clock.Advance(TwoHours);

        KlingJob job = stage.Client.GetJob(token);
        KlingResult result = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Equal((KlingJobStatus.Completed, outputs, 2m), (result.Status, result.Outputs.Count, result.Metrics!.Cost));
        await using Stream file = await result.Video!.OpenReadAsync(Stage.Token);
        Assert.NotEqual(-1, file.ReadByte());
        Assert.Equal(result.Output, (await job.GetResultAsync(Stage.Token)).Output);
        Assert.Equal(KlingJobStatus.Completed, (await stage.Client.GetJob(token).GetStatusAsync(Stage.Token)).Status);
    }

    [Fact]
    public async Task An_expired_job_that_failed_says_why()
    {
        using var stage = new AccountStage();
        stage.Emulator.When(static request => request.Operation is EmulatorOperation.Submit, EmulatorFault.JobFailure("The face was not found"));
        string token = (await stage.SubmitAsync()).ToToken();
        stage.Clock.Advance(TwoHours);

        KlingJobFailedException error = await Assert.ThrowsAsync<KlingJobFailedException>(() => stage.Client.GetJob(token).WaitForCompletionAsync(cancellationToken: Stage.Token));

        Assert.Contains("The face was not found", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_that_the_history_does_not_have_is_expired()
    {
        using var stage = new AccountStage(new SegmindEmulatorOptions { HistoryLifetime = TimeSpan.Zero });
        string token = (await stage.SubmitAsync()).ToToken();
        stage.Clock.Advance(TwoHours);

        KlingJobExpiredException error = await Assert.ThrowsAsync<KlingJobExpiredException>(() => stage.Client.GetJob(token).WaitForCompletionAsync(cancellationToken: Stage.Token));

        Assert.Contains("history does not have the output either", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_history_that_cannot_be_read_leaves_the_job_expired_and_says_so()
    {
        using var stage = new AccountStage();
        string token = (await stage.SubmitAsync()).ToToken();
        stage.Clock.Advance(TwoHours);
        stage.Emulator.When(static request => request.Operation is EmulatorOperation.History, EmulatorFault.ResetBeforeBody());

        KlingJobExpiredException error = await Assert.ThrowsAsync<KlingJobExpiredException>(() => stage.Client.GetJob(token).GetResultAsync(Stage.Token));

        Assert.Contains("could not be read", error.Message, StringComparison.Ordinal);
        _ = Assert.IsType<KlingApiException>(error.InnerException);
    }

    [Fact]
    public async Task The_history_is_not_asked_if_the_option_says_so()
    {
        using var stage = new AccountStage(configure: static options => options.FindExpiredJobs = false);
        string token = (await stage.SubmitAsync()).ToToken();
        stage.Clock.Advance(TwoHours);
        stage.Emulator.When(static request => request.Operation is EmulatorOperation.History, EmulatorFault.Error(System.Net.HttpStatusCode.Forbidden));

        KlingJobExpiredException error = await Assert.ThrowsAsync<KlingJobExpiredException>(() => stage.Client.GetJob(token).GetResultAsync(Stage.Token));

        Assert.Null(error.InnerException);
    }

    [Fact]
    public async Task Costs_are_learnt_from_the_history_of_each_job_once()
    {
        using var stage = new AccountStage();
        using KlingClient other = stage.Emulator.CreateClient();
        _ = await stage.SubmitAsync("""{"prompt":"a","seconds":5}""");
        _ = await stage.SubmitAsync("""{"prompt":"b","seconds":5}""");
        stage.Clock.Advance(TimeSpan.FromMinutes(5));
        IKlingRequest request = new TestRequest();

        Assert.Equal(2, await other.LearnCostsAsync([AccountStage.Clip], cancellationToken: Stage.Token));
        Assert.Equal(2, await other.LearnCostsAsync([AccountStage.Clip], cancellationToken: Stage.Token));

        Assert.NotEqual(KlingCostSource.Learnt, other.EstimateCost(request).Source);
        KlingCost learnt = other.EstimateCost(new ClipRequest());
        Assert.Equal((2m, 2m, KlingCostSource.Learnt), (learnt.Lowest, learnt.Highest, learnt.Source));
    }

    /// <summary>A request of the clip with the parameters that were learnt.</summary>
    private sealed record ClipRequest : IKlingRequest
    {
        public KlingModel Model => AccountStage.Clip;

        public IReadOnlyList<KlingViolation> Validate() => [];

        public void WriteTo(System.Text.Json.Utf8JsonWriter writer) => AccountStage.Json("""{"prompt":"c","seconds":5}""").WriteTo(writer);
    }
}
