using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests.Analyzers;

public sealed class DeprecatedTests
{
    [Theory]
    [InlineData("""builder.AddElement([|style: "noir"|]);""")]
    [InlineData("""builder.AddElement(3, null, [|"noir"|]);""")]
    [InlineData("""builder.AddElement(steps: 3);""")]
    public Task A_deprecated_parameter_is_reported_if_the_compiler_does_not_report_it(string statement) => ConstructionTests.Verify("KLING116", statement);

    [Fact]
    public async Task What_the_compiler_reports_is_not_reported_twice()
    {
        await ConstructionTests.Verify("KLING116", "_ = request with { Seed = 1 }; builder.WithSeed(1); _ = new AcmeClipElement { Style = \"noir\" };");
        var compilation = AnalyzerHarness.Compilation("internal static class Program { internal static object Run(AcmeClipRequest request) => request with { Seed = 1 }; }");
        Assert.Contains(compilation.GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Id == "CS0618");
    }

    [Fact]
    public Task A_deprecated_model_is_reported_by_its_slug() =>
        AnalyzerHarness.Verify("KLING116", """
            internal static class Program
            {
                internal static async System.Threading.Tasks.Task Run(KlingClient client, System.Text.Json.JsonElement body)
                {
                    KlingJob job = await client.SubmitAsync([|"acme-old"|], body);
                    KlingJob current = await client.SubmitAsync("acme-clip", body);
                    _ = (await job.WaitForCompletionAsync(), await current.WaitForCompletionAsync());
                }
            }
            """, ClipModel.Deprecated);

    [Fact]
    public async Task The_message_says_whether_the_model_is_still_served()
    {
        Compilation compilation = AnalyzerHarness.Compilation("""
            internal static class Program
            {
                internal static async System.Threading.Tasks.Task Run(KlingClient client, System.Text.Json.JsonElement body)
                {
                    KlingJob old = await client.SubmitAsync("acme-old", body);
                    KlingJob gone = await client.SubmitAsync("acme-gone", body);
                    _ = (await old.WaitForCompletionAsync(), await gone.WaitForCompletionAsync());
                }
            }
            """, ClipModel.Deprecated, ClipModel.Retired);

        Assert.Equal(
            ["The model 'acme-old' is deprecated; choose another", "The model 'acme-gone' is retired: the API refuses its requests; choose another"],
            (await AnalyzerHarness.Run(compilation)).Where(static diagnostic => diagnostic.Id == "KLING116").Select(static diagnostic => diagnostic.GetMessage(null)));
    }
}
