using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kling.Benchmarks.Peer;

/// <summary>What a project costs its user: everything that the compiler sees of it, parsed, generated and emitted.</summary>
/// <param name="Lines">The lines of generated code.</param>
/// <param name="Bytes">The size of the assembly.</param>
/// <param name="Seconds">The processor time of the compiler, its generators included.</param>
/// <param name="Errors">What does not compile.</param>
internal sealed record Build(int Lines, long Bytes, double Seconds, IReadOnlyList<string> Errors)
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp12);

    /// <param name="sources">Generated before the compiler ran.</param>
    /// <param name="driver">The source generators, fresh.</param>
    /// <param name="references">What is referenced beside the framework.</param>
    public static Build Run(IEnumerable<string> sources, Func<GeneratorDriver> driver, params MetadataReference[] references)
    {
        string[] texts = [.. sources];
        TimeSpan before = Environment.CpuUsage.TotalTime;
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Acme",
            texts.Select(static text => CSharpSyntaxTree.ParseText(text, Options)),
            [.. SharedFramework.References, .. references],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        GeneratorDriver done = driver().RunGeneratorsAndUpdateCompilation(compilation, out Compilation whole, out _);
        using var assembly = new MemoryStream();
        var result = whole.Emit(assembly);
        double seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;

        int lines = texts.Sum(Count) + done.GetRunResult().GeneratedTrees.Sum(static tree => Count(tree.ToString()));
        return new Build(lines, assembly.Length, seconds, [.. result.Diagnostics.Where(static one => one.Severity is DiagnosticSeverity.Error).Select(static one => one.ToString())]);
    }

    private static int Count(string text) => text.Count(static c => c == '\n');
}
