using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kling.SourceGenerator.Tests.Analyzers;

/// <summary>Compiles code against a model and runs all analyzers over it.</summary>
internal static class AnalyzerHarness
{
    /// <summary>Every analyzer of the assembly: none can be forgotten.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> All { get; } =
    [
        .. typeof(KlingGenerator).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private const string Usings = "using System; using System.Collections.Generic; using System.Linq; using System.Collections.Immutable; using System.Text.Json.Nodes; using Kling; using Kling.Annotations; using Acme.Models;\n";

    /// <summary>Projects without code by the models that they refer to: the compiler reads the references of each once.</summary>
    private static readonly ConditionalWeakTable<MetadataReference[], CSharpCompilation> ByModels = [];

    /// <summary>The diagnostics of code that names a compiled model.</summary>
    public static Task<IReadOnlyList<Diagnostic>> Run(string code, params MetadataReference[] models) =>
        Run(Compilation(code, models));

    public static CSharpCompilation Compilation(string code, params MetadataReference[] models) =>
        ByModels.GetValue(models, Empty).AddSyntaxTrees(new TestProject { Code = Usings + code }.Compilation().SyntaxTrees);

    /// <summary>A project without code. One that names no model refers to the clip.</summary>
    private static CSharpCompilation Empty(MetadataReference[] models) => new TestProject().Compilation()
        .RemoveAllSyntaxTrees()
        .WithAssemblyName("App")
        .AddReferences(models.Length == 0 ? [ClipModel.Compiled] : models);

    /// <summary>A library that knows of the framework and of what is given, but not of the runtime.</summary>
    public static CSharpCompilation Library(string name, string code, params MetadataReference[] references) => CSharpCompilation.Create(
        name,
        [CSharpSyntaxTree.ParseText(code, new TestProject { Code = "" }.ParseOptions)],
        FrameworkReferences.All.Concat(references),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    /// <summary>A compilation as a reference: its source is nowhere.</summary>
    public static MetadataReference Emit(Compilation compilation)
    {
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    /// <summary>What the analyzers report.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> Run(Compilation compilation, AnalyzerOptions? options = null) =>
        [.. (await RunAll(compilation, options)).Where(static diagnostic => !IsOfCompiler(diagnostic))];

    /// <summary>The same of code that must compile.</summary>
    /// <param name="compilation">The code.</param>
    /// <param name="alsoOfCompiler">The ids of the compiler's own warnings that count, too.</param>
    public static async Task<IReadOnlyList<Diagnostic>> RunCompiled(Compilation compilation, params string[] alsoOfCompiler)
    {
        IReadOnlyList<Diagnostic> found = [.. await RunAll(compilation, options: null)];
        AssertHasNoError(found.Where(IsOfCompiler));
        return [.. found.Where(diagnostic => !IsOfCompiler(diagnostic) || alsoOfCompiler.Contains(diagnostic.Id))];
    }

    private static bool IsOfCompiler(Diagnostic diagnostic) => diagnostic.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.Compiler);

    private static async Task<IEnumerable<Diagnostic>> RunAll(Compilation compilation, AnalyzerOptions? options)
    {
        var failures = new List<string>();
        CompilationWithAnalyzers analyzed = compilation.WithAnalyzers(All, new CompilationWithAnalyzersOptions(
            options ?? new AnalyzerOptions([]),
            onAnalyzerException: (exception, _, _) => failures.Add(exception.ToString()),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false));
        ImmutableArray<Diagnostic> diagnostics = await analyzed.GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Empty(failures);
        return diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan).ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal);
    }

    /// <summary>Holds the diagnostics against the marks in the code: those of the id, at exactly these places, and no others but suggestions.</summary>
    public static Task<IReadOnlyList<Diagnostic>> Verify(string id, string marked, params MetadataReference[] models) => Verify(id, marked, diagnostic => diagnostic.Severity is not DiagnosticSeverity.Info || diagnostic.Id == id, models);

    /// <summary>The same, whatever is reported of the use of the client.</summary>
    public static Task<IReadOnlyList<Diagnostic>> VerifyConstraints(string id, string marked, params MetadataReference[] models) =>
        Verify(id, marked, diagnostic => diagnostic.Descriptor.Category == ConstraintDiagnostics.Category && (diagnostic.Severity is not DiagnosticSeverity.Info || diagnostic.Id == id), models);

    private static async Task<IReadOnlyList<Diagnostic>> Verify(string id, string marked, Func<Diagnostic, bool> counts, MetadataReference[] models)
    {
        IReadOnlyList<Diagnostic> found = [.. (await RunCompiled(Compilation(MarkedCode.Unmarked(marked), models))).Where(counts)];
        AssertMarked(id, marked, found);
        return found;
    }

    /// <summary>Asserts that what was found is of the id, at the marks and nowhere else.</summary>
    public static void AssertMarked(string id, string marked, IReadOnlyList<Diagnostic> found)
    {
        var code = new MarkedCode(Usings + marked);
        Assert.Equal(
            code.Spans.Select(span => $"{id} {span} {code.Code[span.Start..span.End]}"),
            found.Select(diagnostic => $"{diagnostic.Id} {diagnostic.Location.SourceSpan} {Text(diagnostic)}"));
    }

    public static void AssertCompiles(Compilation compilation) => AssertHasNoError(compilation.GetDiagnostics(TestContext.Current.CancellationToken));

    private static void AssertHasNoError(IEnumerable<Diagnostic> diagnostics) => Assert.Empty(diagnostics
        .Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error)
        .Select(static diagnostic => diagnostic.ToString()));

    /// <summary>What the code says at a diagnostic.</summary>
    public static string Text(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.GetText().ToString(diagnostic.Location.SourceSpan) ?? "";

    public static string Message(Diagnostic diagnostic) => diagnostic.GetMessage(CultureInfo.InvariantCulture);
}
