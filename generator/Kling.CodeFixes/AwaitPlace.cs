using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.CodeFixes;

/// <summary>Where the compiler takes <c>await</c>.</summary>
internal static class AwaitPlace
{
    /// <summary>Whether a node is in asynchronous code, at a place where <c>await</c> is allowed.</summary>
    public static bool Allows(SyntaxNode node) =>
        node.Ancestors()
            .Select(static ancestor =>
                ancestor switch
                {
                    AnonymousFunctionExpressionSyntax function => function.AsyncKeyword != default,
                    LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.AsyncKeyword),
                    BaseMethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
                    LockStatementSyntax
                    or UnsafeStatementSyntax
                    or CatchFilterClauseSyntax
                    or QueryExpressionSyntax
                    or AccessorDeclarationSyntax => false,
                    GlobalStatementSyntax => true,
                    _ => (bool?)null,
                }
            )
            .FirstOrDefault(static allowed => allowed is not null)
        ?? false;
}
