using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests;

/// <summary>Generated code at work: compiled, loaded, and taken out of memory again.</summary>
internal sealed class GeneratedModels : IDisposable
{
    private readonly AssemblyLoadContext _context = new("generated", isCollectible: true);

    /// <param name="project">A project whose schemas must all compile without a warning.</param>
    public GeneratedModels(TestProject project)
    {
        GeneratorOutput output = GeneratorHarness.Run(project);
        Assert.DoesNotContain(output.Diagnostics, static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);
        Diagnostics = output.Diagnostics;

        using var image = new MemoryStream();
        output.AssertEmits(image);
        image.Position = 0;
        Type catalogue = _context.LoadFromStream(image).GetType("Acme.Models.KlingModels", throwOnError: true)!;
        BySlug = ((IReadOnlyList<KlingModel>)catalogue.GetProperty("All")!.GetValue(null)!).ToDictionary(static model => model.Slug, StringComparer.Ordinal);
    }

    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>The models by their slugs.</summary>
    public IReadOnlyDictionary<string, KlingModel> BySlug { get; }

    public void Dispose() => _context.Unload();
}
