using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests.Analyzers;

/// <summary>A builder that several statements give values to.</summary>
public sealed class BuilderLocalTests
{
    private const string Begin = """var b = AcmeClipRequest.CreateBuilder("x");""";

    [Theory]
    [InlineData("KLING110", """b.AddElement(steps: 3); b.AddElement(steps: 4); b.[|AddElement|](steps: 5);""")]
    [InlineData("KLING110", """b.AddElement(steps: 3).AddElement(steps: 4); b.[|AddElement|](steps: 5); b.AddElement(steps: 6);""")]
    [InlineData("KLING110", """b.WithElements([new(), new()]); b.[|AddElement|](steps: 5);""")]
    [InlineData("KLING110", """b = b.AddElement(steps: 3); b = b.AddElement(steps: 4); b = b.[|AddElement|](steps: 5);""")]
    [InlineData("KLING110", """b.AddElement(steps: 3); b.AddElement(steps: 4); _ = client.SubmitAsync(b.[|AddElement|](steps: 5).Build());""")]
    [InlineData("KLING110", """b.AddElement(steps: 3); Log(flag); b.AddElement(steps: 4); if (flag) { Log(1); } b.[|AddElement|](steps: 5);""")]
    [InlineData("KLING111", """b.AddTag("a"); b.AddTag([|"a"|]);""")]
    [InlineData("KLING111", """b.AddTag("a"); b.AddTag("b"); var tag = "b"; b.AddTag([|tag|]); b.Build();""")]
    [InlineData("KLING109", """b.[|AddTag|]("a"); Log(b.Build());""")]
    [InlineData("KLING112", """b.WithPrompt([|"@Element2"|]); b.AddElement(steps: 3); Log(b.Build());""")]
    [InlineData("KLING112", """b.AddElement(steps: 3); b.WithPrompt([|"@Element2"|]).Build();""")]
    [InlineData("KLING112", """b.WithPrompt([|"@Element1"|]); Log(b.Build());""")]
    [InlineData("KLING113", """b.[|WithLastFrame|]("b"); Log(b.Build());""")]
    [InlineData("KLING113", """b.WithFirstFrame("a").[|WithLastFrame|]("b"); b.WithoutFirstFrame(); var request = b.Build(); Log(request);""")]
    [InlineData("KLING113", """b = AcmeClipRequest.CreateBuilder("y").[|WithLastFrame|]("b"); Log(b.Build());""")]
    public Task Calls_in_earlier_statements_count(string id, string statements) => Verify(id, Begin + statements);

    [Theory]
    [InlineData("""b.AddElement(steps: 3); b.AddElement(steps: 4); Log(b.Build());""")]
    [InlineData("""b.AddTag("a"); b.AddTag("b"); Log(b.Build());""")]
    [InlineData("""b.AddTag("a"); if (flag) { b.AddTag("b"); } Log(b.Build());""")]
    [InlineData("""b.AddTag("a"); foreach (var tag in tags) { b.AddTag(tag); } Log(b.Build());""")]
    [InlineData("""b.AddTag("a"); for (int i = 0; i < 3; i++) { b.AddTag("a"); }""")]
    [InlineData("""b.AddTag("a"); if (flag) { b.AddTag("a"); }""")]
    [InlineData("""b.AddTag("a"); Add(b); Log(b.Build());""")]
    [InlineData("""b.AddTag("a"); var c = b; c.AddTag("b"); Log(b.Build());""")]
    [InlineData("""b.AddTag("a"); var c = b.AddTag("b"); c.WithoutTags(); b.AddTag("a"); Log(b.Build());""")]
    [InlineData("""Action add = () => b.AddTag("b"); b.AddTag("a"); add(); Log(b.Build());""")]
    [InlineData("""void More() => b.AddTag("b"); b.AddTag("a"); More(); Log(b.Build());""")]
    [InlineData("""b.AddTag("a"); b = Other(); Log(b.Build());""")]
    [InlineData("""b.AddTag("a"); if (flag) { b = AcmeClipRequest.CreateBuilder("y"); } Log(b.Build());""")]
    [InlineData("""b.AddTag("a"); b = AcmeClipRequest.CreateBuilder("y"); Log(b.Build());""")]
    [InlineData("""b.AddTag("a"); b.WithoutTags(); b.AddTag("a").AddTag("b"); Log(b.Build());""")]
    [InlineData("""b.WithLastFrame("b"); b.Housed(); Log(b.Build());""")]
    [InlineData("""b.WithLastFrame("b"); b.WithFirstFrame("a"); Log(b.Build());""")]
    [InlineData("""b.WithLastFrame("b"); Log(b);""")]
    [InlineData("""b.WithPrompt("@Element2"); Log(flag);""")]
    [InlineData("""b.WithPrompt("@Element2"); b.AddElement(steps: 3); b.AddElement(steps: 4); Log(b.Build());""")]
    public Task A_builder_that_may_have_been_changed_elsewhere_is_not_reported(string statements) => Verify("", Begin + statements);

    [Theory]
    [InlineData("""var b = builder; b.AddTag("a"); Log(b.Build());""")]
    [InlineData("""var b = Other(); b.AddTag("a"); Log(b.Build());""")]
    [InlineData("""builder.AddTag("a"); Log(builder.Build());""")]
    [InlineData("""var b = flag ? AcmeClipRequest.CreateBuilder("x") : builder; b.AddTag("a"); Log(b.Build());""")]
    [InlineData("""AcmeClipRequestBuilder b; b = AcmeClipRequest.CreateBuilder("x"); b.AddTag("a"); Log(b.Build());""")]
    public Task A_builder_of_unknown_origin_is_not_reported(string statements) => Verify("", statements);

    private static Task<IReadOnlyList<Diagnostic>> Verify(string id, string statements) => AnalyzerHarness.VerifyConstraints(id, $$"""
        internal static class Program
        {
            private static AcmeClipRequestBuilder Housed(this AcmeClipRequestBuilder builder) => builder.WithFirstFrame("a");
            private static AcmeClipRequestBuilder Other() => AcmeClipRequest.CreateBuilder("x").AddTag("a").AddTag("b");
            private static void Add(AcmeClipRequestBuilder builder) => builder.AddTag("b");
            private static void Log(object? text) => _ = text;
            internal static void Run(KlingClient client, AcmeClipRequestBuilder builder, string[] tags, bool flag)
            {
                {{statements}}
                Log((client, builder, tags, flag));
            }
        }
        """);
}
