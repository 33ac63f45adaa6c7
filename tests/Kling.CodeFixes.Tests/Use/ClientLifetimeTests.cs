namespace Kling.CodeFixes.Tests.Use;

public sealed class ClientLifetimeTests
{
    private const string Web = """


        namespace Microsoft.AspNetCore.Builder
        {
            internal static class Routes
            {
                public static void MapPost(this object app, string pattern, System.Delegate handler) => System.Console.WriteLine(pattern + handler + app);
            }
        }
        """;

    [Theory]
    [InlineData("foreach (var one in new[] { request }) { using var own = [|new KlingClient()|]; Console.WriteLine(await own.RunAsync(one)); }")]
    [InlineData("for (int i = 0; i < 3; i++) { var own = [|new KlingClient(new KlingClientOptions())|]; Console.WriteLine(await own.RunAsync(request)); }")]
    [InlineData("while (DateTime.Now.Year > 2000) { Console.WriteLine(await [|new KlingClient()|].RunAsync(request)); }")]
    [InlineData("Microsoft.AspNetCore.Builder.Routes.MapPost(client, \"/\", async () => { using var own = [|new KlingClient()|]; return await own.RunAsync(request); });")]
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
    public Task A_client_that_is_shared_or_differs_each_time_is_not_reported(string statements) => Verify("KLING213", statements);

    [Theory]
    [InlineData("Task<KlingResult> Run() { using var own = new KlingClient(); return [|own.RunAsync(request)|]; } return await Run();")]
    [InlineData("Task<KlingResult> Run() { using (var own = new KlingClient()) { return [|own.RunAsync(request)|]; } } return await Run();")]
    [InlineData("Task<KlingJob> Run() { using var own = new KlingClient(new KlingClientOptions()); return DateTime.Now.Year > 2000 ? [|own.SubmitAsync(request)|] : Task.FromResult(job0); } return await Run();")]
    [InlineData("Func<Task<KlingResult>> run = () => { using KlingClient own = new(); return [|own.RunAsync(request)|]; }; return await run();")]
    public Task A_client_that_is_disposed_before_its_task_is_finished_is_reported(string statements) => Verify("KLING214", statements);

    [Theory]
    [InlineData("async Task<KlingResult> Run() { using var own = new KlingClient(); return await own.RunAsync(request); } return await Run();")]
    [InlineData("Task<KlingResult> Run() { var own = new KlingClient(); return own.RunAsync(request); } return await Run();")]
    [InlineData("Task<KlingResult> Run() { using var own = new KlingClient(new System.Net.Http.HttpClient()); return own.RunAsync(request); } return await Run();")]
    [InlineData("using var own = new KlingClient(); Task<KlingResult> Run() { return own.RunAsync(request); } return await Run();")]
    [InlineData("using var own = new KlingClient(); Func<Task<KlingResult>> run = () => own.RunAsync(request); return await run();")]
    public Task A_client_that_is_disposed_after_its_task_is_not_reported(string statements) => Verify("KLING214", statements);

    private static Task Verify(string id, string statements) => FixTest.AssertReportsAsync(id, FixTest.InMethod(statements) + Web);
}
