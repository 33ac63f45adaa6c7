namespace Kling.Tests;

public sealed class JobTests
{
    [Fact]
    public async Task A_result_carries_the_video_the_cost_the_times_and_the_raw_json()
    {
        using var stage = new Stage();
        stage.Server.OnResult(Step.Json(200, """
            {
              "status": "COMPLETED", "output": "https://files.example/out.mp4", "seed": 7,
              "video": {"url": "https://files.example/v.mp4", "content_type": "video/mp4", "file_name": "v.mp4", "file_size": 5000000000, "last_frame_url": "https://files.example/last.png"},
              "metrics": {"cost": 1.84, "remaining_credits": 98.16, "inference_time": 150.5, "queue_time": 2.25, "total_time": 152.75, "retry_count": 1}
            }
            """));
        KlingJob job = await stage.SubmitAsync();

        KlingResult result = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Equal("req-1", result.RequestId);
        Assert.Equal("test-model", result.Slug);
        Assert.Equal("https://files.example/out.mp4", result.Output);
        Assert.Equal("https://files.example/v.mp4", result.Video!.Url.AbsoluteUri);
        Assert.Equal("video/mp4", result.Video.ContentType);
        Assert.Equal("v.mp4", result.Video.FileName);
        Assert.Equal(5_000_000_000, result.Video.FileSize);
        Assert.Equal("https://files.example/last.png", result.Video.LastFrameUrl!.AbsoluteUri);
        Assert.Equal(
            new KlingMetrics
            {
                Cost = 1.84m,
                RemainingCredits = 98.16m,
                InferenceTime = TimeSpan.FromSeconds(150.5),
                QueueTime = TimeSpan.FromSeconds(2.25),
                TotalTime = TimeSpan.FromSeconds(152.75),
                RetryCount = 1,
            },
            result.Metrics);
        Assert.Equal(7, result.Json.GetProperty("seed").GetInt32());
    }

    [Fact]
    public async Task An_output_that_is_only_a_URL_is_the_video()
    {
        using var stage = new Stage();
        KlingResult result = await (await stage.SubmitAsync()).GetResultAsync(Stage.Token);

        Assert.Equal("https://files.example/out.mp4", result.Video!.Url.AbsoluteUri);
        Assert.Empty(result.Images);
        Assert.Null(result.Metrics);
    }

    [Theory]
    [InlineData("""{"status":"COMPLETED","images":[{"url":"https://files.example/1.png"},{"url":"nonsense"},"https://files.example/2.png",7]}""")]
    [InlineData("""{"status":"COMPLETED","output":"x","images":[{"url":"https://files.example/1.png"},{"url":"https://files.example/2.png"}]}""")]
    public async Task Images_are_listed_and_other_values_are_ignored(string body)
    {
        using var stage = new Stage();
        stage.Server.OnResult(Step.Json(200, body));

        KlingResult result = await (await stage.SubmitAsync()).GetResultAsync(Stage.Token);

        Assert.Equal(["https://files.example/1.png", "https://files.example/2.png"], result.Images.Select(static image => image.Url.AbsoluteUri));
    }

    [Fact]
    public async Task Properties_of_an_undocumented_type_do_not_lose_the_result()
    {
        using var stage = new Stage();
        stage.Server.OnResult(Step.Json(200, """
            {"status":"COMPLETED","output":"https://files.example/out.mp4","video":{"url":"file:///etc/passwd","file_size":"big"},"images":{},
             "metrics":{"cost":"1.84","queue_time":-1,"total_time":1e300,"inference_time":"fast","retry_count":99999999999,"remaining_credits":1e400}}
            """));

        KlingResult result = await (await stage.SubmitAsync()).GetResultAsync(Stage.Token);

        Assert.Equal("https://files.example/out.mp4", result.Video!.Url.AbsoluteUri);
        Assert.Equal(new KlingMetrics(), result.Metrics);
    }

    [Fact]
    public async Task Output_that_is_not_a_string_is_kept_as_json()
    {
        using var stage = new Stage();
        stage.Server.OnResult(Step.Json(200, """{"status":"COMPLETED","output":{"a":[1]}}"""));

        KlingResult result = await (await stage.SubmitAsync()).GetResultAsync(Stage.Token);

        Assert.Equal("""{"a":[1]}""", result.Output);
        Assert.Null(result.Video);
    }

    [Theory]
    [InlineData("""{"status":"COMPLETED"}""")]
    [InlineData("""{"status":"COMPLETED","output":null}""")]
    [InlineData("""{"status":"COMPLETED","output":""}""")]
    [InlineData("""{"status":"COMPLETED","video":{},"images":[]}""")]
    public async Task A_completed_job_without_output_is_an_error_with_the_response(string body)
    {
        using var stage = new Stage();
        stage.Server.OnResult(Step.Json(200, body));
        KlingJob job = await stage.SubmitAsync();

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => job.WaitForCompletionAsync(cancellationToken: Stage.Token));

        Assert.Equal(KlingErrorKind.InvalidResponse, error.Kind);
        Assert.Equal("req-1", error.RequestId);
        Assert.Equal(body, error.BodyExcerpt);
        Assert.Contains("no output", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_before_completion_is_an_error_that_says_so()
    {
        using var stage = new Stage();
        stage.Server.OnResult(Step.Json(200, """{"status":"PROCESSING"}"""));
        KlingJob job = await stage.SubmitAsync();

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => job.GetResultAsync(Stage.Token));

        Assert.Equal(KlingErrorKind.NotFinished, error.Kind);
        Assert.Contains("PROCESSING", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_job_is_a_status_for_GetStatusAsync_and_an_error_for_GetResultAsync()
    {
        using var stage = new Stage();
        var failed = Step.Json(422, """{"status":"FAILED","error":"blocked"}""");
        stage.Server.OnResult(failed);
        KlingJob job = await stage.SubmitAsync(failed);

        KlingProgress progress = await job.GetStatusAsync(Stage.Token);
        KlingJobFailedException error = await Assert.ThrowsAsync<KlingJobFailedException>(() => job.GetResultAsync(Stage.Token));

        Assert.Equal(KlingJobStatus.Failed, progress.Status);
        Assert.Equal("blocked", error.Detail);
    }

    [Fact]
    public async Task A_failed_job_without_a_reason_is_an_error_with_its_id()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Step.Json(422, """{"status":"failed"}"""));

        KlingJobFailedException error = await Assert.ThrowsAsync<KlingJobFailedException>(() => job.WaitForCompletionAsync(cancellationToken: Stage.Token));

        Assert.Null(error.Detail);
        Assert.Equal("req-1", error.RequestId);
    }

    [Theory]
    [InlineData(429, KlingErrorKind.RateLimited, true)]
    [InlineData(500, KlingErrorKind.ServerError, true)]
    [InlineData(502, KlingErrorKind.BadGateway, true)]
    [InlineData(408, KlingErrorKind.RequestTimeout, true)]
    [InlineData(503, KlingErrorKind.ServiceUnavailable, true)]
    [InlineData(504, KlingErrorKind.GatewayTimeout, true)]
    [InlineData(400, KlingErrorKind.BadRequest, false)]
    [InlineData(401, KlingErrorKind.Unauthorized, false)]
    [InlineData(403, KlingErrorKind.Forbidden, false)]
    [InlineData(404, KlingErrorKind.NotFound, false)]
    [InlineData(405, KlingErrorKind.MethodNotAllowed, false)]
    [InlineData(406, KlingErrorKind.NotAcceptable, false)]
    [InlineData(410, KlingErrorKind.Gone, false)]
    [InlineData(422, KlingErrorKind.Unprocessable, false)]
    public async Task A_single_status_request_reports_its_error_with_the_id(int status, KlingErrorKind kind, bool isRetryable)
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Step.Html(status));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => job.GetStatusAsync(Stage.Token));

        Assert.Equal(kind, error.Kind);
        Assert.Equal(isRetryable, error.IsRetryable);
        Assert.Equal("req-1", error.RequestId);
    }

    [Fact]
    public async Task A_single_status_request_without_a_response_in_30_seconds_is_an_error_with_the_id()
    {
        using var stage = new Stage();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        KlingJob job = await stage.SubmitAsync(Step.Hangs(reached));

        Task<KlingProgress> status = job.GetStatusAsync(Stage.Token);
        await reached.Task;
        stage.Clock.Advance(TimeSpan.FromSeconds(30));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => status);
        Assert.Equal(KlingErrorKind.ConnectionFailed, error.Kind);
        Assert.Equal("req-1", error.RequestId);
    }

    [Fact]
    public async Task A_mock_needs_neither_a_client_nor_a_server()
    {
        KlingJob job = new MockJob();

        Assert.Equal("mock", (await job.WaitForCompletionAsync(cancellationToken: Stage.Token)).RequestId);
        Assert.Equal("mock", job.RequestId);
    }

    private sealed class MockJob : KlingJob
    {
        public override string RequestId => "mock";

        public override Task<KlingResult> WaitForCompletionAsync(TimeSpan? timeout = null, IProgress<KlingProgress>? progress = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new KlingResult { RequestId = "mock", Slug = "test-model" });
    }
}
