namespace Kling.Tests;

public sealed class AccessTests
{
    [Fact]
    public async Task A_valid_key_is_recognized_by_the_response_that_the_job_is_not_found()
    {
        using var stage = new Stage();
        stage.Server.OnStatus(Step.Json(404, """{"error":"Request 00000000-0000-0000-0000-000000000000 not found"}"""));

        await stage.Client.CheckAccessAsync(Stage.Token);

        Received get = Assert.Single(stage.Server.Requests);
        Assert.Equal("https://api.segmind.com/v2/requests/00000000-0000-0000-0000-000000000000/status", get.Uri.AbsoluteUri);
        Assert.Equal((HttpMethod.Get, Stage.Key), (get.Method, get.Headers["x-api-key"]));
    }

    [Theory]
    [InlineData(401, KlingErrorKind.Unauthorized, false)]
    [InlineData(403, KlingErrorKind.Forbidden, false)]
    [InlineData(503, KlingErrorKind.ServiceUnavailable, true)]
    [InlineData(302, KlingErrorKind.Redirected, false)]
    public async Task Any_other_answer_is_an_error_without_the_id_of_a_job(int status, KlingErrorKind kind, bool isRetryable)
    {
        using var stage = new Stage();
        stage.Server.OnStatus(Step.Json(status, """{"error":"no"}"""));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => stage.Client.CheckAccessAsync(Stage.Token));

        Assert.Equal((kind, isRetryable, null), (error.Kind, error.IsRetryable, error.RequestId));
    }

    [Fact]
    public async Task A_missing_response_is_an_error_without_the_id_of_a_job()
    {
        using var stage = new Stage();
        stage.Server.OnStatus(Step.Breaks());

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => stage.Client.CheckAccessAsync(Stage.Token));

        Assert.Equal((KlingErrorKind.ConnectionFailed, true, null), (error.Kind, error.IsRetryable, error.RequestId));
        Assert.DoesNotContain("00000000-", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_404_page_of_another_server_is_not_taken_for_the_API()
    {
        using var stage = new Stage();
        stage.Server.OnStatus(Step.Html(404));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => stage.Client.CheckAccessAsync(Stage.Token));

        Assert.Equal(KlingErrorKind.InvalidResponse, error.Kind);
    }
}
