using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.Tests.Architecture;

/// <summary>A file that uses a type of another file.</summary>
internal sealed record FileUse(string File, string Used, string Type)
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    // A partial method whose body a source generator of .NET writes.
    private const string MissingBody = "CS8795";

    private static readonly CSharpParseOptions Language = new(LanguageVersion.Preview);

    /// <summary>What the sources are compiled with. The compiler reads its references once, for all compilations that are made of it.</summary>
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Folders",
        [CSharpSyntaxTree.ParseText(ImplicitUsings, Language)],
        References(),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));

    /// <summary>Finds the uses in code: named types, and the types of called or accessed members. Documentation and <c>nameof</c> do not count.</summary>
    /// <param name="sources">The files by their path.</param>
    /// <param name="isRead">Whether the uses in a file are looked for; in all if null.</param>
    public static IReadOnlyList<FileUse> Find(IReadOnlyDictionary<string, string> sources, Func<string, bool>? isRead = null)
    {
        SyntaxTree[] trees = [.. sources.Select(static source => CSharpSyntaxTree.ParseText(source.Value, Language, source.Key))];
        CSharpCompilation compilation = Empty.AddSyntaxTrees(trees);
        SemanticModel[] models = [.. trees.Where(tree => isRead?.Invoke(tree.FilePath) ?? true).Select(tree => compilation.GetSemanticModel(tree))];
        Assert.DoesNotContain(
            models.SelectMany(static model => model.GetDiagnostics()),
            static found => found.Severity is DiagnosticSeverity.Error && found.Id != MissingBody);
        return [.. models.SelectMany(static model => Find(model.SyntaxTree, model)).Distinct()];
    }

    private static IEnumerable<FileUse> Find(SyntaxTree tree, SemanticModel model) => tree.GetRoot().DescendantNodes(static node => !IsNameof(node))
        .OfType<SimpleNameSyntax>()
        .Select(name => Owner(model.GetSymbolInfo(name).Symbol))
        .SelectMany(static type => type?.DeclaringSyntaxReferences.Select(place => (place.SyntaxTree.FilePath, type.Name)) ?? [])
        .Where(used => used.FilePath != tree.FilePath)
        .Select(used => new FileUse(tree.FilePath, used.FilePath, used.Name));

    private static bool IsNameof(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } };

    private static ITypeSymbol? Owner(ISymbol? symbol)
    {
        ITypeSymbol? type = symbol as INamedTypeSymbol ?? (symbol is ITypeSymbol or INamespaceSymbol ? null : symbol?.ContainingType);
        while (type?.ContainingType is { } outer)
        {
            type = outer;
        }

        return type?.OriginalDefinition;
    }

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static file => !Path.GetFileName(file).StartsWith("Kling.", StringComparison.Ordinal))
            .Select(static file => MetadataReference.CreateFromFile(file));
}
