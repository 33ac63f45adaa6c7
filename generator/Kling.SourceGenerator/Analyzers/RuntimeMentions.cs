using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>Where source code names the runtime.</summary>
internal static class RuntimeMentions
{
    /// <summary>A tree is the same in each compilation until its file is edited, so each is searched once.</summary>
    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<bool>> Searched = new();

    /// <summary>Whether a file may name the runtime.</summary>
    public static bool In(SyntaxTree tree) => Searched.GetValue(tree, static tree => new StrongBox<bool>(Search(tree))).Value;

    /// <summary>
    /// Whether properties or parameters of a type have attributes that may be annotations of the runtime. Only its own declarations are
    /// looked at.
    /// </summary>
    public static bool HasAnnotations(SyntaxNode type) =>
        type is TypeDeclarationSyntax declaration
        && (
            Any(declaration.ParameterList)
            || declaration.Members.Any(static member =>
                member switch
                {
                    PropertyDeclarationSyntax property => Any(property.AttributeLists),
                    BaseMethodDeclarationSyntax method => Any(method.ParameterList),
                    IndexerDeclarationSyntax indexer => Any(indexer.ParameterList),
                    _ => false,
                }
            )
        );

    private static bool Any(BaseParameterListSyntax? parameters) =>
        parameters?.Parameters.Any(static parameter => Any(parameter.AttributeLists)) is true;

    private static bool Any(SyntaxList<AttributeListSyntax> lists) =>
        lists.Any(static list => list.Attributes.Any(static attribute => IsAnnotation(attribute.Name)));

    private static bool IsAnnotation(NameSyntax name) =>
        name switch
        {
            QualifiedNameSyntax qualified => IsAnnotation(qualified.Right),
            AliasQualifiedNameSyntax qualified => IsAnnotation(qualified.Name),
            SimpleNameSyntax simple => simple.Identifier.ValueText.StartsWith("Schema", StringComparison.Ordinal),
            _ => false,
        };

    // A text that is not at hand is not fetched for the answer.
    private static bool Search(SyntaxTree tree)
    {
        if (!tree.TryGetText(out SourceText? source))
        {
            return true;
        }

        string text = source.ToString();
        return text.IndexOf("Kling", StringComparison.Ordinal) >= 0 || text.IndexOf("Schema", StringComparison.Ordinal) >= 0;
    }
}
