using System.Text.Json;

namespace Kling.Tests;

public sealed class SubmitTests
{
    [Theory]
    [InlineData("""{"\ud800":1,"request_id":"req-1","status":"QUEUED"}""")]
    [InlineData("""{"message":"\ud800","request_id":"req-1"}""")]
    public async Task A_lone_surrogate_next_to_the_id_does_not_lose_the_job(string body)
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Step.Json(200, body));

        Assert.Equal("req-1", (await stage.SubmitAsync()).RequestId);
    }

    [Fact]
    public async Task A_submit_posts_the_body_to_the_models_address_with_the_documented_headers()
    {
        using var stage = new Stage();

        KlingJob job = await stage.SubmitAsync();

        Received post = Assert.Single(stage.Server.Requests);
        Assert.Equal(HttpMethod.Post, post.Method);
        Assert.Equal("https://api.segmind.com/v2/test-model", post.Uri.AbsoluteUri);
        Assert.Equal("""{"prompt":"a summit"}""", post.Body);
        Assert.Equal("application/json", post.Headers["Content-Type"]);
        Assert.Equal(Stage.Key, post.Headers["x-api-key"]);
        Assert.StartsWith("Kling.Generated/0.2.0", post.Headers["User-Agent"], StringComparison.Ordinal);
        Assert.Equal("req-1", job.RequestId);
        Assert.Equal("test-model", job.Slug);
        Assert.Same(TestRequest.TestModel, job.Model);
        Assert.Equal(KlingJobStatus.Queued, job.Status);
        Assert.Equal(stage.Clock.GetUtcNow(), job.SubmittedAt);
        Assert.Equal(stage.Clock.GetUtcNow() + TimeSpan.FromHours(1), job.ExpiresAt);
    }

    [Fact]
    public async Task An_invalid_request_is_an_error_with_every_violation_and_is_not_sent()
    {
        using var stage = new Stage();
        var request = new TestRequest { Violations = [new("/cfg_scale", "maximum", "1", "1.5", "1.5 is more than the maximum of 1."), new("/prompt", "required", null, null, "It is required.")] };

        KlingValidationException error = await Assert.ThrowsAsync<KlingValidationException>(() => stage.Client.SubmitAsync(request, Stage.Token));

        Assert.Equal(request.Violations, error.Violations);
        Assert.Contains("/cfg_scale: 1.5 is more than the maximum of 1.", error.Message, StringComparison.Ordinal);
        Assert.Contains("/prompt: It is required.", error.Message, StringComparison.Ordinal);
        Assert.Empty(stage.Server.Requests);
    }

    [Fact]
    public async Task An_invalid_request_is_sent_if_validation_is_off()
    {
        using var stage = new Stage(static options => options.ValidateRequests = false);
        var request = new TestRequest { Violations = [new("/prompt", "required", null, null, "It is required.")] };

        Assert.NotNull(await stage.Client.SubmitAsync(request, Stage.Token));

        _ = Assert.Single(stage.Server.Posts);
    }

    [Fact]
    public async Task A_body_for_a_model_without_a_schema_is_sent_as_it_is()
    {
        using var stage = new Stage();
        using var body = JsonDocument.Parse("""{"timeout":1.50,"prompt":"é"}""");

        KlingJob job = await stage.Client.SubmitAsync("new-model", body.RootElement, Stage.Token);

        Received post = Assert.Single(stage.Server.Posts);
        using var sent = JsonDocument.Parse(post.Body);
        Assert.True(JsonElement.DeepEquals(body.RootElement, sent.RootElement));
        Assert.Null(job.Model);
        Assert.Equal("new-model", job.Slug);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task A_body_that_is_not_an_object_is_refused_before_it_is_sent(string json)
    {
        using var stage = new Stage();
        using var body = JsonDocument.Parse(json);

        _ = await Assert.ThrowsAsync<ArgumentException>(() => stage.Client.SubmitAsync("new-model", body.RootElement, Stage.Token));

        Assert.Empty(stage.Server.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a b")]
    [InlineData("a\nb")]
    public async Task A_slug_that_cannot_be_a_segment_of_a_path_is_refused(string slug)
    {
        using var stage = new Stage();
        using var body = JsonDocument.Parse("{}");

        _ = await Assert.ThrowsAsync<ArgumentException>(() => stage.Client.SubmitAsync(slug, body.RootElement, Stage.Token));

        Assert.Empty(stage.Server.Requests);
    }

    [Fact]
    public async Task A_slug_and_an_id_are_escaped_into_their_paths()
    {
        using var stage = new Stage();
        using var body = JsonDocument.Parse("{}");
        stage.Server.OnSubmit(Step.Json(200, """{"request_id":"../a?b#c","status":"QUEUED"}"""));

        KlingJob job = await stage.Client.SubmitAsync("../v1/x?y", body.RootElement, Stage.Token);
        _ = await job.GetStatusAsync(Stage.Token);

        Assert.Equal(
            ["https://api.segmind.com/v2/..%2Fv1%2Fx%3Fy", "https://api.segmind.com/v2/requests/..%2Fa%3Fb%23c/status"],
            stage.Server.Requests.Select(static request => request.Uri.AbsoluteUri));
    }

    [Theory]
    [InlineData("https://proxy.example/segmind")]
    [InlineData("https://proxy.example/segmind/")]
    public async Task The_path_of_a_base_address_is_kept_in_every_URL(string baseAddress)
    {
        using var stage = new Stage(options => options.BaseAddress = new Uri(baseAddress));

        KlingJob job = await stage.SubmitAsync();
        _ = await job.GetStatusAsync(Stage.Token);
        _ = await job.GetResultAsync(Stage.Token);

        Assert.Equal(
            ["https://proxy.example/segmind/v2/test-model", "https://proxy.example/segmind/v2/requests/req-1/status", "https://proxy.example/segmind/v2/requests/req-1"],
            stage.Server.Requests.Select(static request => request.Uri.AbsoluteUri));
    }

    [Fact]
    public async Task Response_URLs_of_the_configured_origin_are_used()
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Step.Json(200, """
            {"request_id":"req-1","status":"QUEUED","status_url":"https://api.segmind.com/v2/requests/special/status","response_url":"https://api.segmind.com/v2/requests/special"}
            """));

        KlingJob job = await stage.SubmitAsync();
        _ = await job.GetStatusAsync(Stage.Token);
        _ = await job.GetResultAsync(Stage.Token);

        Assert.Equal(["/v2/requests/special/status", "/v2/requests/special"], stage.Server.Gets.Select(static get => get.Uri.AbsolutePath));
        Assert.DoesNotContain("status_url", stage.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/v2/requests/req-1/status")]
    [InlineData("http://api.segmind.com/v2/requests/req-1/status")]
    [InlineData("https://api.segmind.com:444/v2/requests/req-1/status")]
    [InlineData("https://api.segmind.com@evil.example/v2/requests/req-1/status")]
    [InlineData("https://user@api.segmind.com/v2/requests/req-1/status")]
    [InlineData("/v2/requests/req-1/status")]
    [InlineData("nonsense")]
    public async Task A_response_URL_of_another_origin_is_ignored_with_a_warning(string statusUrl)
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Step.Json(200, $$"""{"request_id":"req-1","status":"QUEUED","status_url":"{{statusUrl}}"}"""));

        KlingJob job = await stage.SubmitAsync();
        _ = await job.GetStatusAsync(Stage.Token);

        Assert.Equal("https://api.segmind.com/v2/requests/req-1/status", Assert.Single(stage.Server.Gets).Uri.AbsoluteUri);
        Assert.Contains("status_url", stage.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_callback_of_a_run_gets_the_job_before_the_wait()
    {
        using var stage = new Stage();
        string? id = null;

        KlingResult result = await stage.Client.RunAsync(
            new TestRequest(),
            onSubmitted: job =>
            {
                id = job.RequestId;
                Assert.Empty(stage.Server.Gets);
                return Task.CompletedTask;
            },
            cancellationToken: Stage.Token);

        Assert.Equal("req-1", id);
        Assert.Equal("req-1", result.RequestId);
    }
}
