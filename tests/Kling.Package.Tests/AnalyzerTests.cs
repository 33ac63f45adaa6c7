using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kling.Package.Tests;

/// <summary>The assemblies that compilers and editors load out of the package.</summary>
public sealed class AnalyzerTests : IDisposable
{
    private const string Generator = "Kling.SourceGenerator.dll";
    private const string Fixes = "Kling.CodeFixes.dll";
    private const string Completion = "Kling.Completion.dll";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kling-analyzers-");
    private readonly Loader _loader = new();

    public AnalyzerTests(Packages packages)
    {
        PackageFile package = Packages.Read(packages.Feed, "Kling.Generated");
        foreach (string file in new[] { Generator, Fixes })
        {
            File.WriteAllBytes(PathOf(file), package.Entries["analyzers/dotnet/cs/" + file]);
        }

        File.WriteAllBytes(PathOf(Completion), package.Entries["analyzers/dotnet/roslyn4.14/cs/" + Completion]);
    }

    public void Dispose()
    {
        _loader.Unload();
        _folder.Delete(recursive: true);
    }

    // Whatever else they asked for would have to stand beside them, and clash with what another generator brings.
    [Theory]
    [InlineData(Generator, "Microsoft.CodeAnalysis 4.8.0.0", "Microsoft.CodeAnalysis.CSharp 4.8.0.0", "System.Collections.Immutable 7.0.0.0", "System.Memory 4.0.1.2", "netstandard 2.0.0.0")]
    [InlineData(Fixes, "Microsoft.CodeAnalysis 4.8.0.0", "Microsoft.CodeAnalysis.CSharp 4.8.0.0", "Microsoft.CodeAnalysis.Workspaces 4.8.0.0", "System.Collections.Immutable 7.0.0.0", "System.Memory 4.0.1.2", "netstandard 2.0.0.0")]
    [InlineData(Completion, "Microsoft.CodeAnalysis 4.14.0.0", "Microsoft.CodeAnalysis.CSharp 4.14.0.0", "Microsoft.CodeAnalysis.Features 4.14.0.0", "Microsoft.CodeAnalysis.Workspaces 4.14.0.0", "System.Collections.Immutable 9.0.0.0", "netstandard 2.0.0.0")]
    public void The_analyzers_reference_only_what_the_oldest_supported_compiler_and_editor_have(string file, params string[] allowed)
    {
        using var assembly = new PEReader(File.OpenRead(PathOf(file)));
        MetadataReader reader = assembly.GetMetadataReader();

        Assert.Equal(allowed, reader.AssemblyReferences
            .Select(reader.GetAssemblyReference)
            .Select(reference => $"{reader.GetString(reference.Name)} {reference.Version}")
            .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_compiler_finds_the_generator_and_the_analyzers_of_every_documented_id()
    {
        var reference = new AnalyzerFileReference(PathOf(Generator), _loader);

        Assert.Equal("Kling.SourceGenerator.KlingGenerator", Assert.Single(reference.GetGenerators(LanguageNames.CSharp)).GetGeneratorType().FullName);
        Assert.Equal(
            Documented().Where(static id => id[5] is '1' or '2'),
            Ids(reference.GetAnalyzers(LanguageNames.CSharp)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_editor_finds_the_fixes_and_each_is_for_an_id_that_is_reported()
    {
        // The compiler's own: a name that there is not, and a text where an enum is wanted.
        IEnumerable<string> reported = ["CS0019", "CS0029", "CS0103", "CS0117", "CS0266", "CS1503", .. Ids(new AnalyzerFileReference(PathOf(Generator), _loader).GetAnalyzers(LanguageNames.CSharp))];
        CodeFixProvider[] fixes = [.. _loader.LoadFromPath(PathOf(Fixes)).GetTypes()
            .Where(static type => type.GetCustomAttribute<ExportCodeFixProviderAttribute>() is { } export && export.Languages.Contains(LanguageNames.CSharp))
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!)];

        Assert.NotEmpty(fixes);
        Assert.All(fixes.SelectMany(static fix => fix.FixableDiagnosticIds), id => Assert.Contains(id, reported));
    }

    private static IEnumerable<string> Ids(ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static descriptor => descriptor.Id).Distinct();

    private static IEnumerable<string> Documented() => File.ReadLines(Path.Combine(Checkout.Root, "generator", "DIAGNOSTICS.md"))
        .Where(static line => line.StartsWith("## KLING", StringComparison.Ordinal))
        .Select(static line => line[3..]);

    private string PathOf(string file) => Path.Combine(_folder.FullName, file);

    /// <summary>Loads as a compiler does: the compiler's own assemblies are taken from where they are.</summary>
    private sealed class Loader() : AssemblyLoadContext("package", isCollectible: true), IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => LoadFromAssemblyPath(fullPath);
    }
}
