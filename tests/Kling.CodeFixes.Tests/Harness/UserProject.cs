using System.Collections.Immutable;
using Kling.SourceGenerator;
using Kling.SourceGenerator.Analyzers;
using Kling.SourceGenerator.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

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

    private UserProject(AdhocWorkspace workspace, AnalyzerOptions files, Document program) =>
        (_workspace, _files, _first, Project, Program) = (workspace, files, program.Project, program.Project, program.Id);

    public Project Project { get; private set; }

    public DocumentId Program { get; }

    /// <summary>A project with one file of its own.</summary>
    public static UserProject Of(string code, params InMemoryFile[] schemas)
    {
        var test = new TestProject { Code = code, Files = schemas };
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

        return new UserProject(workspace, files, project.AddDocument("Program.cs", code));
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

    public async Task<string> TextAsync() =>
        (await Project.GetDocument(Program)!.GetTextAsync(TestContext.Current.CancellationToken)).ToString();

    public void Change(Solution solution) => Project = solution.GetProject(Project.Id)!;

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
