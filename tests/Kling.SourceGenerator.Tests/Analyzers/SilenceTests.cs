using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kling.SourceGenerator.Tests.Analyzers;

/// <summary>Where the analyzers have nothing to say, and that nothing makes them fail.</summary>
public sealed class SilenceTests
{
    /// <summary>How many unfinished files one project has.</summary>
    private const int FilesPerProject = 16;

    private const string Sample = """
        internal static class Program
        {
            private static readonly int Much = 99;
            private const string Key = "steps";
            internal static void Run(AcmeClipRequest request, AcmeClipRequestBuilder builder, bool flag)
            {
                var made = new AcmeClipRequest
                {
                    Prompt = "@Element3", Steps = flag ? 1 : Much, Mode = (AcmeClipMode)9, LastFrame = "b",
                    Elements = [new() { Link = new Uri("x", UriKind.Relative) }, .. request.Elements!, new AcmeClipElement()],
                    Tags = ImmutableArray.Create("a", "a", "b", "c"),
                    AdditionalParameters = new JsonObject { [Key] = 1, ["promt"] = 2 },
                };
                builder.WithTitle($"{Key}").AddElement(steps: 1).AddElement(link: null).AddElement(style: "x").WithAdditionalParameter("steps", 1).Build();
                int late; late = 1;
                _ = request with { Steps = late };
                new KlingClient("SG_3f9a07c1e58b24d6").SubmitAsync(made).Wait();
                new KlingClient().SubmitAsync("acme-clip", default(System.Text.Json.JsonElement));
            }
        }
        """;

    [Fact]
    public async Task No_analyzer_fails_on_incomplete_code()
    {
        // Within a token nothing changes but its spelling, so each is cut off once: after its first character.
        SyntaxTree whole = CSharpSyntaxTree.ParseText(Sample, cancellationToken: TestContext.Current.CancellationToken);
        SyntaxNode root = await whole.GetRootAsync(TestContext.Current.CancellationToken);
        IEnumerable<int> lengths = root.DescendantTokens().SelectMany(static token => new[] { token.SpanStart + 1, token.Span.End });
        foreach (int[] chunk in lengths.Where(static length => length <= Sample.Length).Distinct().Chunk(FilesPerProject))
        {
            // Each is a file of its own: what is not closed in one does not reach into another.
            IEnumerable<SyntaxTree> files = chunk.SelectMany(
                static (length, index) => AnalyzerHarness.Compilation(Unfinished(length, index)).SyntaxTrees.Take(1));
            _ = await AnalyzerHarness.Run(AnalyzerHarness.Compilation("").AddSyntaxTrees(files));
        }
    }

    /// <summary>The beginning of the sample. Its class has a name of its own among the files of a project.</summary>
    private static string Unfinished(int length, int index) => Sample[..length].Replace("class Program", FormattableString.Invariant($"class Program{index}"), StringComparison.Ordinal);

    [Fact]
    public async Task Generated_code_is_not_analysed()
    {
        IReadOnlyList<Diagnostic> written = await AnalyzerHarness.Run(AnalyzerHarness.Compilation(Sample));
        CSharpCompilation compilation = AnalyzerHarness.Compilation(Sample);
        SyntaxTree tree = compilation.SyntaxTrees[0];
        IReadOnlyList<Diagnostic> generated = await AnalyzerHarness.Run(compilation.ReplaceSyntaxTree(tree, tree.WithFilePath("/Program.g.cs")));
        Assert.NotEmpty(written);
        Assert.Empty(generated);
    }

    [Fact]
    public async Task Code_without_the_runtime_is_not_analysed()
    {
        const string Unrelated = """
            namespace Other
            {
                [System.AttributeUsage(System.AttributeTargets.Property)]
                class SchemaRangeAttribute(double minimum, double maximum) : System.Attribute;
                record R { [SchemaRange(2, 10)] public int Steps { get; init; } public System.Uri? Link { get; init; } }
                class P { object Run() => new R { Steps = 1, Link = new System.Uri("x", System.UriKind.Relative) }; }
            }
            """;
        Assert.Empty(await AnalyzerHarness.Run(new TestProject { Code = Unrelated }.Compilation()));
    }

    [Fact]
    public async Task A_model_that_was_built_with_an_older_runtime_is_analysed()
    {
        Compilation older = AnalyzerHarness.Library("Kling.Generated", """
            [assembly: System.Reflection.AssemblyVersion("0.0.0.1")]
            namespace Kling.Annotations
            {
                [System.AttributeUsage(System.AttributeTargets.All)]
                public sealed class SchemaRangeAttribute(double minimum, double maximum) : System.Attribute { public double[] Limits => [minimum, maximum]; }
            }
            """);
        Compilation film = AnalyzerHarness.Library("Films", "namespace Acme.Models; public class Film { [Kling.Annotations.SchemaRange(2, 10)] public int Steps { get; set; } }", AnalyzerHarness.Emit(older));
        await AnalyzerHarness.Verify("KLING101", "internal static class Program { internal static object Run() => new Film { Steps = [|1|] }; }", ClipModel.Compiled, AnalyzerHarness.Emit(film));
    }

    [Fact]
    public async Task A_file_that_does_not_name_the_runtime_is_analysed_where_another_does()
    {
        string[] files =
        [
            "global using Kling.Annotations; global using Base = Kling.KlingClient; global using Any = Kling.IKlingRequest;",
            "namespace Shop; class Film { [SchemaRange(2, 10)] public int Steps { get; init; } }",
            "namespace Shop; class Mine : Base; class Till { object Film() => new Film { Steps = 1 }; void Pay(Mine mine, Any request) => mine.SubmitAsync(request); }",
        ];
        Compilation compilation = new TestProject { Code = "" }.Compilation();
        SyntaxTree first = compilation.SyntaxTrees.First();
        compilation = compilation.AddSyntaxTrees(files.Select((code, index) => CSharpSyntaxTree.ParseText(code, (CSharpParseOptions)first.Options, $"/File{index}.cs")));
        AnalyzerHarness.AssertCompiles(compilation);
        Assert.Equal(["KLING101 1", "KLING201 mine.SubmitAsync(request)"], (await AnalyzerHarness.Run(compilation)).Select(static diagnostic => $"{diagnostic.Id} {AnalyzerHarness.Text(diagnostic)}"));
    }

    [Fact]
    public async Task A_model_from_source_and_from_metadata_gives_the_same_diagnostics()
    {
        Compilation withSource = GeneratorHarness.Run(TestProject.With(ClipModel.Schema)).Compilation
            .AddSyntaxTrees(AnalyzerHarness.Compilation(Sample).SyntaxTrees.First());
        AnalyzerHarness.AssertCompiles(withSource);
        IReadOnlyList<Diagnostic> source = await AnalyzerHarness.Run(withSource);
        IReadOnlyList<Diagnostic> metadata = await AnalyzerHarness.Run(AnalyzerHarness.Compilation(Sample));
        Assert.Equal(metadata.Select(static diagnostic => diagnostic.ToString()), source.Select(static diagnostic => diagnostic.ToString()));
        Assert.True(metadata.Select(static diagnostic => diagnostic.Id).Distinct().Count() > 9);
    }
}
