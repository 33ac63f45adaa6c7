using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// Whether an object is constructed again and again with the same arguments: in a loop, or in a function that a loop calls.
/// </summary>
internal static class Repetition
{
    public static bool Contains(IObjectCreationOperation creation) =>
        Enclosing(creation) switch
        {
            ILoopOperation loop => !Varies(creation, loop.Syntax, function: null),
            IAnonymousFunctionOperation lambda when IsRunForEach(lambda) => !Varies(creation, lambda.Syntax, lambda.Symbol),
            ILocalFunctionOperation local => !Varies(creation, local.Syntax, local.Symbol)
                && (Callers.Of(local) ?? []).Any(static call => IsRepeated(call)),
            null when Method(creation) is { } method => !Varies(creation, creation.Syntax, method)
                && Callers.OfMethod(method, creation.SemanticModel!).Any(static call => IsRepeated(call)),
            _ => false,
        };

    private static bool IsRepeated(IOperation call) =>
        Enclosing(call) switch
        {
            ILoopOperation => true,
            IAnonymousFunctionOperation lambda => IsRunForEach(lambda),
            _ => false,
        };

    private static IMethodSymbol? Method(IOperation operation) =>
        operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart) is IMethodSymbol { MethodKind: MethodKind.Ordinary } method
            ? method
            : null;

    /// <summary>The innermost loop that runs on, or the innermost function that does not just run at once.</summary>
    private static IOperation? Enclosing(IOperation operation)
    {
        IOperation child = operation;
        for (IOperation? parent = operation.Parent; parent is not null; (child, parent) = (parent, parent.Parent))
        {
            switch (parent)
            {
                case ILoopOperation loop when loop.Body == child && !loop.Body.Descendants().Any(step => Leaves(step, loop)):
                case IAnonymousFunctionOperation lambda when IsRunForEach(lambda) || TaskFlow.CallOf(lambda) is null:
                case ILocalFunctionOperation:
                    return parent;
            }
        }

        return null;
    }

    /// <summary>Whether a step ends a loop: what is in it is then often done once.</summary>
    private static bool Leaves(IOperation step, ILoopOperation loop) =>
        step switch
        {
            IThrowOperation or IReturnOperation { IsImplicit: false, Kind: not OperationKind.YieldReturn } => TaskFlow.FunctionOf(step)
                == TaskFlow.FunctionOf(loop),
            IBranchOperation { BranchKind: BranchKind.Break } leave => SymbolEqualityComparer.Default.Equals(leave.Target, loop.ExitLabel),
            IBranchOperation { BranchKind: BranchKind.GoTo } => true,
            _ => false,
        };

    /// <summary>Whether a lambda runs once for each element of a sequence.</summary>
    private static bool IsRunForEach(IAnonymousFunctionOperation lambda) =>
        TaskFlow.Taker(lambda) is { } method
        && (method.ContainingType.Name, method.Name) switch
        {
            ("Enumerable" or "ParallelEnumerable", "Select" or "SelectMany") => true,
            ("List" or "Array" or "ImmutableList", "ForEach" or "ConvertAll") => true,
            ("Parallel", "For" or "ForEach" or "ForAsync" or "ForEachAsync") => true,
            _ => false,
        };

    private static bool IsAssigned(IOperation use) => use.Parent is IAssignmentOperation assignment && assignment.Target == use;

    /// <summary>Whether an object may be another one each time: it depends on what differs, or on a call.</summary>
    private static bool Varies(IObjectCreationOperation creation, SyntaxNode repeated, IMethodSymbol? function)
    {
        IOperation? around = TaskFlow.FunctionOf(creation);
        return creation
            .Descendants()
            .Any(part =>
                part switch
                {
                    ILocalReferenceOperation { Local: var local } => function is { MethodKind: MethodKind.Ordinary }
                        || local.DeclaringSyntaxReferences.Any(reference => repeated.Span.Contains(reference.Span))
                        || TaskFlow.Uses(local, creation).Any(use => repeated.Span.Contains(use.Syntax.Span) && IsAssigned(use)),
                    IParameterReferenceOperation { Parameter: var parameter } => SymbolEqualityComparer.Default.Equals(
                        parameter.ContainingSymbol,
                        function
                    ),
                    IInvocationOperation call => TaskFlow.FunctionOf(call) == around
                        && !TaskFlow.IsOf(call.TargetMethod, nameof(Environment), nameof(Environment.GetEnvironmentVariable)),
                    _ => false,
                }
            );
    }
}
