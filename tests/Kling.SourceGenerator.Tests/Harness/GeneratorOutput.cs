using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace Kling.SourceGenerator.Tests;

/// <summary>What one run of the generator gave, and which steps it took for it.</summary>
internal sealed class GeneratorOutput(GeneratorRunResult result, Compilation compilation)
{
    /// <summary>The steps of the compiler; everything else is ours.</summary>
    private static readonly HashSet<string> Inputs = ["Compilation", "AdditionalTexts", "AnalyzerConfigOptions", "ParseOptions", "MetadataReferences"];

    /// <summary>The generated files by the names that they go by.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; } =
        result.GeneratedSources.ToDictionary(static source => source.HintName, static source => source.SourceText.ToString(), StringComparer.Ordinal);

    public IReadOnlyList<Diagnostic> Diagnostics { get; } = result.Diagnostics;

    /// <summary>The project with the generated files in it.</summary>
    public Compilation Compilation { get; } = compilation;

    /// <summary>The one generated request file.</summary>
    public string Request => Sources.Single(static source => source.Key != "KlingModels.g.cs").Value;

    public string Catalogue => Sources["KlingModels.g.cs"];

    /// <summary>All that was generated, as one text: for comparing runs byte by byte.</summary>
    public string AllText => string.Join("\n", Sources.OrderBy(static source => source.Key, StringComparer.Ordinal).Select(static source => $"== {source.Key}\n{source.Value}"));

    /// <summary>Every diagnostic as <c>id at line:column+length message</c>, one-based as a build prints them.</summary>
    public IReadOnlyList<string> Report => [.. Diagnostics
        .Select(static diagnostic => (diagnostic, place: diagnostic.Location.GetLineSpan()))
        .Select(static pair =>
            $"{pair.diagnostic.Id} {pair.diagnostic.Severity} {pair.place.Path}({pair.place.StartLinePosition.Line + 1},{pair.place.StartLinePosition.Character + 1})+{pair.diagnostic.Location.SourceSpan.Length}: {pair.diagnostic.GetMessage(null)}")
        .Order(StringComparer.Ordinal)];

    /// <summary>The values that a step gave.</summary>
    public IEnumerable<object> Values(string step) =>
        result.TrackedSteps.TryGetValue(step, out var runs) ? runs.SelectMany(static run => run.Outputs).Select(static output => output.Value) : [];

    /// <summary>The values that a step did not give in the run before.</summary>
    public IEnumerable<object> NewValues(string step) => Values(step)
        .Zip(Reasons(step))
        .Where(static pair => pair.Second is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
        .Select(static pair => pair.First);

    /// <summary>Why each value of a step is what it is: found again, new, changed …</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string step) =>
        result.TrackedSteps.TryGetValue(step, out var runs) ? [.. runs.SelectMany(static run => run.Outputs).Select(static output => output.Reason)] : [];

    /// <summary>The same for everything that is written or reported.</summary>
    public IReadOnlyList<IncrementalStepRunReason> OutputReasons =>
        [.. result.TrackedOutputSteps.SelectMany(static step => step.Value).SelectMany(static run => run.Outputs).Select(static output => output.Reason)];

    public void AssertNothingRan()
    {
        string[] steps = [TrackingNames.Project, TrackingNames.Files, TrackingNames.Sources, TrackingNames.Results, TrackingNames.Catalogue, TrackingNames.Models];
        Assert.All(steps.SelectMany(Reasons).Concat(OutputReasons), static reason =>
            Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"A step ran again: {reason}."));
    }

    /// <summary>Every step behind every output, with a name or without, was found in the cache.</summary>
    public void AssertEveryStepIsCached()
    {
        IReadOnlyCollection<IncrementalGeneratorRunStep> steps = Steps();
        Assert.NotEmpty(steps);
        Assert.All(steps.SelectMany(static step => step.Outputs), static output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    /// <summary>How many steps behind the outputs, with a name or without, were not found in the cache.</summary>
    public int StepsThatRan => Steps().Count(static step => step.Outputs.Any(static output => output.Reason is not IncrementalStepRunReason.Cached));

    /// <summary>Compiles the project with the generated files. Every warning is an error.</summary>
    public Compilation AssertCompiles()
    {
        AssertNoProblem(Compilation.GetDiagnostics(TestContext.Current.CancellationToken));
        return Compilation;
    }

    /// <summary>
    /// Compiles the project with the generated files into an assembly. Every warning is an error: the compiler reports the same as in
    /// <see cref="AssertCompiles"/>, and compiles once for both.
    /// </summary>
    public void AssertEmits(Stream image, Stream? documentation = null)
    {
        EmitResult result = Compilation.Emit(image, xmlDocumentationStream: documentation, cancellationToken: TestContext.Current.CancellationToken);
        AssertNoProblem(result.Diagnostics);
        Assert.True(result.Success);
    }

    private static void AssertNoProblem(IEnumerable<Diagnostic> diagnostics)
    {
        Diagnostic[] problems = [.. diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed)];
        Assert.True(problems.Length == 0, string.Join("\n", problems.Take(3).Select(Describe)));
    }

    private static string Describe(Diagnostic diagnostic)
    {
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        string line = diagnostic.Location.SourceTree?.GetText().Lines[place.StartLinePosition.Line].ToString() ?? "";
        return $"{diagnostic}\n    {line.Trim()}";
    }

    private HashSet<IncrementalGeneratorRunStep> Steps()
    {
        HashSet<IncrementalGeneratorRunStep> steps = [];
        foreach (IncrementalGeneratorRunStep output in result.TrackedOutputSteps.SelectMany(static step => step.Value))
        {
            Collect(output, steps);
        }

        return steps;
    }

    private static void Collect(IncrementalGeneratorRunStep step, HashSet<IncrementalGeneratorRunStep> steps)
    {
        if ((step.Name is null || !Inputs.Contains(step.Name)) && steps.Add(step))
        {
            foreach ((IncrementalGeneratorRunStep source, _) in step.Inputs)
            {
                Collect(source, steps);
            }
        }
    }
}
