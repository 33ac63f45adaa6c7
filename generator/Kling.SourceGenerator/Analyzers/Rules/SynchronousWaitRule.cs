using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// KLING203: <c>.Result</c>, <c>.Wait()</c>, <c>.GetAwaiter().GetResult()</c>, <c>Task.WaitAll</c> or <c>Task.WaitAny</c> on the task of
/// one of the runtime's methods, or on a task that surely waits for it. A task in a variable is left alone if anything else is done with
/// it: it may have been awaited before.
/// </summary>
internal sealed class SynchronousWaitRule(ClientSymbols client)
{
    private const int MostSteps = 32;

    public static void Check(IInvocationOperation call, ClientSymbols? client, Action<Diagnostic> report)
    {
        if (client is not null && (client.IsAsynchronous(call.TargetMethod) || client.KindOf(call.TargetMethod) is CallKind.Sequence))
        {
            new SynchronousWaitRule(client).Check(call, report);
        }
    }

    private void Check(IInvocationOperation call, Action<Diagnostic> report)
    {
        if (Wait(call, call, MostSteps) is { } wait && FirstIn(wait.Scope) == call)
        {
            report(
                Diagnostic.Create(UseDiagnostics.WaitIsSynchronous, wait.Operation.Syntax.GetLocation(), wait.Text, call.TargetMethod.Name)
            );
        }
    }

    /// <summary>Several tasks that are waited for together are one mistake.</summary>
    private IOperation? FirstIn(IOperation scope) =>
        scope
            .DescendantsAndSelf()
            .FirstOrDefault(task =>
                task is IInvocationOperation { TargetMethod: { } method }
                && (client.IsAsynchronous(method) || client.KindOf(method) is CallKind.Sequence)
            );

    /// <summary>What waits for a task, and the expression that has the task in it.</summary>
    private static (IOperation Operation, string Text, IOperation Scope)? Wait(IOperation task, IOperation call, int steps)
    {
        if (steps == 0)
        {
            return null;
        }

        if (TaskFlow.Next(task) is { } next)
        {
            return Wait(next, call, steps - 1);
        }

        switch (task.Parent)
        {
            case IPropertyReferenceOperation { Property: { Name: "Result", ContainingType.Name: "Task" or "ValueTask" } } result
                when result.Instance == task:
                return (result, ".Result", result);
            case IInvocationOperation { TargetMethod: { Name: "Wait", ContainingType.Name: "Task" } } wait when wait.Instance == task:
                return (wait, ".Wait()", wait);
            case IInvocationOperation
            {
                TargetMethod.Name: "GetAwaiter",
                Parent: IInvocationOperation { TargetMethod.Name: "GetResult" } result
            }:
                return (result, ".GetAwaiter().GetResult()", result);
            case IInvocationOperation { TargetMethod.Name: "ContinueWith" or "GetAsyncEnumerator" or "MoveNextAsync" } step
                when step.Instance == task:
                return Wait(step, call, steps - 1);
            case IArgumentOperation
            {
                Parent: IInvocationOperation { TargetMethod: { Name: "WaitAll" or "WaitAny", ContainingType.Name: "Task" } } all
            }:
                return (all, $"Task.{all.TargetMethod.Name}", all);
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "ToBlockingEnumerable" } } blocking }:
                return (blocking, ".ToBlockingEnumerable()", blocking);
            case IAwaitOperation wait
                when TaskFlow.FunctionOf(wait) is IAnonymousFunctionOperation function && TaskFlow.CallOf(function) is { } run:
                return Wait(run, call, steps - 1);
            default:
                return TaskFlow.LocalOf(task) is { } local ? WaitForLocal(local, task, call, steps - 1) : null;
        }
    }

    /// <summary>What waits for the task in a local first, if nothing else is done with that.</summary>
    private static (IOperation Operation, string Text, IOperation Scope)? WaitForLocal(
        ILocalSymbol local,
        IOperation task,
        IOperation call,
        int steps
    )
    {
        (IOperation Operation, string Text, IOperation Scope)? first = null;
        foreach (IOperation read in TaskFlow.Reads(local, task))
        {
            if (Wait(read, call, steps) is not { } wait)
            {
                return null;
            }

            first ??= wait;
        }

        return first is { } found ? (found.Operation, found.Text, task) : null;
    }
}
