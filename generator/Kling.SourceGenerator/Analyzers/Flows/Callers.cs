using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>Who calls a lambda in a local, or a local function.</summary>
internal static class Callers
{
    /// <summary>All calls; <see langword="null"/> if the function is passed on, so that others may call it too.</summary>
    public static IOperation[]? Of(IOperation? function) =>
        function switch
        {
            ILocalFunctionOperation local => OfLocalFunction(local),
            IAnonymousFunctionOperation { Parent: IDelegateCreationOperation creation } when TaskFlow.LocalOf(creation) is { } local =>
                OfDelegate(local, creation),
            _ => null,
        };

    /// <summary>
    /// The function that returns a value, and the calls of it that are known: of a method, those in its own type. There may be others.
    /// </summary>
    public static (IOperation Function, IOperation[] Calls)? Known(IReturnOperation result) =>
        TaskFlow.FunctionOf(result) is { } function ? (Of(function) is { } calls ? (function, calls) : null)
        : result.SemanticModel?.GetEnclosingSymbol(result.Syntax.SpanStart) is IMethodSymbol { MethodKind: MethodKind.Ordinary } method
            ? (TaskFlow.Root(result), OfMethod(method, result.SemanticModel))
        : null;

    /// <summary>The calls of a method in its own type.</summary>
    public static IOperation[] OfMethod(IMethodSymbol method, SemanticModel model) =>
        [
            .. method
                .ContainingType.DeclaringSyntaxReferences.Where(reference => reference.SyntaxTree == model.SyntaxTree)
                .SelectMany(static reference => reference.GetSyntax().DescendantNodes())
                .OfType<InvocationExpressionSyntax>()
                .Where(call => NameOf(call.Expression) == method.Name)
                .Select(call => model.GetOperation(call))
                .OfType<IInvocationOperation>()
                .Where(call => SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, method.OriginalDefinition)),
        ];

    private static string? NameOf(ExpressionSyntax method) =>
        method switch
        {
            SimpleNameSyntax name => name.Identifier.ValueText,
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
            _ => null,
        };

    private static IOperation[]? OfLocalFunction(ILocalFunctionOperation function)
    {
        var calls = new List<IOperation>();
        foreach (IOperation use in TaskFlow.Root(function).Descendants())
        {
            if (
                use is IInvocationOperation call
                && SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, function.Symbol)
            )
            {
                calls.Add(call);
            }
            else if (
                use is IMethodReferenceOperation { Parent.Parent: IArgumentOperation { Parent: IInvocationOperation run } } passed
                && SymbolEqualityComparer.Default.Equals(passed.Method.OriginalDefinition, function.Symbol)
                && TaskFlow.Runs(run.TargetMethod)
            )
            {
                calls.Add(run);
            }
            else if (
                use is IMethodReferenceOperation reference
                && SymbolEqualityComparer.Default.Equals(reference.Method.OriginalDefinition, function.Symbol)
            )
            {
                return null;
            }
        }

        return [.. calls];
    }

    private static IOperation[]? OfDelegate(ILocalSymbol local, IOperation near)
    {
        IOperation[] calls =
        [
            .. TaskFlow
                .Reads(local, near)
                .Select(static use =>
                    use.Parent is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call && call.Instance == use
                        ? call
                        : use
                ),
        ];
        return calls.All(static call => call is IInvocationOperation) ? calls : null;
    }
}
