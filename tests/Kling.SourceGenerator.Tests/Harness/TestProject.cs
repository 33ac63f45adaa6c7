using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kling.SourceGenerator.Tests;

/// <summary>
/// A project as the compiler sees it, before the generator runs. It asks for as much as a project can: its assembly is
/// CLS-compliant, and arithmetic is checked.
/// </summary>
internal sealed record TestProject
{
    private const string Assembly = "[assembly: global::System.CLSCompliant(true)]";

    private static readonly MetadataReference[] Floor = [.. FrameworkReferences.All, MetadataReference.CreateFromFile(Checkout.FloorRuntime)];

    /// <summary>The compiler reads the references of this one once, and the projects that are made of it share what it has read.</summary>
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create("Acme", references: Floor);

    public IReadOnlyList<InMemoryFile> Files { get; init; } = [];

    /// <summary>What the package's build files make visible. A property that is not set is an empty text.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string> { ["RootNamespace"] = "Acme", ["KlingNamespace"] = "" };

    public IReadOnlyList<MetadataReference> References { get; init; } = Floor;

    /// <summary>The project's own C#.</summary>
    public string Code { get; init; } = "";

    public LanguageVersion Language { get; init; } = LanguageVersion.CSharp12;

    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    /// <summary>What a <c>.globalconfig</c> says of severities.</summary>
    public SyntaxTreeOptionsProvider? Severities { get; init; }

    /// <summary>What <c>NoWarn</c> and its kin say.</summary>
    public IReadOnlyDictionary<string, ReportDiagnostic> SpecificDiagnostics { get; init; } = new Dictionary<string, ReportDiagnostic>();

    /// <summary>Whether warnings are errors, but for those that <see cref="SpecificDiagnostics"/> names.</summary>
    public bool WarningsAreErrors { get; init; }

    /// <summary>A project with one schema file; the path decides the slug.</summary>
    public static TestProject With(string schema, string path = "/schemas/acme-clip.json") => new() { Files = [new InMemoryFile(path, schema)] };

    /// <summary>A project with one schema whose only parameter has the given schema.</summary>
    public static TestProject WithParameter(string name, string schema) =>
        With($$"""{ "type": "object", "properties": { "{{name}}": {{schema}} } }""");

    public static TestProject WithFiles(params InMemoryFile[] files) => new() { Files = files };

    public static InMemoryFile ShippedFile(string path) => new("/schemas/" + Path.GetFileName(path), File.ReadAllText(path));

    /// <summary>What is missing in the comments counts as a warning.</summary>
    public CSharpParseOptions ParseOptions => new(Language, DocumentationMode.Diagnose);

    public CSharpCompilation Compilation() => (References == Floor ? Empty : Empty.WithReferences(References))
        .WithOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            .WithNullableContextOptions(Nullable)
            .WithWarningLevel(9999)
            .WithOverflowChecks(true)
            .WithGeneralDiagnosticOption(WarningsAreErrors ? ReportDiagnostic.Error : ReportDiagnostic.Default)
            .WithSpecificDiagnosticOptions(SpecificDiagnostics)
            .WithSyntaxTreeOptionsProvider(Severities))
        .AddSyntaxTrees(Parse(Code, "/Program.cs"), Parse(Assembly, "/AssemblyInfo.cs"));

    private SyntaxTree Parse(string code, string path) => CSharpSyntaxTree.ParseText(code, ParseOptions, path, Encoding.UTF8, TestContext.Current.CancellationToken);
}
