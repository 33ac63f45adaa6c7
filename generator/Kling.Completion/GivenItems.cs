using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.Completion;

/// <summary>
/// The number of items that the code assigns to a list where the prompt is written: in the same initializer, or in the same chain of a
/// builder.
/// </summary>
internal static class GivenItems
{
    /// <summary>The number of items, or <see langword="null"/> if the code next to the prompt does not show it.</summary>
    public static int? Count(
        ExpressionSyntax text,
        IPropertySymbol list,
        string wireName,
        SemanticModel model,
        CancellationToken cancellation
    )
    {
        if (text.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { Parent: InitializerExpressionSyntax initializer })
        {
            return InInitializer(initializer, list, model, cancellation);
        }

        return text.FirstAncestorOrSelf<ArgumentSyntax>() is { Parent.Parent: InvocationExpressionSyntax call }
            ? InChain(call, wireName, model, cancellation)
            : null;
    }

    private static int? InInitializer(
        InitializerExpressionSyntax initializer,
        IPropertySymbol list,
        SemanticModel model,
        CancellationToken cancellation
    ) =>
        initializer
            .Expressions.OfType<AssignmentExpressionSyntax>()
            .Where(assignment => SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(assignment.Left, cancellation).Symbol, list))
            .Select(static assignment => Items(assignment.Right))
            .FirstOrDefault();

    /// <summary>The items in the source code; null if a spread or a call can add more.</summary>
    private static int? Items(ExpressionSyntax value) =>
        value switch
        {
            CollectionExpressionSyntax collection when collection.Elements.All(static element => element is ExpressionElementSyntax) =>
                collection.Elements.Count,
            ArrayCreationExpressionSyntax { Initializer: { } items } => items.Expressions.Count,
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions.Count,
            _ => null,
        };

    /// <summary>
    /// The calls of the chain that add one item each. There may be none: they may follow in another statement. A chain that begins with a
    /// variable, or ends in one, is only a part.
    /// </summary>
    private static int? InChain(InvocationExpressionSyntax call, string wireName, SemanticModel model, CancellationToken cancellation)
    {
        SyntaxNode chain = call;
        while (chain.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next })
        {
            chain = next;
        }

        int count = 0;
        InvocationExpressionSyntax? first = null;
        for (
            SyntaxNode? link = chain;
            link is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } step;
            link = member.Expression
        )
        {
            first = step;
            if (
                member.Name.Identifier.ValueText.StartsWith("Add", StringComparison.Ordinal)
                && model.GetSymbolInfo(step, cancellation).Symbol is { } method
                && Generated.Parameter(method) == wireName
            )
            {
                count++;
            }
        }

        bool goesOn = chain.Parent is EqualsValueClauseSyntax or AssignmentExpressionSyntax && Name(chain) != "Build";
        return count > 0 && !goesOn && Name(first) == "CreateBuilder" ? count : null;
    }

    private static string? Name(SyntaxNode? call) =>
        call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } ? name : null;
}
