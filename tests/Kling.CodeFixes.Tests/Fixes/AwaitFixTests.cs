namespace Kling.CodeFixes.Tests.Fixes;

public sealed class AwaitFixTests
{
    [Theory]
    [InlineData("var result = client.RunAsync(request).Result;", "var result = await client.RunAsync(request);")]
    [InlineData("var id = client.SubmitAsync(request).Result.RequestId;", "var id = (await client.SubmitAsync(request)).RequestId;")]
    [InlineData("var id = (client.SubmitAsync(request)).Result!.RequestId;", "var id = (await client.SubmitAsync(request))!.RequestId;")]
    [InlineData("job0.WaitForCompletionAsync().Wait(); // long", "await job0.WaitForCompletionAsync(); // long")]
    [InlineData("var result = job0.GetResultAsync().GetAwaiter().GetResult();", "var result = await job0.GetResultAsync();")]
    [InlineData("var result = job0.GetResultAsync().ConfigureAwait(false).GetAwaiter().GetResult();", "var result = await job0.GetResultAsync().ConfigureAwait(false);")]
    [InlineData(
        "Task.WaitAll(job0.WaitForCompletionAsync(), client.RunAsync(request));",
        "await Task.WhenAll(job0.WaitForCompletionAsync(), client.RunAsync(request));")]
    [InlineData("var result = client.RunAsync(request) // long\n    .Result; // done", "var result = await client.RunAsync(request) /* long */; // done")]
    [InlineData("Task.WaitAll(\n    job0.WaitForCompletionAsync(), // one\n    client.RunAsync(request));", "await Task.WhenAll(\n    job0.WaitForCompletionAsync(), // one\n    client.RunAsync(request));")]
    [InlineData("Task.WaitAll([job0.WaitForCompletionAsync()]);", "await Task.WhenAll([job0.WaitForCompletionAsync()]);")]
    [InlineData(
        "var one = client.RunAsync(request).Result;\nvar two = client.RunAsync(request).Result;",
        "var one = await client.RunAsync(request);\nvar two = await client.RunAsync(request);")]
    [InlineData(
        "Func<Task<KlingResult>> run = async () => client.RunAsync(request).Result; await run();",
        "Func<Task<KlingResult>> run = async () => await client.RunAsync(request); await run();")]
    public Task A_synchronous_wait_becomes_await(string before, string after) =>
        FixTest.AssertFixesAsync(new AwaitFix(), "Use 'await'", FixTest.InMethod(before), FixTest.InMethod(after));

    [Theory]
    [InlineData("Func<KlingResult> run = () => client.RunAsync(request).Result;")]
    [InlineData("KlingResult Run() => client.RunAsync(request).Result; Run();")]
    [InlineData("lock (request) { client.RunAsync(request).Wait(); }")]
    [InlineData("job0.WaitForCompletionAsync().Wait(TimeSpan.FromMinutes(5));")]
    [InlineData("Task.WaitAll([job0.WaitForCompletionAsync()], 1000);")]
    [InlineData("int first = Task.WaitAny(job0.WaitForCompletionAsync());")]
    [InlineData("client?.RunAsync(request).Wait();")]
    public Task No_fix_is_offered_if_await_is_not_allowed_or_would_await_another_task(string statements) =>
        FixTest.AssertNotFixedAsync(new AwaitFix(), FixTest.InMethod(statements));
}
