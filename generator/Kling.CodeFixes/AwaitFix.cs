using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.CodeFixes;

/// <summary>
/// KLING203: a synchronous wait becomes <c>await</c>, where the method is asynchronous already. A wait with a time-out or a token stays.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitFix))]
public sealed class AwaitFix() : SyntaxFix("KLING203")
{
    private protected override SyntaxEdit? Plan(
        IReadOnlyList<SyntaxNode> nodes,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellationToken
    ) =>
        AwaitPlace.Allows(nodes[0])
        && TaskOf(nodes[0]) is { } task
        && WaitsOnlyForTasks(nodes[0], model, cancellationToken)
        && task.DescendantNodesAndSelf().All(static node => node is not MemberBindingExpressionSyntax)
            ? new SyntaxEdit("Use 'await'", static (root, nodes) => root.ReplaceNode(nodes[0], Await(TaskOf(nodes[0])!, nodes[0])))
            : null;

    /// <summary>The task that is waited for.</summary>
    private static ExpressionSyntax? TaskOf(SyntaxNode wait) =>
        wait switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" } result => result.Expression,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax method, ArgumentList.Arguments: var arguments } call => (
                method.Name.Identifier.ValueText,
                arguments.Count
            ) switch
            {
                ("Wait", 0) => method.Expression,
                ("GetResult", 0) => method.Expression
                    is InvocationExpressionSyntax
                    {
                        Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetAwaiter" } awaiter
                    }
                    ? awaiter.Expression
                    : null,
                ("WaitAll", > 0) => call.WithExpression(
                    method.WithName(SyntaxFactory.IdentifierName("WhenAll").WithTriviaFrom(method.Name))
                ),
                _ => null,
            },
            _ => null,
        };

    /// <summary>Whether <c>Task.WaitAll</c> is given tasks alone: beside them it takes a time-out and a token.</summary>
    private static bool WaitsOnlyForTasks(SyntaxNode wait, SemanticModel model, CancellationToken cancellationToken) =>
        wait
            is not InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WaitAll" },
                ArgumentList.Arguments: var arguments
            }
        || arguments.All(argument =>
            argument.Expression is CollectionExpressionSyntax || AreTasks(model.GetTypeInfo(argument.Expression, cancellationToken).Type)
        );

    private static bool AreTasks(ITypeSymbol? type) =>
        type switch
        {
            IArrayTypeSymbol array => AreTasks(array.ElementType),
            { Name: "Task", ContainingNamespace.Name: "Tasks" } => true,
            INamedTypeSymbol { TypeArguments: { Length: 1 } items } => AreTasks(items[0]),
            _ => false,
        };

    private static ExpressionSyntax Await(ExpressionSyntax task, SyntaxNode wait)
    {
        // A call to another method has all comments of this one.
        bool isPart = task.SyntaxTree == wait.SyntaxTree;
        while (task is ParenthesizedExpressionSyntax { Expression: var inner } && BindsTightly(inner))
        {
            task = inner;
        }

        ExpressionSyntax awaited = SyntaxFactory.AwaitExpression(
            SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space),
            task.WithoutTrivia()
        );
        bool isOperand =
            wait.Parent
            is MemberAccessExpressionSyntax
                or ConditionalAccessExpressionSyntax
                or ElementAccessExpressionSyntax
                or InvocationExpressionSyntax
                or PostfixUnaryExpressionSyntax;
        return Comments.Keep(wait, isOperand ? SyntaxFactory.ParenthesizedExpression(awaited) : awaited, isPart ? task : wait);
    }

    /// <summary>Whether an expression can follow <c>await</c> without parentheses.</summary>
    private static bool BindsTightly(ExpressionSyntax expression) =>
        expression
            is ParenthesizedExpressionSyntax
                or InvocationExpressionSyntax
                or MemberAccessExpressionSyntax
                or ElementAccessExpressionSyntax
                or IdentifierNameSyntax
                or BaseObjectCreationExpressionSyntax;
}
