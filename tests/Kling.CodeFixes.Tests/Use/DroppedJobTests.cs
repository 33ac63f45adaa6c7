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
    [InlineData("async Task<KlingJob> Submit() => await client.SubmitAsync(request); await [|Submit()|]; _ = [|Submit()|];")]
    [InlineData("Task<KlingJob> Submit() { return client.SubmitAsync(request); } await [|Submit()|];")]
    [InlineData("Func<Task<KlingJob>> f = () => client.SubmitAsync(request); await [|f()|];")]
    [InlineData("Func<Task<KlingJob>> f = () => client.SubmitAsync(request); var job = await [|f()|];")]
    [InlineData("AppDomain.CurrentDomain.ProcessExit += (_, _) => [|client.SubmitAsync(request)|];")]
    [InlineData("AppDomain.CurrentDomain.ProcessExit += async (_, _) => { await [|client.SubmitAsync(request)|]; };")]
    [InlineData("await Task.WhenAll([|client.SubmitAsync(request)|], [|client.SubmitAsync(request)|]);")]
    [InlineData("await Task.WhenAll(new[] { [|client.SubmitAsync(request)|] });")]
    [InlineData("await Task.WhenAll(System.Linq.Enumerable.Select(new[] { request }, one => [|client.SubmitAsync(one)|]));")]
    [InlineData("await Task.WhenAll(System.Linq.Enumerable.ToList(System.Linq.Enumerable.Select(new[] { request }, async one => await [|client.SubmitAsync(one)|])));")]
    [InlineData("var tasks = System.Linq.Enumerable.ToArray(System.Linq.Enumerable.Select(new[] { request }, one => client.SubmitAsync(one))); await Task.WhenAll([|tasks|]);")]
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
    [InlineData("Task<KlingJob> task = client.SubmitAsync(request); await [|task|];")]
    [InlineData("Task<KlingJob> day = client.SubmitAsync(request), night = client.SubmitAsync(request); await Task.WhenAll([|day|], [|night|]);")]
    [InlineData("Task<KlingJob> task = client.SubmitAsync(request); Task other = task; await [|other|];")]
    [InlineData("Task task = client.SubmitAsync(request); try { await [|task|]; } finally { Console.WriteLine(); }")]
    [InlineData("List<Task<KlingJob>> tasks = [client.SubmitAsync(request)]; tasks.Add(client.SubmitAsync(request)); await Task.WhenAll([|tasks|]);")]
    [InlineData("var tasks = new List<Task>(); foreach (var one in new[] { request }) { tasks.Add(client.SubmitAsync(one)); } await Task.WhenAll([|tasks|]);")]
    [InlineData("var tasks = new List<Task<KlingJob>> { client.SubmitAsync(request), client.SubmitAsync(request) }; await Task.WhenAll([|tasks|]);")]
    [InlineData("var tasks = new Task<KlingJob>[2]; for (int i = 0; i < 2; i++) { tasks[i] = client.SubmitAsync(request); } await Task.WhenAny([|tasks|]);")]
    [InlineData("var jobs = new List<KlingJob>(); jobs.Add(await [|client.SubmitAsync(request)|]);")]
    [InlineData("var tasks = new List<Task<KlingJob>>(); tasks.Add([|client.SubmitAsync(request)|]);")]
    [InlineData("KlingJob[] jobs = await Task.WhenAll([|client.SubmitAsync(request)|], [|client.SubmitAsync(request)|]);")]
    [InlineData("await [|client.SubmitAsync(request)|].ContinueWith(task => Console.WriteLine(task.Status));")]
    [InlineData("Task Logged() => [|client.SubmitAsync(request)|].ContinueWith(task => Console.WriteLine(task.Exception), TaskContinuationOptions.OnlyOnFaulted); await Logged();")]
    [InlineData("Task Start() => [|client.SubmitAsync(request)|]; await Start();")]
    [InlineData("ValueTask Start() => new([|client.SubmitAsync(request)|]); await Start();")]
    [InlineData("Task<KlingJob> Submit() => client.SubmitAsync(request); await [|Submit()|]; Console.WriteLine((await Submit()).RequestId);")]
    [InlineData("Task<KlingJob> Submit() => client.SubmitAsync(request); await Task.WhenAll([|Submit()|], [|Submit()|]);")]
    [InlineData("Task<KlingJob> Submit(KlingO3Text2VideoRequest one) => client.SubmitAsync(one); await Task.WhenAll([|System.Linq.Enumerable.Select(new[] { request }, Submit)|]);")]
    [InlineData("Parallel.Invoke(() => [|client.SubmitAsync(request)|], () => Console.WriteLine());")]
    [InlineData("using var timer = new System.Threading.Timer(_ => [|client.SubmitAsync(request)|]);")]
    [InlineData("using var stop = new System.Threading.CancellationTokenSource(); stop.Token.Register(() => [|client.SubmitAsync(request)|]);")]
    [InlineData("await System.Threading.Tasks.Parallel.ForAsync(0, 3, async (_, stop) => await [|client.SubmitAsync(request, stop)|]);")]
    [InlineData("var _ = await [|client.SubmitAsync(request)|];")]
    [InlineData("try { await [|client.SubmitAsync(request)|]; } catch (Exception e) { Console.WriteLine(e.Message); }")]
    [InlineData("try { await [|client.SubmitAsync(request)|]; } finally { Console.WriteLine(); }")]
    [InlineData("try { foreach (var one in new[] { request }) { await [|client.SubmitAsync(one)|]; } } catch (KlingException) { }")]
    [InlineData("foreach (var one in new[] { request }) { try { await [|client.SubmitAsync(one)|]; } catch (KlingException e) { Console.WriteLine(e.Message); } }")]
    [InlineData("for (int i = 0; i < 3; i++) { try { await [|client.SubmitAsync(request)|]; break; } catch (KlingApiException e) when (e.IsRetryable) { await Task.Delay(1000); } }")]
    [InlineData("try { await [|client.SubmitAsync(request)|]; Console.WriteLine(1); } catch (KlingValidationException e) { Console.WriteLine(e.Message); }")]
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
    [InlineData("Func<Task<KlingJob>> f = () => client.SubmitAsync(request); Console.WriteLine((await f()).RequestId);")]
    [InlineData("return await client.SubmitAsync(request);")]
    [InlineData("return client.SubmitAsync(request);")]
    [InlineData("_ = await (await client.SubmitAsync(request)).WaitForCompletionAsync();")]
    [InlineData("Console.WriteLine((await client.SubmitAsync(request)).RequestId);")]
    [InlineData("List<Task<KlingJob>> tasks = [client.SubmitAsync(request)]; tasks.Add(client.SubmitAsync(request)); Console.WriteLine((await Task.WhenAll(tasks)).Length);")]
    [InlineData("List<Task<KlingJob>> tasks = [client.SubmitAsync(request)]; await Task.WhenAll(tasks); foreach (var task in tasks) { Console.WriteLine(task.Result.RequestId); }")]
    [InlineData("var tasks = new List<Task<KlingJob>>(); tasks.Add(client.SubmitAsync(request)); return tasks;")]
    [InlineData("var tasks = new Task<KlingJob>[1]; tasks[0] = client.SubmitAsync(request); await Task.WhenAll(tasks); Console.WriteLine(tasks[0].Result.RequestId);")]
    [InlineData("var jobs = new Dictionary<string, KlingJob>(); jobs.Add(\"a\", await client.SubmitAsync(request)); Console.WriteLine(jobs[\"a\"].RequestId);")]
    [InlineData("void Keep(List<Task<KlingJob>> tasks) { tasks.Add(client.SubmitAsync(request)); } Keep([]);")]
    [InlineData("Console.WriteLine(await client.SubmitAsync(request).ContinueWith(task => task.Result.RequestId));")]
    [InlineData("await client.SubmitAsync(request).ContinueWith(task => Console.WriteLine(task.IsFaulted ? \"\" : task.Result.RequestId));")]
    [InlineData("Task<KlingJob> task = client.SubmitAsync(request); _ = task.ContinueWith(failed => Console.WriteLine(failed.Exception)); return await task;")]
    [InlineData("Task<KlingJob> Start() => client.SubmitAsync(request); return Start();")]
    [InlineData("Task<KlingJob> Submit(KlingO3Text2VideoRequest one) => client.SubmitAsync(one); return await Task.WhenAll(System.Linq.Enumerable.Select(new[] { request }, Submit));")]
    [InlineData("var first = client.SubmitAsync(request); var second = client.SubmitAsync(request); await Task.WhenAll(first, second); return (first.Result, await second);")]
    [InlineData("KlingJob? last = null; foreach (var one in new[] { request }) { last = await client.SubmitAsync(one); } return last;")]
    [InlineData("Func<KlingO3Text2VideoRequest, Task<KlingJob>> submit = one => client.SubmitAsync(one); return submit;")]
    [InlineData("System.Collections.Concurrent.ConcurrentDictionary<string, Task<KlingJob>> all = new(); return await all.GetOrAdd(\"a\", _ => client.SubmitAsync(request));")]
    [InlineData("job0 = await client.SubmitAsync(request);")]
    [InlineData("await job0.GetStatusAsync();")]
    [InlineData("await new Other().SubmitAsync(request);")]
    public Task A_job_that_is_kept_or_used_is_not_reported(string statements) => FixTest.AssertReportsAsync("KLING201", InMethod(statements));

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
    public Task A_submit_in_an_assertion_or_whose_callback_receives_the_job_is_not_reported(string statements) => FixTest.AssertReportsAsync("KLING201", InMethod(statements) + """


        internal static class Assert
        {
            public static Task ThrowsAsync<T>(Func<Task> act) => act();

            public static void Throws<T>(Action act) => act();
        }
        """);

    [Fact]
    public Task A_submit_in_a_test_class_is_not_reported() => FixTest.AssertReportsAsync("KLING201", """
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
    public Task A_submit_in_a_type_that_is_named_as_tests_or_is_in_one_is_not_reported() => FixTest.AssertReportsAsync("KLING201", """
        using System.Threading.Tasks;
        using Kling;

        public sealed class ClientTests
        {
            public async Task Sends_once(KlingClient client) => await client.SubmitAsync("kling-next", default);

            private sealed class Caller(KlingClient client)
            {
                public async Task Call() => await client.SubmitAsync("kling-next", default);
            }
        }

        public sealed class Contest
        {
            public async Task Enter(KlingClient client) => await [|client.SubmitAsync("kling-next", default)|];
        }
        """);

    [Fact]
    public Task A_job_that_a_method_returns_is_reported_where_a_caller_in_the_same_type_drops_it() => FixTest.AssertReportsAsync("KLING201", """
        using System;
        using System.Threading.Tasks;
        using Kling;

        public sealed class Studio(KlingClient client)
        {
            private KlingJob? _last;

            public async Task Film(IKlingRequest request)
            {
                await [|SendAsync(request)|];
                await [|this.SendAsync(request)|].ConfigureAwait(false);
                _ = [|AwaitedAsync(request)|];
                await KeptAsync(request);
                Console.WriteLine((await SendAsync(request)).RequestId);
            }

            private Task<KlingJob> SendAsync(IKlingRequest request) => client.SubmitAsync(request);

            private async Task<KlingJob> AwaitedAsync(IKlingRequest request)
            {
                KlingJob job = await client.SubmitAsync(request);
                return job;
            }

            private async Task<KlingJob> KeptAsync(IKlingRequest request) => _last = await client.SubmitAsync(request);

            public string? Last => _last?.RequestId;
        }
        """);

    [Fact]
    public Task Generated_code_is_not_analyzed() =>
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
