using static Kling.CodeFixes.Tests.Fixes.FixForm;

namespace Kling.CodeFixes.Tests.Fixes;

/// <summary>KLING203: a synchronous wait that becomes <c>await</c>.</summary>
internal sealed class AwaitRows() : FixRows(new AwaitFix())
{
    public override IReadOnlyList<FixRow> Rows { get; } =
    [
        Wait(SingleLine, "var result = client.RunAsync(request).Result;", "var result = await client.RunAsync(request);"),
        Wait(SingleLine, "var id = client.SubmitAsync(request).Result.RequestId;", "var id = (await client.SubmitAsync(request)).RequestId;"),
        Wait(SingleLine, "var id = (client.SubmitAsync(request)).Result!.RequestId;", "var id = (await client.SubmitAsync(request))!.RequestId;"),
        Wait(SingleLine, "var id = client.SubmitAsync(request).Result?.RequestId;", "var id = (await client.SubmitAsync(request))?.RequestId;"),
        Wait(CommentAfter, "job0.WaitForCompletionAsync().Wait(); // long", "await job0.WaitForCompletionAsync(); // long"),
        Wait(CommentBefore, "// long\n/* paid */ job0.WaitForCompletionAsync().Wait();\n// next\nConsole.WriteLine();", "// long\n/* paid */ await job0.WaitForCompletionAsync();\n// next\nConsole.WriteLine();"),
        Wait(SingleLine, "var result = job0.GetResultAsync().GetAwaiter().GetResult();", "var result = await job0.GetResultAsync();"),
        Wait(
            SingleLine,
            "var result = job0.GetResultAsync().ConfigureAwait(false).GetAwaiter().GetResult();",
            "var result = await job0.GetResultAsync().ConfigureAwait(false);"),
        Wait(
            SingleLine,
            "Task.WaitAll(job0.WaitForCompletionAsync(), client.RunAsync(request));",
            "await Task.WhenAll(job0.WaitForCompletionAsync(), client.RunAsync(request));"),
        Wait(
            SingleLine,
            "Task first = client.RunAsync(request), second = client.RunAsync(request); Task.WaitAll(first, second);",
            "Task first = client.RunAsync(request), second = client.RunAsync(request); await Task.WhenAll(first, second);"),
        Wait(
            NamedArgument,
            "Task.WaitAll(tasks: [client.RunAsync(request: request, cancellationToken: default)]);",
            "await Task.WhenAll(tasks: [client.RunAsync(request: request, cancellationToken: default)]);"),
        Wait(
            ReorderedArguments,
            "client.RunAsync(cancellationToken: default, request: /* paid */ request).Wait();",
            "await client.RunAsync(cancellationToken: default, request: /* paid */ request);"),
        Wait(
            MultiLine,
            "var result = client\n    .RunAsync(request)\n    .GetAwaiter()\n    .GetResult();",
            "var result = await client\n    .RunAsync(request);"),
        Wait(CommentInside, "var result = client.RunAsync(request) // long\n    .Result; // done", "var result = await client.RunAsync(request) /* long */; // done"),
        Wait(
            CommentInside,
            "var result = client // mine\n    .RunAsync(request) // long\n    .GetAwaiter() /* now */\n    .GetResult(/* then */);",
            "var result = await client // mine\n    .RunAsync(request) /* long */ /* now */ /* then */;"),
        Wait(
            CommentInside,
            "Task.WaitAll(\n    job0.WaitForCompletionAsync(), // one\n    client.RunAsync(request));",
            "await Task.WhenAll(\n    job0.WaitForCompletionAsync(), // one\n    client.RunAsync(request));"),
        Wait(
            CommentInside,
            "Task // all\n    .WaitAll(client.RunAsync(request) /* one */);",
            "await Task // all\n    .WhenAll(client.RunAsync(request) /* one */);"),
        Wait(TrailingComma, "Task.WaitAll(new Task[] { job0.WaitForCompletionAsync(), });", "await Task.WhenAll(new Task[] { job0.WaitForCompletionAsync(), });"),
        Wait(SingleLine, "Task.WaitAll([job0.WaitForCompletionAsync()]);", "await Task.WhenAll([job0.WaitForCompletionAsync()]);"),
        Wait(
            Several,
            "var one = client.RunAsync(request).Result;\nvar two = client.RunAsync(request).Result;",
            "var one = await client.RunAsync(request);\nvar two = await client.RunAsync(request);"),
        Wait(
            Several,
            "var result = client.SubmitAsync(request).Result.WaitForCompletionAsync().Result;",
            "var result = await (await client.SubmitAsync(request)).WaitForCompletionAsync();"),
        Wait(
            SingleLine,
            "Func<Task<KlingResult>> run = async () => client.RunAsync(request).Result; await run();",
            "Func<Task<KlingResult>> run = async () => await client.RunAsync(request); await run();"),

        // An operand that binds less tightly than await keeps its parentheses.
        Wait(
            SingleLine,
            "var result = (job0 is null ? client.RunAsync(request) : job0.WaitForCompletionAsync()).Result;",
            "var result = await (job0 is null ? client.RunAsync(request) : job0.WaitForCompletionAsync());"),
        Wait(
            SingleLine,
            "Task<KlingResult>? begun = null; var result = (begun ?? client.RunAsync(request)).Result;",
            "Task<KlingResult>? begun = null; var result = await (begun ?? client.RunAsync(request));"),
        Wait(
            SingleLine,
            "var result = (client.RunAsync(request) as Task<KlingResult>).GetAwaiter().GetResult();",
            "var result = await (client.RunAsync(request) as Task<KlingResult>);"),
        Wait(
            SingleLine,
            "var results = Task.WhenAll(client.RunAsync(request)).Result[0];",
            "var results = (await Task.WhenAll(client.RunAsync(request)))[0];"),
        Wait(SingleLine, "Console.WriteLine($\"{client.RunAsync(request).Result.RequestId}\");", "Console.WriteLine($\"{(await client.RunAsync(request)).RequestId}\");"),
        Wait(
            Several,
            "await client.SubmitAsync(request).Result.WaitForCompletionAsync();\nTask.WhenAll(client.RunAsync(request), client.RunAsync(request)).Wait();",
            "await (await client.SubmitAsync(request)).WaitForCompletionAsync();\nawait Task.WhenAll(client.RunAsync(request), client.RunAsync(request));"),
        Wait(
            SingleLine,
            "Console.WriteLine(client.RunAsync(request).Result is null || (object)client.RunAsync(request).Result == folder);",
            "Console.WriteLine(await client.RunAsync(request) is null || (object)await client.RunAsync(request) == folder);"),
        Wait(SingleLine, "return client.RunAsync(request).Result; // last", "return await client.RunAsync(request); // last"),
        Wait(
            SingleLine,
            "using Kling;\nusing Kling.Models;\nusing System.Threading.Tasks;\nfile static class Work\n{\n    public static async Task<KlingResult> RunAsync(KlingClient client, KlingO3Text2VideoRequest request) => client.RunAsync(request).Result;\n}",
            "using Kling;\nusing Kling.Models;\nusing System.Threading.Tasks;\nfile static class Work\n{\n    public static async Task<KlingResult> RunAsync(KlingClient client, KlingO3Text2VideoRequest request) => await client.RunAsync(request);\n}"),
        Wait(
            MultiLine,
            "#if !LITE\nclient.RunAsync(request).Wait();\n#endif",
            "#if !LITE\nawait client.RunAsync(request);\n#endif"),
        Wait(
            SingleLine,
            "if (client.RunAsync(request).Result is { RequestId: var id }) { Console.WriteLine(id); }",
            "if (await client.RunAsync(request) is { RequestId: var id }) { Console.WriteLine(id); }"),
    ];

    public override IReadOnlyList<string> Refused { get; } =
    [
        "Func<KlingResult> run = () => client.RunAsync(request).Result;",
        "KlingResult Run() => client.RunAsync(request).Result; Run();",
        "lock (request) { client.RunAsync(request).Wait(); }",
        "job0.WaitForCompletionAsync().Wait(TimeSpan.FromMinutes(5));",
        "Task.WaitAll([job0.WaitForCompletionAsync()], 1000);",
        "Task.WaitAll([job0.WaitForCompletionAsync()], TimeSpan.FromSeconds(1));",
        "int first = Task.WaitAny(job0.WaitForCompletionAsync());",
        "client?.RunAsync(request).Wait();",
        "var result = client.RunAsync(\n#if !LITE\n    request\n#endif\n).Result;",
    ];

    private static FixRow Wait(FixForm form, string before, string after) => new(form, "Use 'await'", before, after);
}
