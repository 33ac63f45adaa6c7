namespace Kling.CodeFixes.Tests.Use;

public sealed class SynchronousWaitTests
{
    [Theory]
    [InlineData("var result = [|job0.WaitForCompletionAsync().Result|];")]
    [InlineData("[|job0.WaitForCompletionAsync().Wait()|];")]
    [InlineData("[|job0.WaitForCompletionAsync().Wait(TimeSpan.FromMinutes(5))|];")]
    [InlineData("var result = [|job0.WaitForCompletionAsync().GetAwaiter().GetResult()|];")]
    [InlineData("var result = [|job0.GetResultAsync().ConfigureAwait(false).GetAwaiter().GetResult()|];")]
    [InlineData("var result = [|client.RunAsync(request).Result|];")]
    [InlineData("var job = [|client.SubmitAsync(request).Result|];")]
    [InlineData("var id = [|(client.SubmitAsync(request)).Result|].Id;")]
    [InlineData("[|Task.WaitAll(client.SubmitAsync(request), job0.WaitForCompletionAsync())|];")]
    [InlineData("[|Task.WaitAll(new Task[] { Task.Delay(1), job0.WaitForCompletionAsync() }, 1000)|];")]
    [InlineData("int first = [|Task.WaitAny([Task.Delay(1), (job0.WaitForCompletionAsync())])|];")]
    [InlineData("[|Task.WaitAll(System.Linq.Enumerable.ToArray(System.Linq.Enumerable.Select([request], one => client.RunAsync(one))))|];")]
    [InlineData("client?[|.RunAsync(request).Wait()|];")]
    public Task A_synchronous_wait_is_reported(string statements) => FixTest.AssertReportsAsync("KLING203", FixTest.InMethod(statements));

    [Theory]
    [InlineData("var result = await job0.WaitForCompletionAsync();")]
    [InlineData("var task = job0.WaitForCompletionAsync(); await task; var result = task.Result;")]
    [InlineData("var status = job0.Status;")]
    [InlineData("var text = Task.FromResult(\"a\").Result;")]
    [InlineData("var text = (await job0.WaitForCompletionAsync()).ToString();")]
    [InlineData("await Task.WhenAll(client.SubmitAsync(request), job0.WaitForCompletionAsync());")]
    [InlineData("Task[] tasks = [client.SubmitAsync(request)]; await Task.WhenAll(tasks); Task.WaitAll(tasks);")]
    [InlineData("Task.WaitAll(Task.Delay(1)); await job0.WaitForCompletionAsync();")]
    [InlineData("Task.WaitAll(Task.Delay(1).ContinueWith(_ => { _ = job0.WaitForCompletionAsync(); }));")]
    public Task An_awaited_one_is_not(string statements) => FixTest.AssertReportsAsync("KLING203", FixTest.InMethod(statements));
}
