using System.Net;
using System.Text.Json;
using Kling.Emulator;
using Kling.Models;

namespace Kling.Tests.Models.EndToEnd;

/// <summary>Every error that the emulator has, as a user of the client meets it.</summary>
public sealed class ErrorRowsTests
{
    [Fact]
    public async Task An_invalid_body_that_was_not_validated_is_a_bad_request_with_the_server_message()
    {
        using var stage = new LiveStage();

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => stage.Client.SubmitAsync(KlingModels.All[0].Slug, Shipped.Json("{}"), LiveStage.Token));

        Expect(error, KlingErrorKind.BadRequest, HttpStatusCode.BadRequest, stage);
        Assert.All(SchemaNode.Required(Shipped.Schema(KlingModels.All[0].Slug)), name => Assert.Contains($"/{name}: ", error.Detail, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("SG_fedcba9876543210")]
    [InlineData("not a key of the right shape")]
    public async Task A_key_that_the_server_does_not_know_is_unauthorized(string key)
    {
        using var stage = new LiveStage(new SegmindEmulatorOptions { ApiKey = LiveStage.Key }, options => options.ApiKey = key.Replace(' ', '-'));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(stage.SubmitAsync);

        Expect(error, KlingErrorKind.Unauthorized, HttpStatusCode.Unauthorized, stage);
        Assert.DoesNotContain(key, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_the_server_does_not_know_is_not_found()
    {
        using var stage = new LiveStage();

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => stage.Client.SubmitAsync("no-such-model", Shipped.Json("{}"), LiveStage.Token));

        Expect(error, KlingErrorKind.NotFound, HttpStatusCode.NotFound, stage);
        Assert.Contains("no-such-model", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retired_model_is_gone()
    {
        using var stage = new LiveStage();

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => stage.Client.SubmitAsync(LiveStage.Retired.Slug, Shipped.Json("{}"), LiveStage.Token));

        Expect(error, KlingErrorKind.Gone, HttpStatusCode.Gone, stage);
        Assert.Null(error.ReplacedBy);
        Assert.EndsWith("The model has been retired; use another one.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_exception_about_a_retired_model_names_its_successor()
    {
        using var stage = new LiveStage();

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => stage.Client.SubmitAsync(new RetiredRequest(), LiveStage.Token));

        Expect(error, KlingErrorKind.Gone, HttpStatusCode.Gone, stage);
        Assert.Equal("kling-o3-text2video", error.ReplacedBy);
        Assert.EndsWith("The model has been retired; use 'kling-o3-text2video'.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_exception_about_a_retired_model_names_a_successor()
    {
        using var stage = new LiveStage();
        stage.OnSubmit(EmulatorFault.Error(HttpStatusCode.Forbidden));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => stage.Client.SubmitAsync(new RetiredRequest(), LiveStage.Token));

        Assert.Equal((KlingErrorKind.Forbidden, null), (error.Kind, error.ReplacedBy));
    }

    [Fact]
    public async Task Missing_credits_are_an_error_that_says_to_add_credits()
    {
        using var stage = new LiveStage(new SegmindEmulatorOptions { Credits = 0 });

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(stage.SubmitAsync);

        Expect(error, KlingErrorKind.InsufficientCredits, HttpStatusCode.NotAcceptable, stage);
    }

    [Theory]
    [InlineData(400, null, KlingErrorKind.BadRequest)]
    [InlineData(401, null, KlingErrorKind.Unauthorized)]
    [InlineData(403, null, KlingErrorKind.Forbidden)]
    [InlineData(404, null, KlingErrorKind.NotFound)]
    [InlineData(405, null, KlingErrorKind.MethodNotAllowed)]
    [InlineData(406, "Invalid content type", KlingErrorKind.InvalidContentType)]
    [InlineData(406, "Team spend limit reached", KlingErrorKind.SpendLimit)]
    [InlineData(406, "Not enough credits", KlingErrorKind.InsufficientCredits)]
    [InlineData(410, null, KlingErrorKind.Gone)]
    [InlineData(500, null, KlingErrorKind.ServerError)]
    [InlineData(503, null, KlingErrorKind.ServiceUnavailable)]
    public async Task A_refused_submit_is_sent_once_and_its_error_has_the_reason(int status, string? message, KlingErrorKind kind)
    {
        using var stage = new LiveStage();
        stage.OnSubmit(EmulatorFault.Error((HttpStatusCode)status, message));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(stage.SubmitAsync);

        Expect(error, kind, (HttpStatusCode)status, stage);
        Assert.False(error.IsRetryable);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(504)]
    [InlineData(408)]
    public async Task A_gateway_error_leaves_a_submit_unconfirmed_and_is_not_retried(int status)
    {
        using var stage = new LiveStage();
        stage.OnSubmit(EmulatorFault.Error((HttpStatusCode)status));

        KlingSubmitUnconfirmedException error = await Assert.ThrowsAsync<KlingSubmitUnconfirmedException>(stage.SubmitAsync);

        Assert.Equal(((HttpStatusCode)status, KlingModels.All[0].Slug), (error.StatusCode!.Value, error.Slug));
        Assert.Equal(1, stage.Emulator.Counters.Posts);
    }

    [Fact]
    public async Task A_submit_under_a_rate_limit_is_retried_after_the_reset()
    {
        using var stage = new LiveStage();
        stage.OnSubmit(EmulatorFault.RateLimit(TimeSpan.FromSeconds(30)), times: 2);

        KlingJob job = await stage.SubmitAsync();

        Assert.Equal(KlingJobStatus.Queued, job.Status);
        Assert.Equal([TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30)], stage.Clock.Delays);
        Assert.Equal((3, 1), (stage.Emulator.Counters.Posts, stage.Emulator.Counters.JobsAccepted));
    }

    [Fact]
    public async Task A_persistent_rate_limit_is_reported_with_its_reset_time_after_three_retries()
    {
        using var stage = new LiveStage();
        stage.OnSubmit(EmulatorFault.RateLimit(TimeSpan.FromSeconds(5)));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(stage.SubmitAsync);

        Assert.Equal((KlingErrorKind.RateLimited, HttpStatusCode.TooManyRequests, true), (error.Kind, error.StatusCode!.Value, error.IsRetryable));
        Assert.Equal(stage.Clock.GetUtcNow() + TimeSpan.FromSeconds(5), error.RetryAt);
        Assert.Equal((4, 0), (stage.Emulator.Counters.Posts, stage.Emulator.Counters.JobsAccepted));
    }

    [Fact]
    public async Task A_failed_job_has_the_server_message_the_id_and_the_metrics_and_costs_nothing()
    {
        using var stage = new LiveStage();
        stage.OnSubmit(EmulatorFault.JobFailure("Blocked by the content filter"));
        KlingJob job = await stage.SubmitAsync();

        KlingJobFailedException error = await Assert.ThrowsAsync<KlingJobFailedException>(() => job.WaitForCompletionAsync(cancellationToken: LiveStage.Token));

        Assert.Equal((job.RequestId, job.Slug, "Blocked by the content filter"), (error.RequestId, error.Slug, error.Detail));
        Assert.Equal(job.Model!.TypicalDuration!.Value.TotalSeconds, error.Metrics!.TotalTime!.Value.TotalSeconds, precision: 3);
        Assert.Null(error.Metrics.Cost);
        Assert.Equal(KlingJobStatus.Failed, job.Status);
        Assert.Equal(KlingJobStatus.Failed, (await job.GetStatusAsync(LiveStage.Token)).Status);
        _ = await Assert.ThrowsAsync<KlingJobFailedException>(() => job.GetResultAsync(LiveStage.Token));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_failed_poll_does_not_end_the_wait(int status)
    {
        using var stage = new LiveStage();
        KlingJob job = await stage.SubmitAsync();
        stage.OnStatus(EmulatorFault.Error((HttpStatusCode)status), times: 5);
        stage.OnResult(EmulatorFault.Error((HttpStatusCode)status), times: 2);

        KlingResult result = await job.WaitForCompletionAsync(cancellationToken: LiveStage.Token);

        Assert.Equal(job.RequestId, result.RequestId);
        Assert.Equal(3, stage.Emulator.Counters.ResultGets);
    }

    [Theory]
    [InlineData(401, KlingErrorKind.Unauthorized)]
    [InlineData(403, KlingErrorKind.Forbidden)]
    public async Task A_poll_without_permission_ends_the_wait_with_the_jobs_id(int status, KlingErrorKind kind)
    {
        using var stage = new LiveStage();
        KlingJob job = await stage.SubmitAsync();
        stage.OnStatus(EmulatorFault.Error((HttpStatusCode)status));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => job.WaitForCompletionAsync(cancellationToken: LiveStage.Token));

        Assert.Equal((kind, job.RequestId), (error.Kind, error.RequestId));
        Assert.Equal(3, stage.Emulator.Counters.StatusGets);
    }

    [Fact]
    public async Task A_wait_that_times_out_has_the_id_and_a_second_wait_gets_the_video()
    {
        using var stage = new LiveStage();
        KlingJob job = await stage.SubmitAsync();

        KlingTimeoutException error = await Assert.ThrowsAsync<KlingTimeoutException>(() => job.WaitForCompletionAsync(TimeSpan.FromSeconds(60), cancellationToken: LiveStage.Token));
        KlingResult result = await job.WaitForCompletionAsync(cancellationToken: LiveStage.Token);

        Assert.Equal((job.RequestId, KlingJobStatus.Processing, TimeSpan.FromSeconds(60)), (error.RequestId, error.LastStatus, error.Elapsed));
        Assert.Equal((job.RequestId, 1), (result.RequestId, stage.Emulator.Counters.Posts));
        Assert.NotNull(result.Video);
    }

    [Fact]
    public async Task A_result_before_its_time_is_not_finished()
    {
        using var stage = new LiveStage();
        KlingJob job = await stage.SubmitAsync();

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => job.GetResultAsync(LiveStage.Token));

        Assert.Equal((KlingErrorKind.NotFinished, job.RequestId), (error.Kind, error.RequestId));
    }

    [Fact]
    public async Task A_job_that_is_asked_for_after_its_hour_has_expired()
    {
        using var stage = new LiveStage(new SegmindEmulatorOptions { HistoryLifetime = TimeSpan.Zero });
        KlingJob job = await stage.SubmitAsync();
        stage.Clock.Advance(TimeSpan.FromHours(1));

        KlingJobExpiredException late = await Assert.ThrowsAsync<KlingJobExpiredException>(() => job.GetStatusAsync(LiveStage.Token));

        Assert.Equal((job.RequestId, job.ExpiresAt), (late.RequestId, late.ExpiresAt));
        _ = await Assert.ThrowsAsync<KlingJobExpiredException>(() => job.GetResultAsync(LiveStage.Token));
        _ = await Assert.ThrowsAsync<KlingJobExpiredException>(() => job.WaitForCompletionAsync(cancellationToken: LiveStage.Token));
    }

    [Theory]
    [InlineData(404, KlingErrorKind.NotFound, false)]
    [InlineData(503, KlingErrorKind.ServiceUnavailable, true)]
    public async Task A_failed_download_leaves_no_file_and_can_be_repeated(int status, KlingErrorKind kind, bool isRetryable)
    {
        using var stage = new LiveStage();
        using var folder = new TemporaryFolder();
        KlingResult result = await stage.Client.RunAsync(LiveStage.AnyRequest(), cancellationToken: LiveStage.Token);
        stage.OnDownload(EmulatorFault.Error((HttpStatusCode)status), times: isRetryable ? 4 : 1);

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => result.Video!.SaveAsync(folder.File("out.mp4"), LiveStage.Token));
        Assert.Empty(folder.Files);
        await result.Video!.SaveAsync(folder.File("out.mp4"), LiveStage.Token);

        Assert.Equal((kind, isRetryable, result.RequestId), (error.Kind, error.IsRetryable, error.RequestId));
        Assert.Equal(["out.mp4"], folder.Files);
    }

    [Fact]
    public async Task A_file_is_gone_after_seven_days()
    {
        using var stage = new LiveStage();
        KlingResult result = await stage.Client.RunAsync(LiveStage.AnyRequest(), cancellationToken: LiveStage.Token);
        stage.Clock.Advance(TimeSpan.FromDays(7));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => result.Video!.OpenReadAsync(LiveStage.Token));

        Assert.Equal((KlingErrorKind.NotFound, result.RequestId), (error.Kind, error.RequestId));
    }

    // No job came of it, and nothing was sent a second time.
    private static void Expect(KlingApiException error, KlingErrorKind kind, HttpStatusCode status, LiveStage stage)
    {
        Assert.Equal((kind, status, null), (error.Kind, error.StatusCode!.Value, error.RequestId));
        Assert.NotNull(error.BodyExcerpt);
        Assert.Equal((1, 0), (stage.Emulator.Counters.Posts, stage.Emulator.Counters.JobsAccepted));
    }

    private sealed class RetiredRequest : IKlingRequest
    {
        public KlingModel Model { get; } = KlingModel.FromSchema(LiveStage.Retired.Slug, """{"type":"object","x-retired":true,"x-replaced-by":"kling-o3-text2video"}""");

        public void WriteTo(Utf8JsonWriter writer)
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
        }

        public IReadOnlyList<KlingViolation> Validate() => [];
    }
}
