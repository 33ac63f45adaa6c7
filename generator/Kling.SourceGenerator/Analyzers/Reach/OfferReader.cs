using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// What a file declares for others: types, extension methods and aliases. Code that uses a type names the type, or another type whose
/// member returns it. Bodies and initializers do not count, because C# infers no member's type from them.
/// </summary>
internal static class OfferReader
{
    public static Offer[] Read(SyntaxNode root) =>
        [
            .. root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
                .SelectMany(static node =>
                    node switch
                    {
                        UsingDirectiveSyntax { Alias.Name.Identifier.ValueText: var alias } directive =>
                        [
                            Of(alias, directive.ChildNodes()),
                        ],
                        UsingDirectiveSyntax { GlobalKeyword.RawKind: not 0, StaticKeyword.RawKind: not 0 } opened =>
                        [
                            Of("", opened.ChildNodes()),
                        ],
                        DelegateDeclarationSyntax called => [Of(called.Identifier.ValueText, called.ChildNodes())],
                        TypeDeclarationSyntax type => Type(type),
                        BaseTypeDeclarationSyntax type => [Of(type.Identifier.ValueText, type.ChildNodes())],
                        _ => (IEnumerable<Offer>)[],
                    }
                ),
        ];

    private static IEnumerable<Offer> Type(TypeDeclarationSyntax type)
    {
        bool isOpen = type is InterfaceDeclarationSyntax || type.Modifiers.Any(SyntaxKind.PartialKeyword) || IsNameless(type);
        IEnumerable<SyntaxNode> head = type.ChildNodes().Where(static child => child is not MemberDeclarationSyntax);
        SyntaxNode[] members =
        [
            .. type.Members.Where(member => member is not BaseTypeDeclarationSyntax && (isOpen || IsAccessible(member))),
        ];
        if (!IsNameless(type))
        {
            yield return Of(type.Identifier.ValueText, head.Concat(members));
        }

        // Code that uses an extension names neither the class that it is a member of nor, always, a type.
        foreach (SyntaxNode member in members)
        {
            string? name = member switch
            {
                MethodDeclarationSyntax method when IsNameless(type) || IsExtension(method) => method.Identifier.ValueText,
                PropertyDeclarationSyntax property when IsNameless(type) => property.Identifier.ValueText,
                _ => null,
            };
            if (name is not null)
            {
                yield return Of(name, IsNameless(type) ? head.Append(member) : [member]);
            }
        }
    }

    /// <summary>Whether a declaration only groups the extensions of a type. The oldest compiler does not know them.</summary>
    private static bool IsNameless(TypeDeclarationSyntax type) => type.Identifier.ValueText.Length == 0;

    private static bool IsExtension(MethodDeclarationSyntax method) =>
        method.ParameterList.Parameters.FirstOrDefault()?.Modifiers.Any(SyntaxKind.ThisKeyword) is true;

    private static bool IsAccessible(MemberDeclarationSyntax member) =>
        member.Modifiers.Any(SyntaxKind.PublicKeyword)
        || member.Modifiers.Any(SyntaxKind.InternalKeyword)
        || member.Modifiers.Any(SyntaxKind.ProtectedKeyword);

    private static Offer Of(string name, IEnumerable<SyntaxNode> parts)
    {
        int code = Words.Of(name);
        var types = new HashSet<int>();
        foreach (SyntaxToken token in parts.SelectMany(static part => part.DescendantTokens(IsSignature)))
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.Parent is SimpleNameSyntax)
            {
                if (RuntimeMentions.In(token.ValueText))
                {
                    return new Offer(code, NamesRuntime: true, []);
                }

                types.Add(Words.Of(token.ValueText));
            }
        }

        return new Offer(code, NamesRuntime: false, [.. types]);
    }

    private static bool IsSignature(SyntaxNode node) =>
        node
            is not (
                BlockSyntax
                or ArrowExpressionClauseSyntax
                or EqualsValueClauseSyntax
                or AccessorListSyntax
                or ConstructorInitializerSyntax
            );
}
