using System.Collections.Immutable;
using Kling.SourceGenerator;
using Kling.SourceGenerator.Analyzers;
using Kling.SourceGenerator.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Kling.CodeFixes.Tests;

/// <summary>A user's project in an editor's workspace, with what the generator makes of its schema files, and the analyzer on.</summary>
internal sealed class UserProject : IDisposable
{
    /// <summary>What every project refers to. The compiler keeps what it has read of references as long as a compilation uses it.</summary>
    private static readonly CSharpCompilation Empty = ReadReferences();

    private readonly AdhocWorkspace _workspace;
    private readonly AnalyzerOptions _files;
    private readonly Project _first;

    /// <summary>What was found in each state of the project: a state never changes.</summary>
    private readonly Dictionary<Project, ImmutableArray<Diagnostic>> _found = [];

    private UserProject(AdhocWorkspace workspace, AnalyzerOptions files, Project project, IReadOnlyList<DocumentId> documents) =>
        (_workspace, _files, _first, Project, Documents) = (workspace, files, project, project, documents);

    public Project Project { get; private set; }

    /// <summary>The user's own files.</summary>
    public IReadOnlyList<DocumentId> Documents { get; }

    /// <summary>A project with one file of its own.</summary>
    public static UserProject Of(string code, params InMemoryFile[] schemas) => Of([code], schemas);

    /// <summary>A project with many files of its own: one compilation is read for all of them.</summary>
    public static UserProject Of(IReadOnlyList<string> codes, params InMemoryFile[] schemas)
    {
        var test = new TestProject { Code = codes.Count == 1 ? codes[0] : "", Files = schemas };
        CSharpCompilation compilation = test.Compilation();
        var workspace = new AdhocWorkspace();
        Project project = workspace.AddProject("Acme", LanguageNames.CSharp)
            .WithParseOptions(test.ParseOptions)
            .WithCompilationOptions(compilation.Options)
            .WithMetadataReferences(Empty.References);
        var files = new AnalyzerOptions([.. test.Files.Select(static file => file.ToAdditionalText())], new ProjectOptionsProvider(test.Properties));
        _ = CSharpGeneratorDriver.Create([new KlingGenerator().AsSourceGenerator()], files.AdditionalFiles, test.ParseOptions, files.AnalyzerConfigOptionsProvider)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _, TestContext.Current.CancellationToken);
        foreach (SyntaxTree tree in generated.SyntaxTrees.Skip(1))
        {
            project = project.AddDocument(Path.GetFileName(tree.FilePath), tree.GetText(TestContext.Current.CancellationToken)).Project;
        }

        List<DocumentId> documents = [];
        foreach (string code in codes)
        {
            Document document = project.AddDocument(FormattableString.Invariant($"Program{documents.Count}.cs"), code);
            documents.Add(document.Id);
            project = document.Project;
        }

        return new UserProject(workspace, files, project, documents);
    }

    /// <summary>What the compiler and the analyzers say, in the order of its places.</summary>
    public async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync()
    {
        if (_found.TryGetValue(Project, out ImmutableArray<Diagnostic> found))
        {
            return found;
        }

        Compilation compilation = (await Project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        var options = new CompilationWithAnalyzersOptions(
            _files,
            onAnalyzerException: static (exception, analyzer, _) => throw new InvalidOperationException($"{analyzer} failed.", exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> all = await compilation.WithAnalyzers([new KlingAnalyzer()], options).GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        return _found[Project] = [.. all.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>What is said of each of the user's own files.</summary>
    public async Task<ILookup<DocumentId, Diagnostic>> DiagnosticsByFileAsync() =>
        (await DiagnosticsAsync())
            .Where(diagnostic => Project.GetDocument(diagnostic.Location.SourceTree) is not null)
            .ToLookup(diagnostic => Project.GetDocument(diagnostic.Location.SourceTree)!.Id);

    public async Task<string> TextAsync(DocumentId document) =>
        (await Project.GetDocument(document)!.GetTextAsync(TestContext.Current.CancellationToken)).ToString();

    /// <summary>Writes files anew.</summary>
    public void Change(IReadOnlyDictionary<DocumentId, string> texts) => Project = texts
        .Aggregate(Project.Solution, static (solution, text) => solution.WithDocumentText(text.Key, SourceText.From(text.Value)))
        .GetProject(Project.Id)!;

    /// <summary>Takes all changes back.</summary>
    public void Undo() => Project = _first;

    private static CSharpCompilation ReadReferences()
    {
        var compilation = CSharpCompilation.Create("Acme", references: new TestProject().References.Select(WithComments));
        _ = compilation.Assembly;
        return compilation;
    }

    /// <summary>An editor reads the comments of the runtime beside it; the compiler does not.</summary>
    private static MetadataReference WithComments(MetadataReference reference) => reference.Display == Checkout.FloorRuntime
        ? MetadataReference.CreateFromFile(Checkout.FloorRuntime, documentation: XmlDocumentationProvider.CreateFromFile(Path.ChangeExtension(Checkout.FloorRuntime, ".xml")))
        : reference;

    public void Dispose() => _workspace.Dispose();
}
