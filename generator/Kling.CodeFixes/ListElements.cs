using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.CodeFixes;

/// <summary>Removes items from lists, in every syntax of a list.</summary>
internal static class ListElements
{
    /// <summary>Whether an element can be taken out of its list. The name of a builder's <c>Add…</c> stands for what it adds.</summary>
    public static bool CanRemove(SyntaxNode element) =>
        element.Parent is ExpressionElementSyntax or InitializerExpressionSyntax or ArgumentSyntax { Parent: ArgumentListSyntax }
        || element is SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } };

    /// <summary>The root without an element.</summary>
    public static SyntaxNode Remove(SyntaxNode root, SyntaxNode element) => element switch
    {
        { Parent: ExpressionElementSyntax { Parent: CollectionExpressionSyntax list } item } =>
            root.ReplaceNode(list, list.WithElements(Without(list.Elements, list.Elements.IndexOf(item)))),
        { Parent: InitializerExpressionSyntax list } =>
            root.ReplaceNode(list, list.WithExpressions(Without(list.Expressions, list.Expressions.IndexOf((ExpressionSyntax)element)))),
        { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax step } call } list } item } =>
            IsBuilderStep(call)
                ? RemoveStep(root, call, step)
                : root.ReplaceNode(list, list.WithArguments(Without(list.Arguments, list.Arguments.IndexOf(item)))),
        SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } step } => RemoveStep(root, call, step),
        _ => root,
    };

    /// <summary>A list without the element at an index, and without the comma and the line that were the element's.</summary>
    public static SeparatedSyntaxList<T> Without<T>(SeparatedSyntaxList<T> list, int index)
        where T : SyntaxNode
    {
        List<SyntaxNodeOrToken> parts = [.. list.GetWithSeparators()];
        int at = index * 2;
        if (at + 1 < parts.Count || index == 0)
        {
            parts.RemoveRange(at, Math.Min(2, parts.Count - at));
            return SyntaxFactory.SeparatedList<T>(parts);
        }

        // The last one, with no comma after it: the comma before it goes, and leaves its comment and its line break behind.
        SyntaxTriviaList afterComma = parts[at - 1].GetTrailingTrivia();
        SyntaxTriviaList end = afterComma.Any(SyntaxKind.EndOfLineTrivia) ? afterComma : parts[at].GetTrailingTrivia();
        SyntaxNode previous = parts[at - 2].AsNode()!;
        parts.RemoveRange(at - 2, 3);
        parts.Add(previous.WithTrailingTrivia(end));
        return SyntaxFactory.SeparatedList<T>(parts);
    }

    private static bool IsBuilderStep(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } && name.StartsWith("Add", StringComparison.Ordinal);

    private static SyntaxNode RemoveStep(SyntaxNode root, InvocationExpressionSyntax call, MemberAccessExpressionSyntax step) =>
        root.ReplaceNode(call, step.Expression.WithTrailingTrivia(call.GetTrailingTrivia()));
}
