using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// Where nothing can use a value, or the value of a task: the statement ends without it, it goes to a local that nothing reads, or it is
/// returned as a task without a value. A value that a function returns is dropped by each caller for itself.
/// </summary>
internal sealed class DroppedValue
{
    // Locals and functions can pass a value on from one to the next.
    private const int MostSteps = 64;

    private readonly IOperation _call;
    private readonly Func<IOperation, bool> _isSame;

    private int _steps = MostSteps;

    private DroppedValue(IOperation call, Func<IOperation, bool> isSame) => (_call, _isSame) = (call, isSame);

    /// <summary>Where the value of a call is dropped; nowhere if it may be used.</summary>
    /// <param name="call">The call.</param>
    /// <param name="isSame">Whether another operation gives a value of this kind. Values that are dropped together are one mistake.</param>
    public static IReadOnlyList<Drop> Of(IOperation call, Func<IOperation, bool> isSame) =>
        new DroppedValue(call, isSame).Drops(call, new Drop(call, IsAwaited: false, IsDiscarded: false)) ?? [];

    /// <summary>The places, or <see langword="null"/> if the value may be used.</summary>
    private IReadOnlyList<Drop>? Drops(IOperation value, Drop drop)
    {
        if (--_steps < 0)
        {
            return null;
        }

        if (TaskFlow.Next(value) is { } next)
        {
            // What a lambda awaits is not awaited where the task of the lambda is dropped.
            return Drops(next, value.Parent is IReturnOperation ? drop with { IsAwaited = false } : drop);
        }

        switch (value.Parent)
        {
            case IExpressionStatementOperation:
                return [drop];
            case IAwaitOperation wait:
                return Drops(wait, drop with { IsAwaited = true });
            case ISimpleAssignmentOperation { Target: IDiscardOperation, Parent: IExpressionStatementOperation }:
                return [drop with { IsDiscarded = true }];
            case IInvocationOperation call when call.Instance == value && TaskFlow.IsOf(call.TargetMethod, "Task", "ContinueWith"):
                return Continuation.Of(call) switch
                {
                    Continuation.Use.None => [drop],
                    Continuation.Use.Status =>
                    [
                        drop with
                        {
                            IsAwaited = true,
                            IsDiscarded = call.Parent is ISimpleAssignmentOperation { Target: IDiscardOperation },
                        },
                    ],
                    _ => null,
                };
            case IIsPatternOperation { Pattern: IConstantPatternOperation or INegatedPatternOperation { Pattern: IConstantPatternOperation } }:
                return [drop];
            case IReturnOperation when TaskFlow.IsWithoutValue(value):
                return [drop with { IsAwaited = true }];
            case IReturnOperation result:
                return ByCallers(Callers.Known(result), drop);
        }

        return TaskFlow.ListOf(value) is { } list ? InLocal(list, value, drop)
            : TaskFlow.LocalOf(value) is { } local ? InLocal(local, value, drop)
            : null;
    }

    private IReadOnlyList<Drop>? InLocal(ILocalSymbol local, IOperation value, Drop drop)
    {
        drop = drop with { IsDiscarded = drop.IsDiscarded || local.Name == "_" };
        IOperation[] reads = [.. TaskFlow.Reads(local, value).Where(static read => !TaskFlow.IsFilled(read) && !IsIdle(read))];
        if (reads.Length == 0)
        {
            return [drop];
        }

        var drops = new List<Drop>();
        foreach (IOperation read in reads)
        {
            if (Drops(read, drop with { Place = read }) is not { } found)
            {
                return null;
            }

            drops.AddRange(found);
        }

        IOperation? first = TaskFlow.Values(local, value).SelectMany(static given => given.DescendantsAndSelf()).FirstOrDefault(_isSame);
        return drops.Count == 0 || (first is not null && first != _call)
            ? []
            : [drops[0] with { IsAwaited = drops.Exists(static one => one.IsAwaited) }];
    }

    /// <summary>Whether a property of a run is read, which does not start it.</summary>
    private static bool IsIdle(IOperation read) => read.Parent is IPropertyReferenceOperation { Property.ContainingType.Name: "KlingRun" };

    private List<Drop>? ByCallers((IOperation Function, IOperation[] Calls)? callers, Drop drop)
    {
        if (callers is not var (function, calls) || function.Descendants().FirstOrDefault(_isSame) != _call)
        {
            return null;
        }

        List<Drop> drops = [.. calls.SelectMany(call => Drops(call, drop with { Place = call, IsAwaited = false }) ?? [])];
        return drops.Count == 0 ? null : drops;
    }
}
