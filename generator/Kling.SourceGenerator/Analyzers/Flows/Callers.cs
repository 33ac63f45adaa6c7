using Microsoft.CodeAnalysis;
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
