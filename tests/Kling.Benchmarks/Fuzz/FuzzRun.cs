using System.Globalization;
using Kling.Benchmarks.Generator;
using Kling.SourceGenerator.Tests;
using Kling.SourceGenerator.Tests.Fuzz;
using Microsoft.CodeAnalysis;

namespace Kling.Benchmarks.Fuzz;

/// <summary>
/// The tests' fuzzer with as many inputs as one likes: whatever stands in a file, the generator neither throws nor hangs, says
/// where the file is wrong if it gives no type, and leaves the file beside it alone.
/// </summary>
internal sealed class FuzzRun
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private readonly InMemoryFile _bystander = new("/other.json", """{ "type": "object", "properties": { "a": { "enum": ["x", "y"] } } }""");
    private readonly GeneratedProject _project;
    private readonly string _expected;
    private GeneratorDriver _driver;

    private FuzzRun()
    {
        _project = new GeneratedProject([_bystander]);
        _driver = _project.Run();
        _expected = _driver.GetRunResult().Results.Single().GeneratedSources.Single(static source => source.HintName != "KlingModels.g.cs").SourceText.ToString();
    }

    /// <summary>Prints the seed, and the first input that fails.</summary>
    /// <param name="count">How many inputs.</param>
    /// <param name="seed">What repeats a run.</param>
    /// <returns>0 if no input failed.</returns>
    public static int Run(int count, int seed)
    {
        Console.WriteLine($"{Text(count)} inputs from {Text(SchemaCorpus.Files.Count)} real files; repeat with: fuzz --count {Text(count)} --seed {Text(seed)}");
        var mutator = new Mutator(new Random(seed), [.. SchemaCorpus.Files.Select(static file => file.Text!)]);
        var run = new FuzzRun();
        int generated = 0;
        for (int i = 0; i < count; i++)
        {
            InMemoryFile spoilt = mutator.Next($"/spoilt-{Text(i)}.json");
            if (run.Failure(spoilt, out bool isGenerated) is { } failure)
            {
                Console.WriteLine($"Input {Text(i)}: {failure}\n{spoilt.Text}");
                return 1;
            }

            generated += isGenerated ? 1 : 0;
        }

        Console.WriteLine($"{Text(generated)} gave a type, {Text(count - generated)} a located error; none failed.");
        return 0;
    }

    /// <summary>What is wrong with the run over a file, or <see langword="null"/>.</summary>
    private string? Failure(InMemoryFile spoilt, out bool isGenerated)
    {
        isGenerated = false;
        GeneratorDriver before = _driver.ReplaceAdditionalTexts([spoilt.ToAdditionalText(), _bystander.ToAdditionalText()]);
        var run = Task.Run(() => before.RunGenerators(_project.Compilation));
        if (!run.Wait(Longest))
        {
            return $"The run has no end after {Longest.TotalSeconds.ToString("N0", CultureInfo.InvariantCulture)} s.";
        }

        _driver = run.Result;
        GeneratorRunResult result = _driver.GetRunResult().Results.Single();

        // The other file's and the catalogue are there in any case.
        isGenerated = result.GeneratedSources is { IsDefault: false, Length: 3 };
        bool hasError = result.Diagnostics.Any(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);
        return result.Exception is not null ? result.Exception.ToString()
            : result.GeneratedSources.All(source => source.SourceText.ToString() != _expected) ? "The file beside it is generated otherwise, or not at all."
            : result.Diagnostics.FirstOrDefault(diagnostic => !StandsIn(diagnostic, spoilt)) is { } elsewhere ? $"A diagnostic stands outside the file: {elsewhere}"
            : hasError == isGenerated ? "There is a type and an error, or neither."
            : null;
    }

    private static bool StandsIn(Diagnostic diagnostic, InMemoryFile file) =>
        diagnostic.Location.GetLineSpan().Path == file.Path && diagnostic.Location.SourceSpan.End <= file.Text!.Length;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
