using System.Globalization;
using Kling.Benchmarks.Generator;
using Kling.Benchmarks.Results;
using Kling.SourceGenerator.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kling.Benchmarks.Peer;

/// <summary>Generated code beside what a user would otherwise compile, into the file that is checked in.</summary>
internal static class PeerRun
{
    // What the catalogue of one model has.
    private const int CatalogueLines = 19;

    private const int Runs = 5;

    private static readonly MetadataReference Runtime = MetadataReference.CreateFromFile(typeof(KlingModel).Assembly.Location);

    public static int Write()
    {
        (InMemoryFile File, string Classes)[] both = [.. Compilable()];
        InMemoryFile[] files = [.. both.Select(static pair => pair.File)];
        Build ours = Median(() => Valid(Ours(files)));
        Build peer = Median(() => Valid(Peer([.. both.Select(static pair => pair.Classes)])));
        InMemoryFile[] shipped = [.. files.Where(static file => file.Path.StartsWith("shipped/", StringComparison.Ordinal))];
        Build large = Median(static () => Ours([Enumeration(4_000)]));
        Build larger = Median(static () => Ours([Enumeration(20_000)]));
        Build pro = Ours([SchemaCorpus.Kling3Pro]);
        string path = Path.Combine(SchemaCorpus.RepositoryRoot, "tests", "Kling.Benchmarks", "PEER.md");
        File.WriteAllText(path, new PeerFile(Machine.Now(), files.Length, shipped.Length, ours, peer, pro.Lines - CatalogueLines, large, larger).Write());
        Console.WriteLine($"Written: {path}");
        return 0;
    }

    /// <summary>The files that both sides generate and compile. NJsonSchema's classes of some schemas do not compile; those count for nobody.</summary>
    private static IEnumerable<(InMemoryFile File, string Classes)> Compilable()
    {
        int number = 0;
        foreach (InMemoryFile file in SchemaCorpus.Files)
        {
            if (PeerClasses.Generate(file.Text!, number++) is { } classes && Peer([classes]).Errors.Count == 0)
            {
                yield return (file, classes);
            }
        }
    }

    private static Build Ours(IReadOnlyList<InMemoryFile> files) => Build.Run([], () => new GeneratedProject(files).Driver, Runtime);

    private static Build Valid(Build build) =>
        build.Errors.Count == 0 ? build : throw new InvalidOperationException(string.Join('\n', build.Errors.Take(10)));

    private static Build Peer(IReadOnlyList<string> classes) =>
        Build.Run(classes, static () => CSharpGeneratorDriver.Create([SharedFramework.JsonGenerator()], parseOptions: new CSharpParseOptions(LanguageVersion.CSharp12)));

    private static Build Median(Func<Build> run)
    {
        _ = run();
        Build[] builds = [.. Enumerable.Range(0, Runs).Select(_ => run()).OrderBy(static build => build.Seconds)];
        return builds[Runs / 2];
    }

    private static InMemoryFile Enumeration(int values)
    {
        string list = string.Join(",", Enumerable.Range(0, values).Select(static i => string.Create(CultureInfo.InvariantCulture, $"\"voice_{i:x5}\"")));
        return new InMemoryFile("schemas/large.json", $$$$"""{"type":"object","properties":{"voice":{"type":"string","enum":[{{{{list}}}}]}}}""");
    }
}
