namespace Kling.Tests;

[Collection(nameof(Listening))]
public sealed class RedactionTests
{
    [Fact]
    public async Task No_span_no_measurement_no_log_line_and_no_error_shows_the_key_the_prompt_or_the_output()
    {
        using var heard = new Listening();
        const string Quoting = $$"""{"error":"bad key {{Stage.Key}}, prompt: a summit","error_description":"{{Stage.Key}}"}""";
        List<string> printed = [];
        List<string> errors = [];
        foreach (int status in (int[])[200, 302, 400, 401, 406, 422, 429, 500, 502])
        {
            using var stage = new Stage();
            stage.Server.OnSubmit(Step.Json(status, Quoting));
            errors.Add((await Record.ExceptionAsync(stage.SubmitAsync))!.ToString());
            errors.Add((await Record.ExceptionAsync(() => stage.Client.Files.UploadAsync(new MemoryStream([0xFF, 0xD8, 0xFF]), cancellationToken: Stage.Token)))!.ToString());
            printed.Add(stage.Log.Text);
        }

        foreach (Step step in (Step[])[Step.Json(401, Quoting), Step.Json(422, $$"""{"status":"FAILED","error":"{{Stage.Key}} a summit"}"""), Step.Json(200, Quoting)])
        {
            using var stage = new Stage();
            KlingJob job = await stage.SubmitAsync(step);
            errors.Add((await Record.ExceptionAsync(() => job.WaitForCompletionAsync(TimeSpan.FromSeconds(5), cancellationToken: Stage.Token)))!.ToString());
            printed.Add($"{stage.Log.Text} {stage.Client} {stage.Client.Files} {job} {job.ToToken()} {new KlingClientOptions { ApiKey = Stage.Key }}");
        }

        using (var stage = new Stage())
        {
            KlingResult result = await stage.Client.RunAsync(new TestRequest(), cancellationToken: Stage.Token);
            await using Stream file = await result.Video!.OpenReadAsync(Stage.Token);
            printed.Add(stage.Log.Text);
        }

        printed.Add(heard.Text);
        Assert.True(heard.Spans.Count > 10, "The spans were not seen.");
        Assert.All(printed.Concat(errors), static text => Assert.DoesNotContain(Stage.Key, text, StringComparison.Ordinal));
        Assert.All(printed, static text => Assert.DoesNotContain("summit", text, StringComparison.Ordinal));
        Assert.All(printed, static text => Assert.DoesNotContain("files.example", text, StringComparison.Ordinal));
    }
}
