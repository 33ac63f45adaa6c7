using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.CodeFixes;

/// <summary>Removes items from lists, in every syntax of a list.</summary>
internal static class ListElements
{
    /// <summary>
    /// Whether an element can be taken out of its list. The name of a builder's <c>Add…</c> represents the item that it adds.
    /// </summary>
    public static bool CanRemove(SyntaxNode element) =>
        element switch
        {
            { Parent: ParenthesizedExpressionSyntax whole } => CanRemove(whole),
            { Parent: ExpressionElementSyntax item } => !ItemTrivia.HasDirective(item),
            { Parent: InitializerExpressionSyntax list } => !ItemTrivia.HasDirective(element) && !GivesType(list),
            { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list } item } =>
                IsBuilderStep(call)
                    ? CanRemoveStep(call)
                    : !ItemTrivia.HasDirective(item) && AreInOrder(list.Arguments) && !GivesType(list),
            SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } } => CanRemoveStep(call),
            _ => false,
        };

    /// <summary>The root without an element.</summary>
    public static SyntaxNode Remove(SyntaxNode root, SyntaxNode element) =>
        element switch
        {
            { Parent: ParenthesizedExpressionSyntax whole } => Remove(root, whole),
            { Parent: ExpressionElementSyntax { Parent: CollectionExpressionSyntax list } item } => root.ReplaceNode(
                list,
                Without(list, list.Elements.IndexOf(item))
            ),
            { Parent: InitializerExpressionSyntax { Parent: ArrayCreationExpressionSyntax array } list } => root.ReplaceNode(
                array,
                WithoutSize(array).WithInitializer(Without(list, list.Expressions.IndexOf((ExpressionSyntax)element)))
            ),
            { Parent: InitializerExpressionSyntax list } when GivesType(list) => root,
            { Parent: InitializerExpressionSyntax list } => root.ReplaceNode(
                list,
                Without(list, list.Expressions.IndexOf((ExpressionSyntax)element))
            ),
            {
                Parent: ArgumentSyntax
                {
                    Parent: ArgumentListSyntax
                    {
                        Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax step } call
                    } list
                } item
            } => IsBuilderStep(call) ? RemoveStep(root, call, step)
            : GivesType(list) ? root
            : root.ReplaceNode(list, Without(list, list.Arguments.IndexOf(item))),
            SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } step } => RemoveStep(
                root,
                call,
                step
            ),
            _ => root,
        };

    /// <summary>
    /// An initializer without the element at an index, and without the comma, the line and the comments that were the element's.
    /// </summary>
    public static InitializerExpressionSyntax Without(InitializerExpressionSyntax list, int index)
    {
        list = ItemTrivia.Release(list, list.Expressions[index]);
        return list.WithExpressions(Without(list.Expressions, index));
    }

    private static CollectionExpressionSyntax Without(CollectionExpressionSyntax list, int index)
    {
        list = ItemTrivia.Release(list, list.Elements[index]);
        return list.WithElements(Without(list.Elements, index));
    }

    private static ArgumentListSyntax Without(ArgumentListSyntax list, int index)
    {
        list = ItemTrivia.Release(list, list.Arguments[index]);
        list = list.WithArguments(Without(list.Arguments, index));
        IEnumerable<NameColonSyntax> names = list.Arguments.Select(static argument => argument.NameColon).OfType<NameColonSyntax>();
        return list.ReplaceNodes(
            names,
            (name, _) =>
                name.WithName(
                    SyntaxFactory.IdentifierName(Name(list.Arguments.IndexOf((ArgumentSyntax)name.Parent!))).WithTriviaFrom(name.Name)
                )
        );
    }

    private static SeparatedSyntaxList<T> Without<T>(SeparatedSyntaxList<T> list, int index)
        where T : SyntaxNode
    {
        List<SyntaxNodeOrToken> parts = [.. list.GetWithSeparators()];
        bool hasComma = index < list.SeparatorCount;
        parts.RemoveRange(hasComma || index == 0 ? index * 2 : (index * 2) - 1, hasComma || index > 0 ? 2 : 1);
        return SyntaxFactory.SeparatedList<T>(parts);
    }

    /// <summary>
    /// Whether the names of arguments are those of <c>ImmutableArray.Create(item1, item2, …)</c>, in this order: then the rest is named
    /// anew.
    /// </summary>
    private static bool AreInOrder(SeparatedSyntaxList<ArgumentSyntax> arguments) =>
        arguments.Count == 1
        || !arguments.Where((argument, index) => argument.NameColon is { } name && name.Name.Identifier.ValueText != Name(index)).Any();

    private static string Name(int index) => FormattableString.Invariant($"item{index + 1}");

    /// <summary><c>new string[3] { … }</c> must have three items: the compiler counts them where no size is written.</summary>
    private static ArrayCreationExpressionSyntax WithoutSize(ArrayCreationExpressionSyntax array)
    {
        ArrayRankSpecifierSyntax rank = array.Type.RankSpecifiers[0];
        return array.ReplaceNode(
            rank,
            rank.WithSizes(SyntaxFactory.SingletonSeparatedList<ExpressionSyntax>(SyntaxFactory.OmittedArraySizeExpression()))
        );
    }

    /// <summary>Whether the only item of a list says what the list's type is: <c>new[] { "a" }</c>.</summary>
    private static bool GivesType(InitializerExpressionSyntax list) =>
        list is { Parent: ImplicitArrayCreationExpressionSyntax, Expressions.Count: 1 };

    private static bool GivesType(ArgumentListSyntax list) =>
        list
            is {
                Arguments.Count: 1,
                Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: IdentifierNameSyntax } }
            };

    private static bool IsBuilderStep(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name }
        && name.StartsWith("Add", StringComparison.Ordinal);

    /// <summary>Whether a step is part of a chain, or a whole statement in a block.</summary>
    private static bool CanRemoveStep(InvocationExpressionSyntax call) =>
        StatementOf(call) is { } statement
            ? statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax && !ItemTrivia.HasDirective(statement)
            : call is { Expression: MemberAccessExpressionSyntax step, ArgumentList: var list }
                && !step.OperatorToken.ContainsDirectives
                && !list.ContainsDirectives;

    /// <summary>The statement that consists of a step: <c>b.AddTag("a");</c> or <c>b = b.AddTag("a");</c>.</summary>
    private static ExpressionStatementSyntax? StatementOf(InvocationExpressionSyntax call) =>
        call switch
        {
            { Expression: MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax } } => null,
            { Parent: ExpressionStatementSyntax statement } => statement,
            {
                Parent: AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax statement } assignment,
                Expression: MemberAccessExpressionSyntax step
            } when assignment.Left.IsEquivalentTo(step.Expression.WithoutTrivia(), topLevel: false) => statement,
            _ => null,
        };

    /// <summary>What is written after a step and goes with it.</summary>
    public static SyntaxTriviaList CommentsAfterStep(InvocationExpressionSyntax call, MemberAccessExpressionSyntax step) =>
        ItemTrivia.EndsLine(call.GetTrailingTrivia()) && !ItemTrivia.EndsLine(step.Expression.GetTrailingTrivia())
            ? default
            : call.GetTrailingTrivia();

    private static SyntaxNode RemoveStep(SyntaxNode root, InvocationExpressionSyntax call, MemberAccessExpressionSyntax step)
    {
        return StatementOf(call) is { } statement
            ? ItemTrivia.RemoveStatement(root, statement)
            : root.ReplaceNode(call, WithoutStep(call, step));
    }

    /// <summary>The chain up to a step, with what is written after the step that is not the step's.</summary>
    public static ExpressionSyntax WithoutStep(InvocationExpressionSyntax call, MemberAccessExpressionSyntax step)
    {
        SyntaxTriviaList before = step.Expression.GetTrailingTrivia();
        SyntaxTriviaList after = call.GetTrailingTrivia();
        SyntaxTriviaList trivia = (ItemTrivia.EndsLine(before), ItemTrivia.EndsLine(after)) switch
        {
            (true, false) => ItemTrivia.WithoutLineEnd(before),

            // The comment at the end of the line stays with the rest of the line.
            (false, true) => before.AddRange(after),
            _ => before,
        };
        bool isLast = call.Parent is not MemberAccessExpressionSyntax && !ItemTrivia.EndsLine(trivia);
        return step.Expression.WithTrailingTrivia(isLast ? trivia.AddRange(ItemTrivia.LastBlank(after)) : trivia);
    }
}
