using Microsoft.CodeAnalysis;

namespace Kling.Benchmarks.Generator;

/// <summary>How many steps of the generator an edit runs again, counted by the compiler itself.</summary>
/// <param name="All">Every step of ours: each file counts for itself.</param>
/// <param name="Ran">Those that ran again, whatever they gave.</param>
/// <param name="RanByName">Those of them that have a name, as <c>Results 1, Catalogue 1</c>.</param>
/// <param name="Written">The files that were written again.</param>
internal sealed record StepCounts(int All, int Ran, string RanByName, int Written)
{
    /// <summary>What the compiler gives; everything else is ours.</summary>
    private static readonly HashSet<string> Inputs = ["Compilation", "AdditionalTexts", "AnalyzerConfigOptions", "ParseOptions", "MetadataReferences"];

    public static StepCounts After(GeneratorDriver driver)
    {
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        var steps = new HashSet<IncrementalGeneratorRunStep>();
        foreach (IncrementalGeneratorRunStep output in result.TrackedOutputSteps.SelectMany(static pair => pair.Value))
        {
            Collect(output, steps);
        }

        IncrementalGeneratorRunStep[] ran = [.. steps.Where(static step => step.Outputs.Any(static output => output.Reason is not IncrementalStepRunReason.Cached))];
        int written = result.TrackedOutputSteps.SelectMany(static pair => pair.Value)
            .Count(static step => step.Outputs.Any(static output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified));
        IEnumerable<string> named = ran.Where(static step => step.Name is not null)
            .GroupBy(static step => step.Name!)
            .OrderBy(static group => group.Key, StringComparer.Ordinal)
            .Select(static group => $"{group.Key} {group.Count()}");
        return new StepCounts(steps.Count, ran.Length, string.Join(", ", named), written);
    }

    /// <summary>Walks from an output to everything that went into it, named or not.</summary>
    private static void Collect(IncrementalGeneratorRunStep step, HashSet<IncrementalGeneratorRunStep> steps)
    {
        if ((step.Name is not null && Inputs.Contains(step.Name)) || !steps.Add(step))
        {
            return;
        }

        foreach ((IncrementalGeneratorRunStep source, int _) in step.Inputs)
        {
            Collect(source, steps);
        }
    }
}
