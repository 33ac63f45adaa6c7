using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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
        && !HasDirective(statement)
        && (Value(statement) is AwaitExpressionSyntax || AwaitPlace.Allows(statement))
        && IsJob(model.GetTypeInfo(Value(statement), cancellationToken).Type)
            ? Edit($"WaitForCompletionAsync({Token(statement, model, cancellationToken)}){Configured(Value(statement))}")
            : null;

    private static SyntaxEdit Edit(string wait) =>
        new("Keep the job and wait for it", (root, nodes) => Keep(root, StatementOf(nodes[0])!, wait));

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

    private static SyntaxNode Keep(SyntaxNode root, ExpressionStatementSyntax statement, string waitCall)
    {
        ExpressionSyntax dropped = Value(statement);
        ExpressionSyntax value = dropped.WithoutLeadingTrivia().WithTrailingTrivia(Comments.Inside(statement, dropped));
        string awaited = value is AwaitExpressionSyntax ? value.ToFullString() : $"await {value.ToFullString()}";
        string name = FreeName(statement);
        StatementSyntax declaration = SyntaxFactory.ParseStatement($"var {name} = {awaited};");
        StatementSyntax wait = SyntaxFactory.ParseStatement($"await {name}.{waitCall};");
        bool isAlone = EndsLine(statement.GetFirstToken().GetPreviousToken().TrailingTrivia) || EndsLine(statement.GetTrailingTrivia());
        return statement.Parent switch
        {
            GlobalStatementSyntax global => root.ReplaceNode(
                global,
                Lines(statement, declaration, wait, isAlone, LineEnd.Of(root)).Select(SyntaxFactory.GlobalStatement)
            ),
            BlockSyntax or SwitchSectionSyntax => root.ReplaceNode(
                statement,
                Lines(statement, declaration, wait, isAlone, LineEnd.Of(root))
            ),

            // A declaration cannot be the whole body of an 'if' or a loop.
            _ => root.ReplaceNode(statement, Block(statement, declaration, wait, LineEnd.Of(root))),
        };
    }

    /// <summary>The two statements in place of the one.</summary>
    private static StatementSyntax[] Lines(
        StatementSyntax statement,
        StatementSyntax declaration,
        StatementSyntax wait,
        bool isAlone,
        SyntaxTrivia newLine
    )
    {
        SyntaxTriviaList after = statement.GetTrailingTrivia();
        declaration = declaration.WithLeadingTrivia(statement.GetLeadingTrivia());
        return (isAlone, EndsLine(after)) switch
        {
            (true, true) =>
            [
                declaration.WithTrailingTrivia(after),
                wait.WithLeadingTrivia(SyntaxFactory.Whitespace(LineEnd.Indent(statement))).WithTrailingTrivia(newLine),
            ],
            (true, false) =>
            [
                declaration.WithTrailingTrivia(newLine),
                wait.WithLeadingTrivia(SyntaxFactory.Whitespace(LineEnd.Indent(statement))).WithTrailingTrivia(after),
            ],
            _ => [declaration.WithTrailingTrivia(SyntaxFactory.Space), wait.WithTrailingTrivia(after)],
        };
    }

    /// <summary>A block around the two statements: on the line of the statement, or on lines of its own if the statement has one.</summary>
    private static BlockSyntax Block(StatementSyntax statement, StatementSyntax declaration, StatementSyntax wait, SyntaxTrivia newLine)
    {
        SyntaxTriviaList after = statement.GetTrailingTrivia();
        SyntaxToken open = SyntaxFactory.Token(SyntaxKind.OpenBraceToken);
        SyntaxToken close = SyntaxFactory.Token(SyntaxKind.CloseBraceToken);
        if (!EndsLine(statement.GetFirstToken().GetPreviousToken().TrailingTrivia))
        {
            return SyntaxFactory.Block(
                open.WithLeadingTrivia(statement.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.Space),
                SyntaxFactory.List(
                    new[] { declaration.WithTrailingTrivia(SyntaxFactory.Space), wait.WithTrailingTrivia(SyntaxFactory.Space) }
                ),
                close.WithLeadingTrivia().WithTrailingTrivia(after)
            );
        }

        SyntaxTrivia indent = SyntaxFactory.Whitespace(LineEnd.Indent(statement.Parent!));
        return SyntaxFactory.Block(
            open.WithLeadingTrivia(indent).WithTrailingTrivia(newLine),
            SyntaxFactory.List(
                new[]
                {
                    declaration
                        .WithLeadingTrivia(statement.GetLeadingTrivia())
                        .WithTrailingTrivia(EndsLine(after) ? after : SyntaxFactory.TriviaList(newLine)),
                    wait.WithLeadingTrivia(SyntaxFactory.Whitespace(LineEnd.Indent(statement))).WithTrailingTrivia(newLine),
                }
            ),
            close.WithLeadingTrivia(indent).WithTrailingTrivia(EndsLine(after) ? SyntaxFactory.TriviaList(newLine) : after)
        );
    }

    private static bool EndsLine(SyntaxTriviaList trivia) => ItemTrivia.EndsLine(trivia);

    /// <summary>The wait can be cancelled as the submit can: with the same token, if that has a name.</summary>
    private static string Token(StatementSyntax statement, SemanticModel model, CancellationToken cancellationToken) =>
        statement
            .DescendantNodes()
            .OfType<ArgumentSyntax>()
            .FirstOrDefault(argument =>
                argument.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax
                && model.GetTypeInfo(argument.Expression, cancellationToken).Type?.Name == nameof(CancellationToken)
            )
            is { } token
            ? $"cancellationToken: {token.Expression.WithoutTrivia()}"
            : "";

    /// <summary>The wait continues where the submit does.</summary>
    private static string Configured(ExpressionSyntax submit) =>
        submit is AwaitExpressionSyntax { Expression: InvocationExpressionSyntax call } && NameOf(call) == "ConfigureAwait"
            ? $".ConfigureAwait{call.ArgumentList.WithoutTrivia()}"
            : "";

    private static string? NameOf(InvocationExpressionSyntax call) =>
        (call.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText;

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
