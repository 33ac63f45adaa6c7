using static Kling.CodeFixes.Tests.Fixes.FixForm;

namespace Kling.CodeFixes.Tests.Fixes;

/// <summary>KLING201: a dropped job that goes into a variable and is waited for.</summary>
internal sealed class KeepJobRows() : FixRows(new KeepJobFix())
{
    private const string Wait = "await job.WaitForCompletionAsync();";

    public override IReadOnlyList<FixRow> Rows { get; } =
    [
        Job(SingleLine, "await client.SubmitAsync(request);", $"var job = await client.SubmitAsync(request);\n{Wait}"),
        Job(
            SingleLine,
            "await client.SubmitAsync(request).ConfigureAwait(false);",
            "var job = await client.SubmitAsync(request).ConfigureAwait(false);\nawait job.WaitForCompletionAsync().ConfigureAwait(false);"),
        Job(SingleLine, "_ = await client.SubmitAsync(request);", $"var job = await client.SubmitAsync(request);\n{Wait}"),
        Job(SingleLine, "_ = client.SubmitAsync(request);", $"var job = await client.SubmitAsync(request);\n{Wait}"),
        Job(SingleLine, "client.SubmitAsync(request);", $"var job = await client.SubmitAsync(request);\n{Wait}"),
        Job(SingleLine, "await (client.SubmitAsync(request));", $"var job = await (client.SubmitAsync(request));\n{Wait}"),
        Job(CommentAfter, "/* first */ await client.SubmitAsync(request); // paid", $"/* first */ var job = await client.SubmitAsync(request); // paid\n{Wait}"),
        Job(
            CommentBefore,
            "// first\nawait client.SubmitAsync(request);\n\n// next\nConsole.WriteLine();",
            $"// first\nvar job = await client.SubmitAsync(request);\n{Wait}\n\n// next\nConsole.WriteLine();"),
        Job(
            CommentInside,
            "_ /* dropped */ = await client.SubmitAsync(/* paid */ request) /* once */; // done",
            $"var job = await client.SubmitAsync(/* paid */ request) /* dropped */ /* once */; // done\n{Wait}"),
        Job(
            CommentInside,
            "_ = // dropped\n    await client.SubmitAsync(request);",
            $"var job = await client.SubmitAsync(request) /* dropped */;\n{Wait}"),
        Job(
            NamedArgument,
            "await client.SubmitAsync(\n    // the long one\n    request: request, // first\n    cancellationToken: default);",
            $"var job = await client.SubmitAsync(\n    // the long one\n    request: request, // first\n    cancellationToken: default);\n{Wait}"),
        Job(
            ReorderedArguments,
            "await client.SubmitAsync(cancellationToken: default, request: request);",
            $"var job = await client.SubmitAsync(cancellationToken: default, request: request);\n{Wait}"),
        Job(
            MultiLine,
            "await client\n    .SubmitAsync(request)\n    .ConfigureAwait(true);",
            "var job = await client\n    .SubmitAsync(request)\n    .ConfigureAwait(true);\nawait job.WaitForCompletionAsync().ConfigureAwait(true);"),
        Job(
            SingleLine,
            "CancellationToken stop = default; await client.SubmitAsync(request, stop);",
            "CancellationToken stop = default; var job = await client.SubmitAsync(request, stop);\nawait job.WaitForCompletionAsync(cancellationToken: stop);"),
        Job(
            SingleLine,
            "var job = job0;\nawait client.SubmitAsync(request);",
            "var job = job0;\nvar job2 = await client.SubmitAsync(request);\nawait job2.WaitForCompletionAsync();"),
        Job(
            Several,
            "await client.SubmitAsync(request);\nawait client.SubmitAsync(request);\nawait client.SubmitAsync(request);",
            $"var job = await client.SubmitAsync(request);\n{Wait}\nvar job2 = await client.SubmitAsync(request);\nawait job2.WaitForCompletionAsync();\nvar job3 = await client.SubmitAsync(request);\nawait job3.WaitForCompletionAsync();"),
        Job(
            MultiLine,
            "if (job0 is null)\n    await client.SubmitAsync(request);",
            "if (job0 is null)\n{\n    var job = await client.SubmitAsync(request);\n    await job.WaitForCompletionAsync();\n}"),
        Job(
            MultiLine,
            "if (job0 is null)\n    // first\n    await client.SubmitAsync(request); // paid\nelse\n    Console.WriteLine();",
            "if (job0 is null)\n{\n    // first\n    var job = await client.SubmitAsync(request); // paid\n    await job.WaitForCompletionAsync();\n}\nelse\n    Console.WriteLine();"),
        Job(
            SingleLine,
            "if (job0 is null) await client.SubmitAsync(request); // paid\nConsole.WriteLine();",
            "if (job0 is null) { var job = await client.SubmitAsync(request); await job.WaitForCompletionAsync(); } // paid\nConsole.WriteLine();"),
        Job(
            MultiLine,
            "foreach (var one in new[] { request })\n{\n    await client.SubmitAsync(one);\n}",
            "foreach (var one in new[] { request })\n{\n    var job = await client.SubmitAsync(one);\n    await job.WaitForCompletionAsync();\n}"),
        Job(
            MultiLine,
            "switch (folder)\n{\n    case \"a\":\n        await client.SubmitAsync(request);\n        break;\n}",
            "switch (folder)\n{\n    case \"a\":\n        var job = await client.SubmitAsync(request);\n        await job.WaitForCompletionAsync();\n        break;\n}"),
        Job(
            SingleLine,
            "foreach (var one in new[] { request }) { await client.SubmitAsync(one); }",
            "foreach (var one in new[] { request }) { var job = await client.SubmitAsync(one); await job.WaitForCompletionAsync(); }"),
        Job(MultiLine, "#if !LITE\nawait client.SubmitAsync(request);\n#endif", $"#if !LITE\nvar job = await client.SubmitAsync(request);\n{Wait}\n#endif"),
        Job(
            MultiLine,
            "if (job0 is null)\n\tawait client.SubmitAsync(request);",
            "if (job0 is null)\n{\n\tvar job = await client.SubmitAsync(request);\n\tawait job.WaitForCompletionAsync();\n}"),
        Job(
            MultiLine,
            "using (client)\n    await client.SubmitAsync(request);\nConsole.WriteLine();",
            "using (client)\n{\n    var job = await client.SubmitAsync(request);\n    await job.WaitForCompletionAsync();\n}\nConsole.WriteLine();"),
        Job(
            MultiLine,
            "if (job0 is null)\n    Console.WriteLine();\nelse if (folder == \"a\")\n    await client.SubmitAsync(request); // paid\nelse await client.SubmitAsync(request);",
            "if (job0 is null)\n    Console.WriteLine();\nelse if (folder == \"a\")\n{\n    var job = await client.SubmitAsync(request); // paid\n    await job.WaitForCompletionAsync();\n}\nelse { var job2 = await client.SubmitAsync(request); await job2.WaitForCompletionAsync(); }"),
        Job(
            SingleLine,
            "Func<Task> act = async () => { await client.SubmitAsync(request); Console.WriteLine(); }; await act();",
            "Func<Task> act = async () => { var job = await client.SubmitAsync(request); await job.WaitForCompletionAsync(); Console.WriteLine(); }; await act();"),
        Job(
            SingleLine,
            "do await client.SubmitAsync(request); while (job0 is null);",
            "do { var job = await client.SubmitAsync(request); await job.WaitForCompletionAsync(); } while (job0 is null);"),
        Job(
            TrailingComma,
            "await client.SubmitAsync(new KlingO3Text2VideoRequest { Prompt = \"A\", });",
            $"var job = await client.SubmitAsync(new KlingO3Text2VideoRequest {{ Prompt = \"A\", }});\n{Wait}"),
    ];

    public override IReadOnlyList<string> Refused { get; } =
    [
        "Action submit = () => client.SubmitAsync(request); submit();",
        "Action submit = () => { client.SubmitAsync(request); }; submit();",
        "Func<Task> submit = async () => await client.SubmitAsync(request); await submit();",
        "client?.SubmitAsync(request);",
        "await client.SubmitAsync(request).ContinueWith(_ => 1);",
        "await Task.WhenAll(client.SubmitAsync(request));",
        "await client.SubmitAsync(\n#if !LITE\n    request\n#endif\n);",
    ];

    private static FixRow Job(FixForm form, string before, string after) => new(form, "Keep the job and wait for it", before, after);
}
