namespace Kling.CodeFixes.Tests.Use;

public sealed class DroppedJobTests
{
    [Theory]
    [InlineData("await [|client.SubmitAsync(request)|];")]
    [InlineData("await [|client.SubmitAsync(request)|].ConfigureAwait(false);")]
    [InlineData("await ([|client.SubmitAsync(request)|]);")]
    [InlineData("[|client.SubmitAsync(request)|];")]
    [InlineData("_ = [|client.SubmitAsync(request)|];")]
    [InlineData("_ = await [|client.SubmitAsync(request)|];")]
    [InlineData("client?[|.SubmitAsync(request)|];")]
    [InlineData("if (DateTime.Now.Year > 2000) await [|client.SubmitAsync(request)|];")]
    [InlineData("foreach (var one in new[] { request }) { await [|client.SubmitAsync(one)|]; }")]
    [InlineData("Func<Task> f = async () => await [|client.SubmitAsync(request)|]; await f();")]
    [InlineData("Action a = () => [|client.SubmitAsync(request)|]; a();")]
    [InlineData("Action a = () => [|client.SubmitAsync(request)|]; a.Invoke();")]
    [InlineData("async Task Submit() => await [|client.SubmitAsync(request)|]; await Submit();")]
    [InlineData("async Task<KlingJob> Submit() => await [|client.SubmitAsync(request)|]; await Submit(); _ = Submit();")]
    [InlineData("Task<KlingJob> Submit() { return [|client.SubmitAsync(request)|]; } await Submit();")]
    [InlineData("Func<Task<KlingJob>> f = () => [|client.SubmitAsync(request)|]; await f();")]
    [InlineData("Func<Task<KlingJob>> f = () => [|client.SubmitAsync(request)|]; var job = await f();")]
    [InlineData("AppDomain.CurrentDomain.ProcessExit += (_, _) => [|client.SubmitAsync(request)|];")]
    [InlineData("AppDomain.CurrentDomain.ProcessExit += async (_, _) => { await [|client.SubmitAsync(request)|]; };")]
    [InlineData("await Task.WhenAll([|client.SubmitAsync(request)|], [|client.SubmitAsync(request)|]);")]
    [InlineData("await Task.WhenAll(new[] { [|client.SubmitAsync(request)|] });")]
    [InlineData("await Task.WhenAll(System.Linq.Enumerable.Select(new[] { request }, one => [|client.SubmitAsync(one)|]));")]
    [InlineData("await Task.WhenAll(System.Linq.Enumerable.ToList(System.Linq.Enumerable.Select(new[] { request }, async one => await [|client.SubmitAsync(one)|])));")]
    [InlineData("var tasks = System.Linq.Enumerable.ToArray(System.Linq.Enumerable.Select(new[] { request }, one => [|client.SubmitAsync(one)|])); await Task.WhenAll(tasks);")]
    [InlineData("await Task.WhenAny([|client.SubmitAsync(request)|], Task.Delay(5));")]
    [InlineData("_ = Task.Run(() => [|client.SubmitAsync(request)|]);")]
    [InlineData("await Task.Run(() => [|client.SubmitAsync(request)|]);")]
    [InlineData("await Task.Run(async () => await [|client.SubmitAsync(request)|]);")]
    [InlineData("await Task.Run(async () => { await [|client.SubmitAsync(request)|]; });")]
    [InlineData("await Parallel.ForEachAsync(new[] { request }, async (one, stop) => await [|client.SubmitAsync(one, stop)|]);")]
    [InlineData("new List<KlingO3Text2VideoRequest>().ForEach(one => [|client.SubmitAsync(one)|]);")]
    [InlineData("await [|client.SubmitAsync(request)|].WaitAsync(TimeSpan.FromSeconds(5));")]
    [InlineData("await [|client.SubmitAsync(request)|].ContinueWith(_ => Console.WriteLine(\"submitted\"));")]
    [InlineData("_ = DateTime.Now.Year > 2000 ? await [|client.SubmitAsync(request)|] : null;")]
    [InlineData("await (DateTime.Now.Year > 2000 ? [|client.SubmitAsync(request)|] : [|client.SubmitAsync(request)|]);")]
    [InlineData("await (DateTime.Now.Year switch { 2000 => [|client.SubmitAsync(request)|], _ => Task.FromResult(job0) });")]
    [InlineData("_ = job0 ?? await [|client.SubmitAsync(request)|];")]
    [InlineData("var job = await [|client.SubmitAsync(request)|];")]
    [InlineData("KlingJob job; job = await [|client.SubmitAsync(request)|];")]
    [InlineData("KlingJob? job = null; if (job0 is null) { job = await [|client.SubmitAsync(request)|]; }")]
    [InlineData("var task = [|client.SubmitAsync(request)|];")]
    [InlineData("Task<KlingJob> task = [|client.SubmitAsync(request)|]; await task;")]
    [InlineData("try { await [|client.SubmitAsync(request)|]; } catch (Exception e) { Console.WriteLine(e.Message); }")]
    [InlineData("try { await [|client.SubmitAsync(request)|]; } finally { Console.WriteLine(); }")]
    [InlineData("try { foreach (var one in new[] { request }) { await [|client.SubmitAsync(one)|]; } } catch (KlingException) { }")]
    [InlineData("await [|client.SubmitAsync(\"kling-next\", System.Text.Json.JsonDocument.Parse(\"{}\").RootElement)|];")]
    [InlineData("await [|new Derived().SubmitAsync(request)|];")]
    public Task A_dropped_job_is_reported(string statements) => FixTest.AssertReportsAsync("KLING201", InMethod(statements));

    [Theory]
    [InlineData("var job = await client.SubmitAsync(request); Console.WriteLine(job.RequestId);")]
    [InlineData("Task<KlingJob> task = client.SubmitAsync(request); await task; Console.WriteLine(task.Result.RequestId);")]
    [InlineData("KlingJob job; job = await client.SubmitAsync(request); Console.WriteLine(job.ToToken());")]
    [InlineData("var jobs = await Task.WhenAll(client.SubmitAsync(request), client.SubmitAsync(request)); Console.WriteLine(jobs.Length);")]
    [InlineData("var task = client.SubmitAsync(request); if (await Task.WhenAny(task, Task.Delay(5)) == task) Console.WriteLine();")]
    [InlineData("var job = await Task.Run(() => client.SubmitAsync(request)); Console.WriteLine(job.RequestId);")]
    [InlineData("return job0 ?? await client.SubmitAsync(request);")]
    [InlineData("Task<KlingJob> Submit() => client.SubmitAsync(request); await Submit(); Console.WriteLine((await Submit()).RequestId);")]
    [InlineData("Func<Task<KlingJob>> f = () => client.SubmitAsync(request); Console.WriteLine((await f()).RequestId);")]
    [InlineData("return await client.SubmitAsync(request);")]
    [InlineData("return client.SubmitAsync(request);")]
    [InlineData("_ = await (await client.SubmitAsync(request)).WaitForCompletionAsync();")]
    [InlineData("Console.WriteLine((await client.SubmitAsync(request)).RequestId);")]
    [InlineData("List<Task<KlingJob>> tasks = [client.SubmitAsync(request)]; tasks.Add(client.SubmitAsync(request)); await Task.WhenAll(tasks);")]
    [InlineData("await client.SubmitAsync(request).ContinueWith(task => Console.WriteLine(task.Status));")]
    [InlineData("job0 = await client.SubmitAsync(request);")]
    [InlineData("await job0.GetStatusAsync();")]
    [InlineData("await new Other().SubmitAsync(request);")]
    public Task A_job_that_is_kept_or_used_is_not(string statements) => FixTest.AssertReportsAsync("KLING201", InMethod(statements));

    [Theory]
    [InlineData("await Assert.ThrowsAsync<KlingException>(async () => await client.SubmitAsync(request));")]
    [InlineData("await Assert.ThrowsAsync<KlingException>(async () => { await client.SubmitAsync(request); });")]
    [InlineData("Assert.Throws<ArgumentNullException>(() => { client.SubmitAsync(null!); });")]
    [InlineData("Func<Task> act = async () => await client.SubmitAsync(request);")]
    [InlineData("Func<Task> act = async () => await client.SubmitAsync(request); await Assert.ThrowsAsync<KlingException>(act);")]
    [InlineData("Func<Task> act = async () => { await client.SubmitAsync(request); }; await Assert.ThrowsAsync<KlingException>(() => act());")]
    [InlineData("async Task Act() => await client.SubmitAsync(request); await Assert.ThrowsAsync<KlingException>(Act);")]
    [InlineData("async Task Act() { await client.SubmitAsync(request); } await Assert.ThrowsAsync<KlingException>(async () => await Act());")]
    [InlineData("await Unknown(async () => await client.SubmitAsync(request));\nstatic Task Unknown(Func<Task> action) => action();")]
    [InlineData("try { await client.SubmitAsync(request); } catch (KlingValidationException e) { Console.WriteLine(e.Message); }")]
    [InlineData("try { await client.SubmitAsync(request); throw new InvalidOperationException(); } catch (Exception e) { Console.WriteLine(e.Message); }")]
    [InlineData("Exception? caught = null; try { await client.SubmitAsync(request); } catch (Exception e) { caught = e; } Console.WriteLine(caught);")]
    [InlineData("try { _ = await client.SubmitAsync(request); } catch (Exception e) when (e is KlingException) { }")]
    [InlineData("await Received(client).SubmitAsync(request);\nstatic KlingClient Received(KlingClient substitute) => substitute;")]
    [InlineData("using var own = new KlingClient(new KlingClientOptions { OnSubmitted = (_, job) => { Console.WriteLine(job.ToToken()); return Task.CompletedTask; } }); await own.SubmitAsync(request);")]
    public Task A_submit_whose_error_is_the_point_or_whose_job_goes_elsewhere_is_not(string statements) => FixTest.AssertReportsAsync("KLING201", InMethod(statements) + """


        internal static class Assert
        {
            public static Task ThrowsAsync<T>(Func<Task> act) => act();

            public static void Throws<T>(Action act) => act();
        }
        """);

    [Fact]
    public Task A_submit_in_a_class_of_tests_is_not() => FixTest.AssertReportsAsync("KLING201", """
        using System.Threading.Tasks;
        using Kling;

        public sealed class FactAttribute : System.Attribute;

        public sealed class MyTests
        {
            [Fact]
            public async Task Sends_once() => await Submit(new KlingClient());

            private static async Task Submit(KlingClient client) => await client.SubmitAsync("x", default);
        }
        """);

    [Fact]
    public Task Code_that_is_marked_as_generated_is_left_alone() =>
        FixTest.AssertReportsAsync("KLING201", "// <auto-generated/>\n#nullable enable\n" + InMethod("await client.SubmitAsync(request);"));

    private static string InMethod(string statements) => FixTest.InMethod(statements) + """


        internal sealed class Derived : KlingClient
        {
            public override Task<KlingJob> SubmitAsync(IKlingRequest request, System.Threading.CancellationToken cancellationToken = default) =>
                base.SubmitAsync(request, cancellationToken);
        }

        internal sealed class Other
        {
            public Task<int> SubmitAsync(IKlingRequest request) => Task.FromResult(1);
        }
        """;
}
