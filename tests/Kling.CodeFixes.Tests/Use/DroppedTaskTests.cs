namespace Kling.CodeFixes.Tests.Use;

public sealed class DroppedTaskTests
{
    [Theory]
    [InlineData("Action a = () => [|client.RunAsync(request)|]; a();")]
    [InlineData("void Start() { [|client.RunAsync(request)|]; } Start();")]
    [InlineData("void Start() => [|job0.WaitForCompletionAsync()|]; Start();")]
    [InlineData("void Start() { [|job0.GetStatusAsync()|].ConfigureAwait(false); } Start();")]
    [InlineData("void Start(KlingMedia video) { [|video.SaveAsync(\"a.mp4\")|]; } Start(null!);")]
    [InlineData("void Start() { [|client.Files.UploadAsync(\"a.png\")|]; } Start();")]
    [InlineData("void Start() { Task.WhenAll([|client.RunAsync(request)|], [|client.RunAsync(request)|]); } Start();")]
    [InlineData("_ = [|client.RunAsync(request)|];")]
    [InlineData("_ = Task.Run(() => [|client.RunAsync(request)|]);")]
    [InlineData("var task = [|client.RunAsync(request)|];")]
    [InlineData("var task = [|job0.WaitForCompletionAsync()|];")]
    public Task A_task_that_nobody_awaits_is_reported(string statements) => FixTest.AssertReportsAsync("KLING204", FixTest.InMethod(statements));

    [Theory]
    [InlineData("#pragma warning disable CS4014\nclient.RunAsync(request);\n#pragma warning restore CS4014")]
    [InlineData("_ = client.RunAsync(request, job => Console.WriteLine(job.ToToken()));")]
    [InlineData("_ = job0.WaitForCompletionAsync();")]
    [InlineData("KlingMedia video = null!; _ = video.SaveAsync(\"a.mp4\");")]
    [InlineData("Task Start() => job0.GetStatusAsync(); await Start();")]
    [InlineData("var task = client.RunAsync(request); Console.WriteLine(await task);")]
    [InlineData("var task = client.RunAsync(request); await Task.WhenAll(task); Console.WriteLine(task.Result);")]
    [InlineData("var tasks = new List<Task> { client.RunAsync(request) }; await Task.WhenAll(tasks);")]
    [InlineData("_ = client.Files;")]
    public Task One_that_is_awaited_kept_or_left_on_purpose_is_not(string statements) => FixTest.AssertReportsAsync("KLING204", FixTest.InMethod(statements));

    [Theory]
    [InlineData("[|client.RunManyAsync(new[] { request })|];")]
    [InlineData("_ = [|client.RunManyAsync(new[] { request })|];")]
    [InlineData("var run = [|client.RunManyAsync(new[] { request })|];")]
    [InlineData("[|job0.WatchAsync()|];")]
    [InlineData("Action watch = () => [|job0.WatchAsync()|]; watch();")]
    public Task A_sequence_that_nobody_enumerates_is_reported(string statements) => FixTest.AssertReportsAsync("KLING205", FixTest.InMethod(statements));

    [Theory]
    [InlineData("await foreach (var outcome in client.RunManyAsync(new[] { request })) { Console.WriteLine(outcome.Kind); }")]
    [InlineData("var run = client.RunManyAsync(new[] { request }); await foreach (var outcome in run) { }")]
    [InlineData("var run = client.RunManyAsync(new[] { request }); Console.WriteLine(run.Spent);")]
    [InlineData("await foreach (var change in job0.WatchAsync().ConfigureAwait(false)) { }")]
    [InlineData("await using var changes = job0.WatchAsync().GetAsyncEnumerator(); await changes.MoveNextAsync();")]
    [InlineData("return client.RunManyAsync(new[] { request });")]
    public Task One_that_is_enumerated_or_passed_on_is_not(string statements) => FixTest.AssertReportsAsync("KLING205", FixTest.InMethod(statements));

    [Theory]
    [InlineData("await [|client.RunAsync(request)|];")]
    [InlineData("await [|client.RunAsync(request)|].ConfigureAwait(false);")]
    [InlineData("await [|job0.WaitForCompletionAsync()|];")]
    [InlineData("await Task.WhenAll([|client.RunAsync(request)|], [|job0.WaitForCompletionAsync()|]);")]
    public Task A_result_that_nobody_looks_at_is_a_suggestion(string statements) => FixTest.AssertReportsAsync("KLING206", FixTest.InMethod(statements));

    [Theory]
    [InlineData("_ = await client.RunAsync(request);")]
    [InlineData("Console.WriteLine((await client.RunAsync(request)).Video);")]
    [InlineData("await client.RunAsync(request, onSubmitted: job => Console.WriteLine(job.RequestId));")]
    [InlineData("await job0.WaitForCompletionAsync(); Console.WriteLine(await job0.GetResultAsync());")]
    [InlineData("try { await client.RunAsync(request); } catch (KlingException e) { Console.WriteLine(e.Message); }")]
    [InlineData("await job0.GetStatusAsync();")]
    [InlineData("await client.CheckAccessAsync();")]
    public Task One_that_is_used_or_dropped_on_purpose_is_not(string statements) => FixTest.AssertReportsAsync("KLING206", FixTest.InMethod(statements));
}
