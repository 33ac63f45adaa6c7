using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>Where a local is disposed: at the end of a block, of a <c>try</c>, or by a call.</summary>
/// <param name="Scope">The code after which it is disposed.</param>
/// <param name="After">Where it surely is disposed.</param>
/// <param name="Function">The function that disposes it.</param>
/// <param name="IsAlways">Whether it is disposed however the scope is left.</param>
internal sealed record Disposal(TextSpan Scope, TextSpan After, IOperation? Function, bool IsAlways)
{
    /// <summary>The disposal, or <see langword="null"/> if there is none that is certain.</summary>
    public static Disposal? Of(ILocalSymbol local, IOperation near)
    {
        SyntaxNode? declaration = local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        SyntaxNode? statement = declaration?.Parent?.Parent;
        IOperation? function = TaskFlow.FunctionOf(near);
        while (function is not null && declaration is not null && !function.Syntax.Span.Contains(declaration.Span))
        {
            function = TaskFlow.FunctionOf(function);
        }

        if (statement is UsingStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 })
        {
            SyntaxNode? scope = statement is UsingStatementSyntax ? statement : statement.Parent;
            return scope is GlobalStatementSyntax or null ? null : new Disposal(scope.Span, Rest(scope.Span.End), function, IsAlways: true);
        }

        IInvocationOperation[] calls =
        [
            .. TaskFlow
                .Uses(local, near)
                .Select(static use => use.Parent)
                .OfType<IInvocationOperation>()
                .Where(static call => call.TargetMethod.Name == nameof(IDisposable.Dispose)),
        ];
        return calls.Length == 1 && calls[0].Parent is IExpressionStatementOperation dispose && TaskFlow.FunctionOf(dispose) == function
            ? OfCall(dispose, function)
            : null;
    }

    /// <summary>Whether an operation surely runs after the disposal.</summary>
    public bool IsBefore(IOperation use) => After.Contains(use.Syntax.Span) && TaskFlow.FunctionOf(use) == Function;

    /// <summary>Whether the disposal follows a <c>return</c> at once.</summary>
    public bool Ends(IReturnOperation? result) =>
        IsAlways
        && result is { IsImplicit: false, Kind: OperationKind.Return }
        && Scope.Contains(result.Syntax.Span)
        && TaskFlow.FunctionOf(result) == Function;

    private static Disposal? OfCall(IOperation dispose, IOperation? function)
    {
        SyntaxNode statement = dispose.Syntax;
        return statement.Parent switch
        {
            BlockSyntax { Parent: FinallyClauseSyntax { Parent: TryStatementSyntax attempt } } => new Disposal(
                attempt.Span,
                Rest(attempt.Span.End),
                function,
                IsAlways: true
            ),
            BlockSyntax block => new Disposal(default, TextSpan.FromBounds(statement.Span.End, block.Span.End), function, IsAlways: false),
            GlobalStatementSyntax => new Disposal(default, Rest(statement.Span.End), function, IsAlways: false),
            _ => null,
        };
    }

    private static TextSpan Rest(int start) => TextSpan.FromBounds(start, int.MaxValue);
}
