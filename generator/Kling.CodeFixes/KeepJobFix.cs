using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Kling.CodeFixes;

/// <summary>KLING201: a dropped job goes into a variable, <c>var job = await client.SubmitAsync(request);</c>, where <c>await</c> is allowed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeepJobFix))]
public sealed class KeepJobFix() : SyntaxFix("KLING201")
{
    private protected override SyntaxEdit? Plan(IReadOnlyList<SyntaxNode> nodes, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken) =>
        StatementOf(nodes[0]) is { } statement && (Value(statement) is AwaitExpressionSyntax || AwaitPlace.Allows(statement))
            ? new SyntaxEdit("Keep the job", static (root, nodes) => Keep(root, StatementOf(nodes[0])!))
            : null;

    /// <summary>The statement that only submits. <c>client?.SubmitAsync(…)</c> does not count, because there may be no task to await.</summary>
    private static ExpressionStatementSyntax? StatementOf(SyntaxNode? node) => node switch
    {
        ExpressionStatementSyntax statement => statement,
        ConditionalAccessExpressionSyntax => null,
        ExpressionSyntax expression => StatementOf(expression.Parent),
        _ => null,
    };

    /// <summary>What the statement submits with: the right side of a discard, or all of it.</summary>
    private static ExpressionSyntax Value(ExpressionStatementSyntax statement) =>
        statement.Expression is AssignmentExpressionSyntax discard ? discard.Right : statement.Expression;

    private static SyntaxNode Keep(SyntaxNode root, ExpressionStatementSyntax statement)
    {
        ExpressionSyntax value = Value(statement).WithoutLeadingTrivia();
        ExpressionSyntax awaited = value is AwaitExpressionSyntax
            ? value
            : SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), value);
        StatementSyntax declaration = SyntaxFactory.ParseStatement($"var {FreeName(statement)} = {awaited.ToFullString()};");

        // A declaration cannot be the whole body of an 'if' or a loop.
        StatementSyntax kept = statement.Parent is BlockSyntax or GlobalStatementSyntax or SwitchSectionSyntax
            ? declaration
            : SyntaxFactory.Block(declaration).WithAdditionalAnnotations(Formatter.Annotation);
        return root.ReplaceNode(statement, kept.WithTriviaFrom(statement));
    }

    private static string FreeName(ExpressionStatementSyntax statement)
    {
        SyntaxNode scope = statement.Ancestors().FirstOrDefault(static node => node is MemberDeclarationSyntax and not GlobalStatementSyntax) ?? statement.SyntaxTree.GetRoot();
        var taken = new HashSet<string>(
            scope.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText),
            StringComparer.Ordinal);
        return Enumerable.Range(1, int.MaxValue).Select(static n => n == 1 ? "job" : $"job{n}").First(name => !taken.Contains(name));
    }
}
