using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// What the previous statements set on a builder in a local. It is known if all of them run, once and in order: each is in the block of
/// the declaration and only calls the builder. If the builder is used in any other way, nothing is known.
/// </summary>
internal sealed class BuilderLocal(ChainReader chains, SemanticModel model, CancellationToken cancellation)
{
    /// <summary>The builder's state before a chain that begins with the local.</summary>
    public ChainState Before(IdentifierNameSyntax use, InvocationExpressionSyntax chain)
    {
        if (
            model.GetSymbolInfo(use, cancellation).Symbol is not ILocalSymbol { DeclaringSyntaxReferences: { Length: 1 } references } local
            || references[0].GetSyntax(cancellation)
                is not VariableDeclaratorSyntax
                {
                    Initializer.Value: { } initial,
                    Parent.Parent: LocalDeclarationStatementSyntax declaration
                }
            || Block(declaration) is not { } block
            || chain.FirstAncestorOrSelf<StatementSyntax>() is not { } statement
            || Block(statement) != block
        )
        {
            return ChainState.Unknown;
        }

        IdentifierNameSyntax[] uses =
        [
            .. block.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == local.Name),
        ];
        if (uses.Any(name => IsInFunction(name, block)) || !IsOnlyUse(use, statement, local))
        {
            return ChainState.Unknown;
        }

        ChainState state = chains.Continue(ChainState.Unknown, initial);
        foreach (IdentifierNameSyntax name in uses)
        {
            if (name.SpanStart >= statement.SpanStart)
            {
                break;
            }

            if (
                name.Parent is AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax assigned } assignment
                && assignment.Left == name
                && Block(assigned) == block
            )
            {
                bool goesOn = ChainReader.Root(assignment.Right) is IdentifierNameSyntax same && same.Identifier.ValueText == local.Name;
                state = goesOn ? state : chains.Continue(ChainState.Unknown, assignment.Right);
            }
            else if (Chain(name, block) is { } next)
            {
                state = chains.Continue(state, next);
            }
            else
            {
                return ChainState.Unknown;
            }
        }

        return state;
    }

    /// <summary>
    /// The chain that a statement consists of, if it begins with the local: <c>b.AddTag("a");</c> or <c>b = b.AddTag("a");</c>.
    /// </summary>
    private static InvocationExpressionSyntax? Chain(IdentifierNameSyntax name, SyntaxNode block)
    {
        ExpressionSyntax whole = name;
        while (
            whole.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access && access.Expression == whole
        )
        {
            whole = call;
        }

        StatementSyntax? statement = whole.Parent switch
        {
            ExpressionStatementSyntax alone => alone,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax left, Parent: ExpressionStatementSyntax assigned } assignment
                when assignment.Right == whole && left.Identifier.ValueText == name.Identifier.ValueText => assigned,
            _ => null,
        };
        return statement is not null && Block(statement) == block ? whole as InvocationExpressionSyntax : null;
    }

    private static bool IsOnlyUse(IdentifierNameSyntax use, StatementSyntax statement, ILocalSymbol local) =>
        statement
            .DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .All(name =>
                name == use
                || name.Identifier.ValueText != local.Name
                || (name.Parent is AssignmentExpressionSyntax assignment && assignment.Left == name)
            );

    private static bool IsInFunction(SyntaxNode node, SyntaxNode block) =>
        node.Ancestors()
            .TakeWhile(ancestor => ancestor != block)
            .Any(static ancestor => ancestor is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    private static SyntaxNode? Block(StatementSyntax statement) =>
        statement.Parent is GlobalStatementSyntax global ? global.Parent : statement.Parent;
}
