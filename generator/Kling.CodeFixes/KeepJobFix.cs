using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Kling.CodeFixes;

/// <summary>
/// KLING201: a job that is dropped goes into a variable and is waited for: <c>var job = await client.SubmitAsync(request);</c>, then
/// <c>await job.WaitForCompletionAsync();</c>. Nothing reads a variable on its own, so it keeps nothing: the result is as lost as before.
/// The wait makes the variable useful, reports the job's failure where it was submitted, and returns the result. It takes as long as the
/// job, which the title says. <c>RunAsync</c> would do the same, but would leave no job to store with
/// <c>ToToken()</c>.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeepJobFix))]
public sealed class KeepJobFix() : SyntaxFix("KLING201")
{
    private protected override SyntaxEdit? Plan(
        IReadOnlyList<SyntaxNode> nodes,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellationToken
    ) =>
        StatementOf(nodes[0]) is { } statement
        && (Value(statement) is AwaitExpressionSyntax || AwaitPlace.Allows(statement))
        && IsJob(model.GetTypeInfo(Value(statement), cancellationToken).Type)
            ? new SyntaxEdit("Keep the job and wait for it", static (root, nodes) => Keep(root, StatementOf(nodes[0])!))
            : null;

    /// <summary>
    /// The statement that only submits. <c>client?.SubmitAsync(…)</c> does not count, because there may be no task to await.
    /// </summary>
    private static ExpressionStatementSyntax? StatementOf(SyntaxNode? node) =>
        node switch
        {
            ExpressionStatementSyntax statement => statement,
            ConditionalAccessExpressionSyntax => null,
            ExpressionSyntax expression => StatementOf(expression.Parent),
            _ => null,
        };

    /// <summary>Whether a type is the job's or that of its task: what a continuation returns is another.</summary>
    private static bool IsJob(ITypeSymbol? type) =>
        type is { Name: "KlingJob" } || (type is INamedTypeSymbol { TypeArguments: { Length: 1 } values } && values[0].Name == "KlingJob");

    /// <summary>What the statement submits with: the right side of a discard, or all of it.</summary>
    private static ExpressionSyntax Value(ExpressionStatementSyntax statement) =>
        statement.Expression is AssignmentExpressionSyntax discard ? discard.Right : statement.Expression;

    private static SyntaxNode Keep(SyntaxNode root, ExpressionStatementSyntax statement)
    {
        ExpressionSyntax dropped = Value(statement);
        ExpressionSyntax value = dropped.WithoutLeadingTrivia().WithTrailingTrivia(Comments.Inside(statement, dropped));
        ExpressionSyntax awaited =
            value is AwaitExpressionSyntax
                ? value
                : SyntaxFactory.AwaitExpression(
                    SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space),
                    value
                );
        string name = FreeName(statement);
        StatementSyntax declaration = SyntaxFactory.ParseStatement($"var {name} = {awaited.ToFullString()};");
        StatementSyntax wait = SyntaxFactory.ParseStatement($"await {name}.WaitForCompletionAsync();");
        string indent = IndentOf(statement);
        string lineEnd =
            statement.SyntaxTree.GetText().Lines is { Count: > 1 } lines && lines[0].EndIncludingLineBreak - lines[0].End == 2
                ? "\r\n"
                : "\n";
        SyntaxTrivia newLine = SyntaxFactory.EndOfLine(lineEnd);
        StatementSyntax[] kept =
        [
            declaration
                .WithTriviaFrom(statement)
                .WithTrailingTrivia(EndsLine(statement) ? statement.GetTrailingTrivia() : SyntaxFactory.TriviaList(newLine)),
            wait.WithLeadingTrivia(SyntaxFactory.Whitespace(indent))
                .WithTrailingTrivia(EndsLine(statement) ? SyntaxFactory.TriviaList(newLine) : statement.GetTrailingTrivia()),
        ];
        return statement.Parent switch
        {
            GlobalStatementSyntax global => root.ReplaceNode(global, kept.Select(SyntaxFactory.GlobalStatement)),
            BlockSyntax or SwitchSectionSyntax => root.ReplaceNode(statement, kept),

            // A declaration cannot be the whole body of an 'if' or a loop.
            _ => root.ReplaceNode(
                statement,
                SyntaxFactory
                    .Block(declaration.WithTrailingTrivia(newLine), wait)
                    .WithAdditionalAnnotations(Formatter.Annotation)
                    .WithTriviaFrom(statement)
            ),
        };
    }

    private static bool EndsLine(SyntaxNode statement) => statement.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);

    private static string IndentOf(SyntaxNode statement)
    {
        string line = statement.SyntaxTree.GetText().Lines.GetLineFromPosition(statement.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    private static string FreeName(ExpressionStatementSyntax statement)
    {
        SyntaxNode scope =
            statement.Ancestors().FirstOrDefault(static node => node is MemberDeclarationSyntax and not GlobalStatementSyntax)
            ?? statement.SyntaxTree.GetRoot();
        var taken = new HashSet<string>(
            scope
                .DescendantTokens()
                .Where(static token => token.IsKind(SyntaxKind.IdentifierToken))
                .Select(static token => token.ValueText),
            StringComparer.Ordinal
        );
        return Enumerable.Range(1, int.MaxValue).Select(static n => n == 1 ? "job" : $"job{n}").First(name => !taken.Contains(name));
    }
}
