using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>Whether names are the runtime's, or may be those of its annotations.</summary>
internal static class RuntimeMentions
{
    private const string Runtime = "Kling";
    private const string Annotations = "Schema";

    /// <summary>Whether a text, a whole file or a name, names the runtime.</summary>
    public static bool In(string text) =>
        text.IndexOf(Runtime, StringComparison.Ordinal) >= 0 || text.IndexOf(Annotations, StringComparison.Ordinal) >= 0;

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
            SimpleNameSyntax simple => simple.Identifier.ValueText.StartsWith(Annotations, StringComparison.Ordinal),
            _ => false,
        };
}
