namespace Kling.Tests;

/// <summary>Responses that are meant for another job, as a cache or a gateway that mixes up two requests gives them.</summary>
public sealed class OtherJobTests
{
    public static TheoryData<int, string> Others => new()
    {
        { 200, """{"request_id":"req-2","status":"QUEUED"}""" },
        { 200, """{"request_id":"req-2","status":"COMPLETED","output":"https://files.example/other.mp4"}""" },
        { 200, """{"request_id":"REQ-1","status":"COMPLETED","output":"https://files.example/other.mp4"}""" },
        { 422, """{"request_id":"req-2","status":"FAILED","error":"blocked"}""" },
        { 200, """{"request_id":"req-2","status":"CANCELLED"}""" },
        { 404, """{"request_id":"req-2","error":"Request req-2 not found"}""" },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public async Task A_status_of_another_job_is_ignored(int status, string json)
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync([.. Enumerable.Repeat(Step.Json(status, json), 4), Step.Json(200, """{"request_id":"req-1","status":"COMPLETED"}""")]);

        KlingResult result = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Equal("https://files.example/out.mp4", result.Output);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task A_result_of_another_job_is_ignored(int status, string json)
    {
        using var stage = new Stage();
        stage.Server.OnResult([.. Enumerable.Repeat(Step.Json(status, json), 4), Step.Json(200, ScriptedServer.Completed)]);
        KlingJob job = await stage.SubmitAsync();

        KlingResult result = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Equal("https://files.example/out.mp4", result.Output);
    }

    [Fact]
    public async Task A_single_status_response_about_another_job_is_an_error_that_says_so()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Step.Json(422, """{"request_id":"req-2","status":"FAILED"}"""));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => job.GetStatusAsync(Stage.Token));

        Assert.True(error.IsRetryable);
        Assert.Equal("req-1", error.RequestId);
        Assert.Contains("about another job", error.Message, StringComparison.Ordinal);
        Assert.NotEqual(KlingJobStatus.Failed, job.Status);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("{}")]
    public async Task An_id_in_the_response_that_is_not_a_string_is_ignored(string id)
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Step.Json(200, $$"""{"request_id":{{id}},"status":"COMPLETED"}"""));

        KlingResult result = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Equal("https://files.example/out.mp4", result.Output);
        Assert.Equal(2, stage.Server.Gets.Count());
    }
}
