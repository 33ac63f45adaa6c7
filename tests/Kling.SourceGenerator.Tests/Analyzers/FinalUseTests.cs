using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests.Analyzers;

/// <summary>KLING112, KLING113: what a request lacks is reported only if nobody can complete it before it is sent.</summary>
public sealed class FinalUseTests
{
    // What each use is given: a request that lacks something, in two ways.
    private const string Dependent = """new AcmeClipRequest { Prompt = "x", [|LastFrame|] = "b" }""";
    private const string Marker = """new AcmeClipRequest { Prompt = [|"@Element2 waves"|], Elements = [new()] }""";
    private const string Copy = """(request with { Prompt = [|"@Element2 waves"|], Elements = [new()] })""";

    public static TheoryData<string, string> Sent => Uses(
        "await client.SubmitAsync(REQUEST);",
        "await client.SubmitAsync(request: REQUEST);",
        "await client.SubmitAsync(cancellationToken: default, request: REQUEST);",
        "await client.RunAsync(REQUEST);",
        "await client.SubmitAsync(flag ? REQUEST : request);",
        "await client.SubmitAsync((IKlingRequest)REQUEST);",
        "await client.SubmitAsync((REQUEST)!);",
        "await client.SubmitAsync(maybe ?? REQUEST);",
        "await client.SubmitAsync(count switch { 0 => REQUEST, _ => request });",
        "var made = REQUEST; await client.SubmitAsync(made);",
        "var made = REQUEST; Log(made.Prompt); await client.SubmitAsync(made);",
        "var made = REQUEST; var larger = made with { Steps = 5, FirstFrame = \"a\", Prompt = \"x\" }; await client.SubmitAsync(made); await client.SubmitAsync(larger);",
        "AcmeClipRequest made; made = REQUEST; await client.SubmitAsync(made);",
        "IKlingRequest made = REQUEST; await client.SubmitAsync(made);",
        "var made = REQUEST; var same = made; await client.SubmitAsync(same);",
        "var made = REQUEST; Func<System.Threading.Tasks.Task> send = () => client.RunAsync(made); await send();",
        "client.RunManyAsync([request, REQUEST]);",
        "client.RunManyAsync(new[] { REQUEST, request });",
        "client.RunManyAsync(new IKlingRequest[] { REQUEST });",
        "client.RunManyAsync(new List<IKlingRequest> { REQUEST });",
        "client.RunManyAsync(requests.Select(one => REQUEST));",
        "client.RunManyAsync(requests.Select(one => REQUEST).ToArray());",
        "Send(REQUEST);",
        "_ = REQUEST;");

    public static TheoryData<string, string> Completed => Uses(
        "await client.SubmitAsync(Complete(REQUEST));",
        "await client.SubmitAsync(Complete(request: REQUEST));",
        "Complete(REQUEST);",
        "await client.SubmitAsync(REQUEST.Completed());",
        "await client.SubmitAsync(Extensions.Completed(REQUEST));",
        "await client.SubmitAsync(Same(REQUEST));",
        "await client.SubmitAsync(REQUEST with { FirstFrame = \"a\", Elements = [new(), new()] });",
        "var made = REQUEST; await client.SubmitAsync(made with { FirstFrame = \"a\", Elements = [new(), new()] });",
        "var made = REQUEST; await client.SubmitAsync(Complete(made));",
        "var made = REQUEST; await client.SubmitAsync(made.Completed());",
        "var made = REQUEST; made = Complete(made); await client.SubmitAsync(made);",
        "var made = REQUEST; if (flag) { made = made with { FirstFrame = \"a\" }; } await client.SubmitAsync(made);",
        "var made = REQUEST; Log(made.Prompt);",
        "var all = new[] { REQUEST, request }; Give(all);",
        "AcmeClipRequest[] all = [REQUEST, request]; foreach (var one in all) { await client.SubmitAsync(Complete(one)); }",
        "var all = new List<AcmeClipRequest> { REQUEST }; Give(all.ToArray());",
        "var all = new List<AcmeClipRequest>(); all.Add(REQUEST); Give(all.ToArray());",
        "var all = new Dictionary<string, AcmeClipRequest> { [\"a\"] = REQUEST, }; Give(all[\"a\"]);",
        "var all = requests.Select(one => REQUEST).ToArray(); Give(all);",
        "var all = requests.Select(one => { return REQUEST; }); Give(all.ToArray());",
        "foreach (var one in new[] { REQUEST }) { Give(one); }",
        "Give(requests.Select(one => REQUEST).Select(Complete).ToArray());",
        "client.RunManyAsync(requests.Select(one => Complete(REQUEST)));",
        "client.RunManyAsync(Array.ConvertAll(requests, one => REQUEST));",
        "var pair = (REQUEST, 1); Give(pair.Item1);",
        "Func<AcmeClipRequest> make = () => REQUEST; Give(make());",
        "AcmeClipRequest Make() => REQUEST; Give(Make());",
        "AcmeClipRequest Make() { return REQUEST; } Give(Make());",
        "IEnumerable<AcmeClipRequest> Make() { yield return REQUEST; } Give(Make().ToArray());",
        "_ = new Work(REQUEST);",
        "_ = new Work(request) { Request = REQUEST };",
        "new Work(request).Request = REQUEST;",
        "Log(REQUEST);",
        "Kept = REQUEST;",
        "Give(REQUEST ?? request);",
        "_ = REQUEST.Validate();");

    [Theory]
    [MemberData(nameof(Sent))]
    public async Task An_incomplete_request_that_is_sent_is_reported(string id, string use) => await Verify(id, use);

    [Theory]
    [MemberData(nameof(Completed))]
    public async Task A_request_that_may_be_completed_later_is_not_reported(string id, string use) => await Verify(id, MarkedCode.Unmarked(use));

    [Theory]
    [InlineData("KLING113", """await client.SubmitAsync(new AcmeClipRequest { Prompt = "x" } with { [|LastFrame|] = "b" });""")]
    [InlineData("KLING113", """var first = new AcmeClipRequest { Prompt = "x" }; await client.SubmitAsync(first with { [|LastFrame|] = "b" });""")]
    [InlineData("KLING113", """var first = new AcmeClipRequest { Prompt = "x", LastFrame = "b" }; await client.SubmitAsync(first [|with|] { Prompt = "y" });""")]
    [InlineData("KLING113", """var first = new AcmeClipRequest { Prompt = "x" }; var next = first with { Steps = 3 }; await client.SubmitAsync(next with { [|LastFrame|] = "b" });""")]
    [InlineData("KLING113", """var first = AcmeClipRequest.CreateBuilder("x").Build(); await client.SubmitAsync(first with { [|LastFrame|] = "b" });""")]
    [InlineData("KLING113", """await client.SubmitAsync(Base with { [|LastFrame|] = "b" });""")]
    [InlineData("KLING112", """var first = new AcmeClipRequest { Prompt = "x" }; await client.SubmitAsync(first with { Prompt = [|"@Element1"|] });""")]
    [InlineData("KLING112", """var first = new AcmeClipRequest { Prompt = "x", Elements = [new()] }; await client.SubmitAsync(first with { Prompt = [|"@Element2"|] });""")]
    [InlineData("KLING112", """var first = new AcmeClipRequest { Prompt = "@Element2", Elements = [new(), new()] }; await client.SubmitAsync([|first|] with { Elements = [new()] });""")]
    [InlineData("KLING113", """var first = new AcmeClipRequest { Prompt = "x", FirstFrame = "a" }; await client.SubmitAsync(first with { LastFrame = "b" });""")]
    [InlineData("KLING113", """var first = new AcmeClipRequest { Prompt = "x", FirstFrame = unknown }; await client.SubmitAsync(first with { LastFrame = "b" });""")]
    [InlineData("KLING113", """var first = Complete(new AcmeClipRequest { Prompt = "x" }); await client.SubmitAsync(first with { LastFrame = "b" });""")]
    [InlineData("KLING113", """var first = new AcmeClipRequest { Prompt = "x" }; first = Complete(first); await client.SubmitAsync(first with { LastFrame = "b" });""")]
    [InlineData("KLING113", """var first = new AcmeClipRequest { Prompt = "x" }; await client.SubmitAsync(Complete(first with { LastFrame = "b" }));""")]
    [InlineData("KLING112", """var first = new AcmeClipRequest { Prompt = "x", Elements = [new(), new()] }; await client.SubmitAsync(first with { Prompt = "@Element2" });""")]
    [InlineData("KLING113", """var first = AcmeClipRequest.CreateBuilder("x").Housed().Build(); await client.SubmitAsync(first with { LastFrame = "b" });""")]
    public Task A_copy_has_the_values_of_its_original(string id, string use) => Verify(id, use);

    [Theory]
    [InlineData("""builder.WithElements([new()]).WithPrompt("@Element2 waves"); builder.AddElement(steps: 3);""")]
    [InlineData("""builder.WithLastFrame("b").WithoutFirstFrame(); builder.WithFirstFrame("a").Build();""")]
    [InlineData("""AcmeClipRequest.CreateBuilder("@Element2 waves").Housed().Build();""")]
    [InlineData("""AcmeClipRequest.CreateBuilder("x").WithLastFrame("b").Housed().Build();""")]
    [InlineData("""AcmeClipRequest.CreateBuilder("x").WithLastFrame("b").Housed();""")]
    public Task A_builder_that_is_used_later_is_not_complete(string use) => Verify("KLING112", use);

    [Fact]
    public Task A_call_chain_that_ends_with_Build_is_complete() => Verify(
        "KLING112", """Give(builder.WithElements([new()]).WithPrompt([|"@Element2 waves"|]).Build());""");

    private static TheoryData<string, string> Uses(params string[] uses)
    {
        var data = new TheoryData<string, string>();
        foreach (string use in uses)
        {
            data.Add("KLING113", use.Replace("REQUEST", Dependent, StringComparison.Ordinal));
            data.Add("KLING112", use.Replace("REQUEST", Marker, StringComparison.Ordinal));
            data.Add("KLING112", use.Replace("REQUEST", Copy, StringComparison.Ordinal));
        }

        return data;
    }

    private static Task<IReadOnlyList<Diagnostic>> Verify(string id, string use) => AnalyzerHarness.VerifyConstraints(id, $$"""
        internal sealed record Work(AcmeClipRequest Request) { public AcmeClipRequest Request { get; set; } = Request; }
        internal static class Extensions
        {
            public static AcmeClipRequest Completed(this AcmeClipRequest request) => request with { FirstFrame = "a", Elements = [new(), new()] };
            public static AcmeClipRequestBuilder Housed(this AcmeClipRequestBuilder builder) => builder.WithFirstFrame("a");
        }
        internal static class Program
        {
            private static readonly AcmeClipRequest Base = new() { Prompt = "x" };
            private static AcmeClipRequest Kept { get; set; } = Base;
            private static AcmeClipRequest Complete(AcmeClipRequest request) => request.Completed();
            private static T Same<T>(T request) => request;
            private static void Give(params AcmeClipRequest[] requests) => _ = requests;
            private static void Send(IKlingRequest request) => _ = request;
            private static void Log(object? text) => _ = text;
            internal static async System.Threading.Tasks.Task Run(
                KlingClient client, AcmeClipRequest request, AcmeClipRequest? maybe, AcmeClipRequest[] requests, AcmeClipRequestBuilder builder, bool flag, int count, string? unknown)
            {
                {{use}}
                await System.Threading.Tasks.Task.Yield();
                Log((client, request, maybe, requests, builder, flag, count, unknown, Kept));
            }
        }
        """);
}
