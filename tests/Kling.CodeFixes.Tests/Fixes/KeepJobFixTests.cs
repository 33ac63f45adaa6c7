namespace Kling.CodeFixes.Tests.Fixes;

public sealed class KeepJobFixTests
{
    [Theory]
    [InlineData("await client.SubmitAsync(request);", "var job = await client.SubmitAsync(request);\nawait job.WaitForCompletionAsync();")]
    [InlineData("await client.SubmitAsync(request).ConfigureAwait(false);", "var job = await client.SubmitAsync(request).ConfigureAwait(false);\nawait job.WaitForCompletionAsync();")]
    [InlineData("_ = await client.SubmitAsync(request);", "var job = await client.SubmitAsync(request);\nawait job.WaitForCompletionAsync();")]
    [InlineData("_ = client.SubmitAsync(request);", "var job = await client.SubmitAsync(request);\nawait job.WaitForCompletionAsync();")]
    [InlineData("client.SubmitAsync(request);", "var job = await client.SubmitAsync(request);\nawait job.WaitForCompletionAsync();")]
    [InlineData("/* first */ await client.SubmitAsync(request); // paid", "/* first */ var job = await client.SubmitAsync(request); // paid\nawait job.WaitForCompletionAsync();")]
    [InlineData(
        "await client.SubmitAsync(\n    // the long one\n    request: request, // first\n    cancellationToken: default);",
        "var job = await client.SubmitAsync(\n    // the long one\n    request: request, // first\n    cancellationToken: default);\nawait job.WaitForCompletionAsync();")]
    [InlineData("var job = job0;\nawait client.SubmitAsync(request);", "var job = job0;\nvar job2 = await client.SubmitAsync(request);\nawait job2.WaitForCompletionAsync();")]
    [InlineData(
        "await client.SubmitAsync(request);\nawait client.SubmitAsync(request);\nawait client.SubmitAsync(request);",
        "var job = await client.SubmitAsync(request);\nawait job.WaitForCompletionAsync();\nvar job2 = await client.SubmitAsync(request);\nawait job2.WaitForCompletionAsync();\nvar job3 = await client.SubmitAsync(request);\nawait job3.WaitForCompletionAsync();")]
    [InlineData(
        "if (job0 is null)\n    await client.SubmitAsync(request);",
        "if (job0 is null)\n{\n    var job = await client.SubmitAsync(request);\n    await job.WaitForCompletionAsync();\n}")]
    public Task The_fix_keeps_the_job_in_a_variable_and_waits_for_it(string before, string after) =>
        FixTest.AssertFixesAsync(new KeepJobFix(), "Keep the job and wait for it", FixTest.InMethod(before), FixTest.InMethod(after));

    [Theory]
    [InlineData("Action submit = () => client.SubmitAsync(request); submit();")]
    [InlineData("Action submit = () => { client.SubmitAsync(request); }; submit();")]
    [InlineData("Func<Task> submit = async () => await client.SubmitAsync(request); await submit();")]
    [InlineData("client?.SubmitAsync(request);")]
    [InlineData("await client.SubmitAsync(request).ContinueWith(_ => 1);")]
    [InlineData("await Task.WhenAll(client.SubmitAsync(request));")]
    public Task No_fix_is_offered_if_a_variable_is_not_allowed(string statements) =>
        FixTest.AssertNotFixedAsync(new KeepJobFix(), FixTest.InMethod(statements));
}
