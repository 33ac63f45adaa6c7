namespace Kling.SourceGenerator.Tests.Analyzers;

public sealed class RetiredTests
{
    [Theory]
    [InlineData("""builder.AddElement([|style: "noir"|]);""")]
    [InlineData("""builder.AddElement(3, null, [|"noir"|]);""")]
    [InlineData("""builder.AddElement(steps: 3);""")]
    public Task A_retired_parameter_is_reported_where_the_compiler_does_not(string statement) => ConstructionTests.Verify("KLING116", statement);

    [Fact]
    public async Task What_the_compiler_reports_is_not_reported_twice()
    {
        await ConstructionTests.Verify("KLING116", "_ = request with { Seed = 1 }; builder.WithSeed(1); _ = new AcmeClipElement { Style = \"noir\" };");
        var compilation = AnalyzerHarness.Compilation("internal static class Program { internal static object Run(AcmeClipRequest request) => request with { Seed = 1 }; }");
        Assert.Contains(compilation.GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Id == "CS0618");
    }

    [Fact]
    public Task A_retired_model_is_reported_by_its_slug() =>
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
            """, ClipModel.Retired);
}
