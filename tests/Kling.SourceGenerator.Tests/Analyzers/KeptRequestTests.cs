using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests.Analyzers;

/// <summary>
/// KLING112, KLING113 of requests that are returned or kept. Records are immutable: if no <c>with</c> of the project gives what a request
/// lacks, or if nothing in the project names the member that has it, nothing completes it.
/// </summary>
public sealed class KeptRequestTests
{
    private const string Dependent = """new AcmeClipRequest { Prompt = "x", [|LastFrame|] = "b" }""";
    private const string Marker = """new AcmeClipRequest { Prompt = [|"@Element2 waves"|], Elements = [new()] }""";
    private const string Absent = """new() { Prompt = [|"say <<<tag_1>>>"|] }""";

    private static readonly string[] Places =
    [
        "public static AcmeClipRequest Make() => REQUEST;",
        "public static AcmeClipRequest Make() { return REQUEST; }",
        "public static AcmeClipRequest Make() { AcmeClipRequest made = REQUEST; return made; }",
        "public static AcmeClipRequest Make() { AcmeClipRequest made = REQUEST; System.Console.WriteLine(made.Prompt); return made; }",
        "public static IEnumerable<AcmeClipRequest> Make() { yield return REQUEST; }",
        "public static AcmeClipRequest[] Make() => [REQUEST];",
        "public static IReadOnlyList<AcmeClipRequest> Make() => new List<AcmeClipRequest> { REQUEST };",
        "public static AcmeClipRequest Make(bool wide, AcmeClipRequest other) => wide ? REQUEST : other;",
        "public static AcmeClipRequest Make(int kind, AcmeClipRequest other) => kind switch { 0 => REQUEST, _ => other };",
        "public static AcmeClipRequest Make(AcmeClipRequest? other) => other ?? REQUEST;",
        "public static AcmeClipRequest Made { get; } = REQUEST;",
        "public static AcmeClipRequest Made => REQUEST;",
        "public static AcmeClipRequest Made { get { return REQUEST; } }",
        "private static readonly AcmeClipRequest s_made = REQUEST;",
        "private static AcmeClipRequest? s_made; public static void Make() => s_made = REQUEST;",
        "public static Dictionary<string, AcmeClipRequest> Make() => new() { [\"a\"] = REQUEST };",
        "public static async System.Threading.Tasks.Task<AcmeClipRequest> Make() { await System.Threading.Tasks.Task.Yield(); return REQUEST; }",
        "public static AcmeClipRequest Make() { AcmeClipRequest Inner() => REQUEST; return Inner(); }",
    ];

    public static TheoryData<string, string> Kept => new(
        from place in Places
        from use in (IEnumerable<(string Id, string Request)>)[("KLING113", Dependent), ("KLING112", Marker), ("KLING112", Absent)]
#if FLOOR // The oldest compiler does not say what a new() in a collection expression makes.
        where use.Request != Absent || !place.Contains("[REQUEST]", StringComparison.Ordinal)
#endif
        select (use.Id, place.Replace("REQUEST", use.Request, StringComparison.Ordinal)));

    public static TheoryData<string> Members => new(from use in Kept select MarkedCode.Unmarked(use.Data.Item2));

    [Theory]
    [MemberData(nameof(Kept))]
    public Task What_a_request_lacks_that_nothing_completes_is_reported(string id, string member) => Verify(id, member);

    /// <summary>The requests are the same, but elsewhere a `with` may give them what they lack.</summary>
    [Theory]
    [MemberData(nameof(Members))]
    public Task What_a_copy_may_be_given_is_not(string member) => Verify("KLING113", member + """

            internal static void Use() { Take(Make); Take(Made); Take(s_made); }
            private static void Take(object? made) => System.Console.WriteLine(made);
            private static void Take(Delegate make) => System.Console.WriteLine(make);
            internal static AcmeClipRequest Complete(AcmeClipRequest request) => request with { FirstFrame = "a", Elements = [new(), new()], Tags = ["a", "b"] };
        """ + string.Concat(from name in (string[])["Make", "Made", "s_made"] where !member.Contains(name, StringComparison.Ordinal) select $"\n internal static readonly int {name} = 1;"));

    [Theory]
    [InlineData("""public static AcmeClipRequest Draft() => new() { Prompt = "x", LastFrame = "b" }; public static AcmeClipRequest Whole() => Draft() with { FirstFrame = "a" };""")]
    [InlineData("""public static AcmeClipRequest Draft => new() { Prompt = "@Element1 waves" }; public static AcmeClipRequest Whole() => Draft with { Elements = [new()] };""")]
    [InlineData("""private static readonly AcmeClipRequest Base = new() { Prompt = "@Element1 waves" }; public static AcmeClipRequest Whole() { var draft = Base; return draft with { Elements = [new()] }; }""")]
    [InlineData("""public static AcmeClipRequest[] All() => [new() { Prompt = "x", LastFrame = "b" }]; public static IEnumerable<AcmeClipRequest> Whole() => All().Select(one => one with { FirstFrame = "a" });""")]
    [InlineData("""public static AcmeClipRequest Whole() => new AcmeClipRequest { Prompt = "x", LastFrame = "b" }.Completed();""")]
    [InlineData("""public static AcmeClipRequest Whole() { var draft = new AcmeClipRequest { Prompt = "x", LastFrame = "b" }; return draft.Completed(); }""")]
    [InlineData("""public static AcmeClipRequest Whole(Func<AcmeClipRequest, AcmeClipRequest> complete) => complete(new AcmeClipRequest { Prompt = "x", LastFrame = "b" });""")]
    [InlineData("""public static AcmeClipRequest Whole() { AcmeClipRequest made = new() { Prompt = "x", LastFrame = "b" }; made = made with { FirstFrame = "a" }; return made; }""")]
    [InlineData("""public static AcmeClipRequest Whole(string? first) { AcmeClipRequest made = new() { Prompt = "x", LastFrame = "b", FirstFrame = first }; return made; }""")]
    [InlineData("""public static AcmeClipRequest Whole(KlingList<AcmeClipElement> elements) => new() { Prompt = "@Element2 waves", Elements = elements };""")]
    public Task A_request_that_is_completed_is_not(string members) => Verify("KLING113", members);

    [Fact]
    public async Task A_request_that_a_library_gives_to_other_projects_may_be_completed_there()
    {
        const string Code = """
            public static class Requests
            {
                public static AcmeClipRequest Draft() => new() { Prompt = "say <<<tag_1>>>", LastFrame = "b" };
                public static AcmeClipRequest Short() => new() { Prompt = [|"@Element2 waves"|], Elements = [new()] };
                internal static AcmeClipRequest Own() => new() { Prompt = "x", [|LastFrame|] = "b" };
            }
            """;
        Compilation library = AnalyzerHarness.Compilation(MarkedCode.Unmarked(Code));
        Assert.Equal(OutputKind.DynamicallyLinkedLibrary, library.Options.OutputKind);
        Assert.Equal(["KLING112 \"@Element2 waves\"", "KLING113 LastFrame"], (await AnalyzerHarness.RunCompiled(library)).Select(Found));
        Assert.Equal(
            ["KLING112 \"say <<<tag_1>>>\"", "KLING113 LastFrame", "KLING112 \"@Element2 waves\"", "KLING113 LastFrame"],
            (await AnalyzerHarness.RunCompiled(library.WithOptions(library.Options.WithOutputKind(OutputKind.ConsoleApplication)).AddSyntaxTrees(EntryPoint(library)))).Select(Found));
    }

    [Fact]
    public Task A_test_may_want_it_to_be_wrong() => Verify("KLING113", """
        private sealed class FactAttribute : Attribute;
        private static AcmeClipRequest Wrong() => new() { Prompt = "x", LastFrame = "b" };
        [Fact] public static void It_is_refused() => System.Console.WriteLine(Wrong().Validate());
        """);

    private static SyntaxTree EntryPoint(Compilation library) => Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(
        "internal static class Start { internal static void Main() { } }", (Microsoft.CodeAnalysis.CSharp.CSharpParseOptions)library.SyntaxTrees.First().Options);

    private static string Found(Diagnostic diagnostic) => $"{diagnostic.Id} {AnalyzerHarness.Text(diagnostic)}";

    private static Task<IReadOnlyList<Diagnostic>> Verify(string id, string members) => AnalyzerHarness.VerifyConstraints(id, $$"""
        internal static class Extensions
        {
            public static AcmeClipRequest Completed(this AcmeClipRequest request) => Completion.Of(request);
        }
        internal static class Completion
        {
            public static Func<AcmeClipRequest, AcmeClipRequest> Of { get; set; } = static request => request;
        }
        internal static class Program
        {
            {{members}}
        }
        """);
}
