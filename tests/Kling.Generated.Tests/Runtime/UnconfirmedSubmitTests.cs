namespace Kling.Tests;

/// <summary>Responses, connections and cancellations that do not tell whether the server accepted the submit.</summary>
public sealed class UnconfirmedSubmitTests
{
    [Theory]
    [InlineData(303)]
    [InlineData(408)]
    [InlineData(502)]
    [InlineData(504)]
    [InlineData(520)]
    public async Task A_gateway_error_or_timeout_leaves_the_submit_unconfirmed(int status)
    {
        using var stage = new Stage(static options => options.RetrySubmitOnServerError = true);
        stage.Server.OnSubmit(Step.Html(status));

        KlingSubmitUnconfirmedException error = await Assert.ThrowsAsync<KlingSubmitUnconfirmedException>(stage.SubmitAsync);

        _ = Assert.Single(stage.Server.Posts);
        Assert.Equal(status, (int?)error.StatusCode);
        Assert.Contains("may be billed", error.Message, StringComparison.Ordinal);
        Assert.Equal("<!doctype html> <html><head><title>Oops</title></head> <body>Something</body></html>", error.BodyExcerpt);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("""{"request_id":"req""")]
    [InlineData("""{"status":"QUEUED"}""")]
    [InlineData("""{"request_id":"","status":"QUEUED"}""")]
    [InlineData("""{"request_id":"..","status":"QUEUED"}""")]
    [InlineData("""{"request_id":17}""")]
    [InlineData("""{"request_id":"\ud800"}""")]
    [InlineData("[]")]
    public async Task A_2xx_without_a_request_id_that_can_be_read_leaves_the_submit_unconfirmed(string body)
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Step.Text(200, "application/json", body));

        _ = await Assert.ThrowsAsync<KlingSubmitUnconfirmedException>(stage.SubmitAsync);

        _ = Assert.Single(stage.Server.Posts);
    }

    [Fact]
    public async Task A_2xx_with_a_truncated_body_leaves_the_submit_unconfirmed()
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Step.BreaksOff(200, """{"request_id":"req-1","sta"""));

        KlingSubmitUnconfirmedException error = await Assert.ThrowsAsync<KlingSubmitUnconfirmedException>(stage.SubmitAsync);

        _ = Assert.IsType<IOException>(error.InnerException);
        _ = Assert.Single(stage.Server.Posts);
    }

    [Fact]
    public async Task A_connection_that_is_lost_after_the_body_leaves_the_submit_unconfirmed()
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Step.Breaks());

        KlingSubmitUnconfirmedException error = await Assert.ThrowsAsync<KlingSubmitUnconfirmedException>(stage.SubmitAsync);

        _ = Assert.Single(stage.Server.Posts);
        _ = Assert.IsType<HttpRequestException>(error.InnerException);
    }

    [Fact]
    public async Task A_time_out_in_flight_leaves_the_submit_unconfirmed()
    {
        using var stage = new Stage();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        stage.Server.OnSubmit(Step.Hangs(reached));

        Task<KlingJob> submit = stage.SubmitAsync();
        await reached.Task;
        stage.Clock.Advance(TimeSpan.FromSeconds(100));

        KlingSubmitUnconfirmedException error = await Assert.ThrowsAsync<KlingSubmitUnconfirmedException>(() => submit);
        Assert.Contains("The request timed out", error.Message, StringComparison.Ordinal);
        _ = Assert.Single(stage.Server.Posts);
    }

    [Fact]
    public async Task A_cancellation_in_flight_leaves_the_submit_unconfirmed_with_the_cancellation_as_inner_exception()
    {
        using var stage = new Stage();
        using var cancel = new CancellationTokenSource();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        stage.Server.OnSubmit(Step.Hangs(reached));

        Task<KlingJob> submit = stage.Client.SubmitAsync(new TestRequest(), cancel.Token);
        await reached.Task;
        await cancel.CancelAsync();

        KlingSubmitUnconfirmedException error = await Assert.ThrowsAsync<KlingSubmitUnconfirmedException>(() => submit);
        _ = Assert.IsAssignableFrom<OperationCanceledException>(error.InnerException);
        _ = Assert.Single(stage.Server.Posts);
    }

    [Fact]
    public async Task A_cancellation_before_the_request_is_sent_is_an_OperationCanceledException()
    {
        using var stage = new Stage();
        using var cancel = new CancellationTokenSource();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        stage.Server.OnSubmit(Step.Hangs(reached, readsBody: false));

        Task<KlingJob> submit = stage.Client.SubmitAsync(new TestRequest(), cancel.Token);
        await reached.Task;
        await cancel.CancelAsync();

        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => submit);
    }

    [Fact]
    public async Task Nothing_is_sent_with_a_cancelled_token()
    {
        using var stage = new Stage();

        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stage.Client.SubmitAsync(new TestRequest(), new CancellationToken(canceled: true)));

        Assert.Empty(stage.Server.Requests);
    }

    [Fact]
    public async Task A_cancellation_between_two_attempts_is_an_OperationCanceledException()
    {
        using var stage = new Stage();
        using var cancel = new CancellationTokenSource();
        stage.Clock.HoldDelays = true;
        stage.Server.OnSubmit(Step.Json(429, "{}", ("Retry-After", "30")));

        Task delay = stage.Clock.NextDelay;
        Task<KlingJob> submit = stage.Client.SubmitAsync(new TestRequest(), cancel.Token);
        await delay;
        await cancel.CancelAsync();

        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => submit);
        _ = Assert.Single(stage.Server.Posts);
    }

    [Fact]
    public async Task A_response_with_an_id_and_a_status_is_a_job_whatever_its_status_code()
    {
        using var stage = new Stage(static options => options.RetrySubmitOnServerError = true);
        stage.Server.OnSubmit(Step.Json(500, ScriptedServer.Accepted));

        KlingJob job = await stage.SubmitAsync();

        Assert.Equal("req-1", job.RequestId);
        _ = Assert.Single(stage.Server.Posts);
    }
}
