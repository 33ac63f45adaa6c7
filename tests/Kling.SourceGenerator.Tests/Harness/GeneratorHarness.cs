using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kling.SourceGenerator.Tests;

/// <summary>Runs the generator over a project, and over each change of it. Every run is held to what every run must hold to.</summary>
internal sealed class GeneratorHarness
{
    /// <summary>The compiler's object for each file. An editor keeps it until the file is edited.</summary>
    private readonly Dictionary<InMemoryFile, AdditionalText> _texts = new(ReferenceEqualityComparer.Instance);

    private GeneratorDriver _driver;
    private TestProject _project;

    private GeneratorHarness(TestProject project)
    {
        _project = project;
        _driver = CSharpGeneratorDriver.Create(
            [new KlingGenerator().AsSourceGenerator()],
            Texts(project),
            project.ParseOptions,
            new ProjectOptionsProvider(project.Properties),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
    }

    /// <summary>One run over a project.</summary>
    public static GeneratorOutput Run(TestProject project)
    {
        _ = Begin(project, out GeneratorOutput output);
        return output;
    }

    /// <summary>The first of several runs.</summary>
    public static GeneratorHarness Begin(TestProject project, out GeneratorOutput output)
    {
        var harness = new GeneratorHarness(project);
        output = harness.Generate();

        // As a second build does it: every object is a new one, and says the same.
        harness._texts.Clear();
        harness.Change(project).AssertNothingRan();
        return harness;
    }

    /// <summary>A run after an edit of the project.</summary>
    public GeneratorOutput Change(TestProject project)
    {
        _driver = _driver.ReplaceAdditionalTexts(Texts(project))
            .WithUpdatedParseOptions(project.ParseOptions)
            .WithUpdatedAnalyzerConfigOptions(new ProjectOptionsProvider(project.Properties));
        _project = project;
        return Generate();
    }

    /// <summary>A run after an edit of the code alone: files, options and references are the same objects.</summary>
    public GeneratorOutput EditCode(string code)
    {
        _project = _project with { Code = code };
        return Generate();
    }

    /// <summary>A run after an edit of files alone: options, references and the other files are the same objects.</summary>
    public GeneratorOutput EditFiles(params InMemoryFile[] files)
    {
        _project = _project with { Files = files };
        _driver = _driver.ReplaceAdditionalTexts(Texts(_project));
        return Generate();
    }

    private ImmutableArray<AdditionalText> Texts(TestProject project)
    {
        foreach (InMemoryFile file in project.Files)
        {
            _ = _texts.TryAdd(file, file.ToAdditionalText());
        }

        return [.. project.Files.Select(file => _texts[file])];
    }

    private GeneratorOutput Generate()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(
            _project.Compilation(), out Compilation compilation, out _, TestContext.Current.CancellationToken);
        GeneratorRunResult result = Assert.Single(_driver.GetRunResult().Results);
        Assert.Null(result.Exception);
        var output = new GeneratorOutput(result, compilation);
        ModelGraph.AssertHoldsNothingOfRoslyn(output.NewValues(TrackingNames.Models));
        ModelGraph.AssertHoldsNothingOfRoslyn(output.NewValues(TrackingNames.Catalogue));
        return output;
    }
}
