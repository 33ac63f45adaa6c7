using Microsoft.Extensions.Logging;

namespace Kling.Tests;

public sealed class LogTests
{
    [Fact]
    public async Task A_job_logs_each_step_and_no_content()
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Step.Json(429, "{}", ("Retry-After", "2")), Step.Json(200, ScriptedServer.Accepted));
        stage.Server.OnResult(Step.Json(200, """{"status":"COMPLETED","output":"https://files.example/out.mp4","metrics":{"cost":1.5}}"""));
        KlingJob job = await stage.SubmitAsync(Step.Html(502), Step.Json(200, """{"status":"PROCESSING"}"""), Step.Json(200, """{"status":"COMPLETED"}"""));

        _ = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Collection(
            stage.Log.Lines,
            static line => Expect(line, LogLevel.Warning, "The submit of test-model failed (RateLimited); retrying in 2 s"),
            static line => Expect(line, LogLevel.Information, "Submitted test-model: job req-1"),
            static line => Expect(line, LogLevel.Warning, "A poll of job req-1 failed (BadGateway); the wait continues"),
            static line => Expect(line, LogLevel.Information, "Job req-1 changed from Queued to Processing after 2.5 s"),
            static line => Expect(line, LogLevel.Information, "Job req-1 changed from Processing to Completed after 4.8 s"),
            static line => Expect(line, LogLevel.Information, "Job req-1 finished after 4.8 s; cost in credits: 1.5"));
        Assert.DoesNotContain("summit", stage.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("files.example", stage.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_submit_whose_outcome_is_unknown_is_logged_as_an_error()
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Step.Breaks());

        _ = await Assert.ThrowsAsync<KlingSubmitUnconfirmedException>(stage.SubmitAsync);

        Expect(Assert.Single(stage.Log.Lines), LogLevel.Error, "It is unknown whether the server accepted the submit of test-model");
    }

    private static void Expect((LogLevel Level, string Text) line, LogLevel level, string begin)
    {
        Assert.Equal(level, line.Level);
        Assert.StartsWith(begin, line.Text, StringComparison.Ordinal);
    }
}
