namespace Kling.CodeFixes.Tests.Use;

public sealed class ClientLifetimeTests
{
    private const string Web = """


        namespace Microsoft.AspNetCore.Builder
        {
            internal static class Routes
            {
                public static void MapPost(this object app, string pattern, System.Delegate handler) => System.Console.WriteLine(pattern + handler + app);

                public static void Use(this object app, System.Func<Microsoft.AspNetCore.Http.HttpContext, System.Func<Task>, Task> handler) => System.Console.WriteLine(app);
            }
        }

        namespace Microsoft.AspNetCore.Http
        {
            internal sealed class HttpContext;
        }

        namespace Microsoft.AspNetCore.Mvc
        {
            internal abstract class ControllerBase;

            internal sealed class ApiControllerAttribute : System.Attribute;
        }
        """;

    [Theory]
    [InlineData("foreach (var one in new[] { request }) { using var own = [|new KlingClient()|]; Console.WriteLine(await own.RunAsync(one)); }")]
    [InlineData("for (int i = 0; i < 3; i++) { var own = [|new KlingClient(new KlingClientOptions())|]; Console.WriteLine(await own.RunAsync(request)); }")]
    [InlineData("while (DateTime.Now.Year > 2000) { Console.WriteLine(await [|new KlingClient()|].RunAsync(request)); }")]
    [InlineData("Microsoft.AspNetCore.Builder.Routes.MapPost(client, \"/\", async () => { using var own = [|new KlingClient()|]; return await own.RunAsync(request); });")]
    [InlineData("foreach (var one in new[] { request }) { using (var own = [|new KlingClient()|]) { Console.WriteLine(own.ToString() + await Film(own, one)); } }\nstatic Task<KlingResult> Film(KlingClient own, IKlingRequest one) => own.RunAsync(one);")]
    [InlineData("foreach (var one in new[] { request }) { using (KlingClient own = [|new()|]) { Console.WriteLine(await own.RunAsync(one)); } }")]
    [InlineData("var options = new KlingClientOptions(); foreach (var one in new[] { request }) { using var own = [|new KlingClient(options)|]; Console.WriteLine(await own.RunAsync(one)); }")]
    [InlineData("foreach (var one in new[] { request }) { using var own = [|new KlingClient(Environment.GetEnvironmentVariable(\"KEY\")!)|]; Console.WriteLine(await own.RunAsync(one)); }")]
    [InlineData("foreach (var one in new[] { request }) { switch (one.ToJson().Length) { case 1: break; default: using (var own = [|new KlingClient()|]) { Console.WriteLine(await own.RunAsync(one)); } break; } }")]
    [InlineData("foreach (var one in new[] { request }) { Console.WriteLine(await [|new KlingClient()|].Files.UploadAsync(one.ToJson())); }")]
    [InlineData("Console.WriteLine(await Task.WhenAll(System.Linq.Enumerable.Select(new[] { request }, one => [|new KlingClient()|].RunAsync(one))));")]
    [InlineData("await Parallel.ForEachAsync(new[] { request }, async (one, stop) => { using var own = [|new KlingClient()|]; Console.WriteLine(await own.RunAsync(one)); });")]
    [InlineData("new List<IKlingRequest>().ForEach(one => { using var own = [|new KlingClient()|]; Console.WriteLine(own.RunManyAsync([one]).Spent); });")]
    [InlineData("foreach (var one in new[] { request }) { await Task.Run(async () => { using var own = [|new KlingClient()|]; Console.WriteLine(await own.RunAsync(one)); }); }")]
    [InlineData("async Task Film(IKlingRequest one) { using var own = [|new KlingClient()|]; Console.WriteLine(await own.RunAsync(one)); } foreach (var one in new[] { request }) { await Film(one); }")]
    [InlineData("Microsoft.AspNetCore.Builder.Routes.Use(client, async (context, next) => { using var own = [|new KlingClient()|]; Console.WriteLine(await own.RunAsync(request)); await next(); });")]
    [InlineData("async Task<object> Film() { using var own = [|new KlingClient()|]; return await own.RunAsync(request); } Microsoft.AspNetCore.Builder.Routes.MapPost(client, \"/\", Film);")]
    [InlineData("async Task Film(Microsoft.AspNetCore.Http.HttpContext context) { using var own = [|new KlingClient()|]; Console.WriteLine(await own.RunAsync(request)); } await Film(new());")]
    public Task A_client_that_is_created_repeatedly_is_reported(string statements) => Verify("KLING213", statements);

    [Theory]
    [InlineData("using var own = new KlingClient(); foreach (var one in new[] { request }) { Console.WriteLine(await own.RunAsync(one)); }")]
    [InlineData("foreach (var key in Environment.GetCommandLineArgs()) { using var own = new KlingClient(key); Console.WriteLine(await own.RunAsync(request)); }")]
    [InlineData("var all = new List<KlingClient>(); for (int i = 0; i < 3; i++) { all.Add(new KlingClient()); }")]
    [InlineData("var all = new List<KlingClient>(); for (int i = 0; i < 3; i++) { var own = new KlingClient(); all.Add(own); }")]
    [InlineData("while (true) { using var own = new KlingClient(); Console.WriteLine(await own.RunAsync(request)); break; }")]
    [InlineData("foreach (var one in new[] { request }) { var own = new KlingClient(new System.Net.Http.HttpClient()); Console.WriteLine(await own.RunAsync(one)); }")]
    [InlineData("foreach (var one in new[] { request }) { Func<KlingClient> make = () => new KlingClient(); Console.WriteLine(make); }")]
    [InlineData("using var own = new KlingClient(); Microsoft.AspNetCore.Builder.Routes.MapPost(client, \"/\", async () => await own.RunAsync(request));")]
    [InlineData("for (int i = 0; i < 3; i++) { var key = Environment.GetCommandLineArgs()[i]; using var own = new KlingClient(key); Console.WriteLine(await own.RunAsync(request)); }")]
    [InlineData("var keys = new Queue<string>(); while (keys.Count > 0) { using var own = new KlingClient(keys.Dequeue()); Console.WriteLine(await own.RunAsync(request)); }")]
    [InlineData("string key = \"a\"; for (int i = 0; i < 3; i++) { using var own = new KlingClient(key); Console.WriteLine(await own.RunAsync(request)); key += i; }")]
    [InlineData("for (int i = 0; i < 3; i++) { using var own = new KlingClient(); try { return await own.RunAsync(request); } catch (KlingException e) { Console.WriteLine(e.Message); } }")]
    [InlineData("var clients = System.Linq.Enumerable.Select(Environment.GetCommandLineArgs(), key => new KlingClient(key)); return clients;")]
    [InlineData("var clients = System.Linq.Enumerable.Select(Environment.GetCommandLineArgs(), _ => new KlingClient()); return clients;")]
    [InlineData("return System.Linq.Enumerable.Select(Environment.GetCommandLineArgs(), key => new KlingClient(key).RunAsync(request));")]
    [InlineData("async Task Film(IKlingRequest one) { using var own = new KlingClient(); Console.WriteLine(await own.RunAsync(one)); } await Film(request);")]
    [InlineData("async Task Film(string key) { using var own = new KlingClient(key); Console.WriteLine(await own.RunAsync(request)); } foreach (var key in Environment.GetCommandLineArgs()) { await Film(key); }")]
    [InlineData("async Task<object> Film(KlingClient shared) => await shared.RunAsync(request); Microsoft.AspNetCore.Builder.Routes.MapPost(client, \"/\", Film);")]
    [InlineData("var lazy = new Lazy<KlingClient>(() => new KlingClient()); foreach (var one in new[] { request }) { Console.WriteLine(await lazy.Value.RunAsync(one)); }")]
    [InlineData("KlingClient? own = null; foreach (var one in new[] { request }) { own ??= new KlingClient(); Console.WriteLine(await own.RunAsync(one)); }")]
    public Task A_client_that_is_shared_or_differs_each_time_is_not_reported(string statements) => Verify("KLING213", statements);

    [Theory]
    [InlineData("Task<KlingResult> Run() { using var own = new KlingClient(); return [|own.RunAsync(request)|]; } return await Run();")]
    [InlineData("Task<KlingResult> Run() { using (var own = new KlingClient()) { return [|own.RunAsync(request)|]; } } return await Run();")]
    [InlineData("Task<KlingJob> Run() { using var own = new KlingClient(new KlingClientOptions()); return DateTime.Now.Year > 2000 ? [|own.SubmitAsync(request)|] : Task.FromResult(job0); } return await Run();")]
    [InlineData("Func<Task<KlingResult>> run = () => { using KlingClient own = new(); return [|own.RunAsync(request)|]; }; return await run();")]
    [InlineData("KlingRun Run() { using var own = new KlingClient(); return [|own.RunManyAsync(new[] { request })|]; } return Run();")]
    [InlineData("Task<KlingResult> Run() { var own = new KlingClient(); try { return [|own.RunAsync(request)|]; } finally { own.Dispose(); } } return await Run();")]
    [InlineData("Task<KlingResult> Run(string token) { using var own = new KlingClient(); return [|own.GetJob(token).WaitForCompletionAsync()|]; } return await Run(\"{\");")]
    [InlineData("Task<KlingResult[]> Run() { using var own = new KlingClient(); return Task.WhenAll(System.Linq.Enumerable.Select(new[] { request }, one => [|own.RunAsync(one)|])); } return await Run();")]
    [InlineData("Task<Uri> Upload() { using var own = new KlingClient(); return [|own.Files.UploadAsync(\"a.png\")|]; } return await Upload();")]
    [InlineData("async Task<KlingJob> Submit() { using var own = new KlingClient(); return await [|own.SubmitAsync(request)|]; } return await Submit();")]
    [InlineData("async Task<KlingJob> Submit() { using var own = new KlingClient(); KlingJob job = await [|own.SubmitAsync(request)|]; Console.WriteLine(job.RequestId); return job; } return await Submit();")]
    [InlineData("KlingJob Get(string token) { using var own = new KlingClient(); return [|own.GetJob(token)|]; } return Get(\"{\");")]
    [InlineData("KlingJob job; using (var own = new KlingClient()) { job = await own.SubmitAsync(request); } return await [|job.WaitForCompletionAsync()|];")]
    [InlineData("KlingJob? job = null; using (var own = new KlingClient()) { job = await own.SubmitAsync(request); } await foreach (var change in [|job.WatchAsync()|]) { }")]
    [InlineData("KlingJob job; { using var own = new KlingClient(); job = await own.SubmitAsync(request); } return await [|job.GetStatusAsync()|];")]
    [InlineData("var own = new KlingClient(); KlingJob job = await own.SubmitAsync(request); own.Dispose(); return await [|job.WaitForCompletionAsync()|];")]
    [InlineData("var own = new KlingClient(); own.Dispose(); if (job0 is not null) { return await [|own.RunAsync(request)|]; }")]
    [InlineData("KlingJob job; var own = new KlingClient(); try { job = await own.SubmitAsync(request); } finally { own.Dispose(); } return await [|job.WaitForCompletionAsync()|];")]
    [InlineData("KlingResult result; using (var own = new KlingClient()) { result = await own.RunAsync(request); } await [|result.Video!.SaveAsync(\"a.mp4\")|];")]
    [InlineData("KlingResult result; using (var own = new KlingClient()) { result = await own.RunAsync(request); } await (result.Video?[|.SaveAsync(\"a.mp4\")|] ?? Task.CompletedTask);")]
    [InlineData("KlingResult result; using (var own = new KlingClient()) { result = await own.RunAsync(request); } foreach (KlingMedia file in result.Outputs) { await [|file.SaveAsync(\"a.mp4\")|]; }")]
    [InlineData("Task<KlingResult> Run() { using var own = new KlingClient(); var run = [|own.RunAsync(request)|]; return run; } return await Run();")]
    public Task A_client_that_is_disposed_before_its_task_is_finished_is_reported(string statements) => Verify("KLING214", statements);

    [Theory]
    [InlineData("async Task<KlingResult> Run() { using var own = new KlingClient(); return await own.RunAsync(request); } return await Run();")]
    [InlineData("Task<KlingResult> Run() { var own = new KlingClient(); return own.RunAsync(request); } return await Run();")]
    [InlineData("Task<KlingResult> Run() { using var own = new KlingClient(new System.Net.Http.HttpClient()); return own.RunAsync(request); } return await Run();")]
    [InlineData("using var own = new KlingClient(); Task<KlingResult> Run() { return own.RunAsync(request); } return await Run();")]
    [InlineData("using var own = new KlingClient(); Func<Task<KlingResult>> run = () => own.RunAsync(request); return await run();")]
    [InlineData("using (var own = new KlingClient()) { KlingJob job = await own.SubmitAsync(request); return await job.WaitForCompletionAsync(); }")]
    [InlineData("KlingJob job; using (var own = new KlingClient()) { job = await own.SubmitAsync(request); } return job.ToToken();")]
    [InlineData("KlingJob job; using (var own = new KlingClient()) { job = await own.SubmitAsync(request); } return await client.GetJob(job.ToToken()).WaitForCompletionAsync();")]
    [InlineData("async Task<KlingJob> Run() { using var own = new KlingClient(); KlingJob job = await own.SubmitAsync(request); Console.WriteLine(await job.WaitForCompletionAsync()); return job; } return await Run();")]
    [InlineData("async Task<string> Submit() { using var own = new KlingClient(); return (await own.SubmitAsync(request)).ToToken(); } return await Submit();")]
    [InlineData("var own = new KlingClient(); try { return await own.RunAsync(request); } finally { own.Dispose(); }")]
    [InlineData("var own = new KlingClient(); if (job0 is null) { own.Dispose(); } return await own.RunAsync(request);")]
    [InlineData("var own = new KlingClient(); KlingJob job = await own.SubmitAsync(request); KlingResult result = await job.WaitForCompletionAsync(); own.Dispose(); return result;")]
    [InlineData("var own = new KlingClient(); own.Dispose(); own = new KlingClient(); return await own.RunAsync(request);")]
    [InlineData("KlingJob job = job0; using (var own = new KlingClient()) { Console.WriteLine(await own.SubmitAsync(request)); } return await job.WaitForCompletionAsync();")]
    [InlineData("KlingJob job = await client.SubmitAsync(request); using (var own = new KlingClient()) { if (job0 is null) { job = await own.SubmitAsync(request); } } return await job.WaitForCompletionAsync();")]
    [InlineData("KlingRun? run = null; using (var own = new KlingClient()) { run = own.RunManyAsync(new[] { request }); await foreach (var outcome in run) { } } return run.Spent;")]
    [InlineData("KlingClient Create() { var own = new KlingClient(); return own; } using var made = Create(); return await made.RunAsync(request);")]
    [InlineData("Task<KlingResult> Run(KlingClient given) { using (given) { Console.WriteLine(); } return client.RunAsync(request); } return await Run(client);")]
    [InlineData("async Task<KlingResult> Run() { using var own = new KlingClient(); return await own.RunAsync(request).WaitAsync(TimeSpan.FromMinutes(1)); } return await Run();")]
    [InlineData("KlingResult result; using (var own = new KlingClient()) { result = await own.RunAsync(request); foreach (KlingMedia file in result.Outputs) { await file.SaveAsync(\"a.mp4\"); } } foreach (KlingMedia file in result.Outputs) { Console.WriteLine(file.Url); }")]
    [InlineData("async Task<KlingResult> Run() { using var own = new KlingClient(); var run = own.RunAsync(request); Console.WriteLine(); return await run; } return await Run();")]
    public Task A_client_that_is_disposed_after_its_task_is_not_reported(string statements) => Verify("KLING214", statements);

    [Theory]
    [InlineData("public sealed class Films : Microsoft.AspNetCore.Mvc.ControllerBase { private readonly KlingClient _client = [|new()|]; public object Get() => _client; }")]
    [InlineData("public sealed class Films : Microsoft.AspNetCore.Mvc.ControllerBase { private readonly KlingClient _client; public Films() { _client = [|new KlingClient()|]; } public object Get() => _client; }")]
    [InlineData("[Microsoft.AspNetCore.Mvc.ApiController] public sealed class Films { public async Task<object> Get(IKlingRequest request) { using var client = [|new KlingClient()|]; return await client.RunAsync(request); } }")]
    [InlineData("public sealed class Films { public async Task Film(IKlingRequest[] requests) { foreach (var one in requests) { await FilmAsync(one); } } private static async Task FilmAsync(IKlingRequest one) { using var client = [|new KlingClient()|]; System.Console.WriteLine(await client.RunAsync(one)); } }")]
    public Task A_client_of_a_controller_or_of_a_method_that_a_loop_calls_is_reported(string type) => VerifyType("KLING213", type);

    [Theory]
    [InlineData("public sealed class Films : Microsoft.AspNetCore.Mvc.ControllerBase { private static readonly KlingClient Client = new(); public object Get() => Client; }")]
    [InlineData("public sealed class Films(KlingClient client) : Microsoft.AspNetCore.Mvc.ControllerBase { private readonly KlingClient _client = client; public object Get() => _client; }")]
    [InlineData("public sealed class Studio { private readonly KlingClient _client = new(); public object Get() => _client; }")]
    [InlineData("public sealed class Films { public async Task Film(IKlingRequest[] requests) { await FilmAsync(requests[0]); } private static async Task FilmAsync(IKlingRequest one) { using var client = new KlingClient(); System.Console.WriteLine(await client.RunAsync(one)); } }")]
    [InlineData("public sealed class Films { public async Task Film(string[] keys, IKlingRequest one) { foreach (var key in keys) { await FilmAsync(key, one); } } private static async Task FilmAsync(string key, IKlingRequest one) { using var client = new KlingClient(key); System.Console.WriteLine(await client.RunAsync(one)); } }")]
    public Task A_client_of_the_program_or_with_a_key_of_its_own_is_not_reported(string type) => VerifyType("KLING213", type);

    private static Task VerifyType(string id, string type) =>
        FixTest.AssertReportsAsync(id, $"using System.Threading.Tasks;\nusing Kling;\n\n{type.Replace("public sealed class", "internal sealed class", StringComparison.Ordinal)}\n{Web}");

    private static Task Verify(string id, string statements) => FixTest.AssertReportsAsync(id, FixTest.InMethod(statements) + Web);
}
