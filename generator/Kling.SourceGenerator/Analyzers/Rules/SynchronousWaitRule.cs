using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// KLING203: <c>.Result</c>, <c>.Wait()</c>, <c>.GetAwaiter().GetResult()</c>, <c>Task.WaitAll</c> or <c>Task.WaitAny</c> on the task of
/// one of the runtime's methods, or on a task that surely waits for it. A task in a variable is left alone if anything else is done with
/// it before: it may have been awaited.
/// </summary>
internal sealed class SynchronousWaitRule(ClientSymbols client)
{
    private const int MostSteps = 32;

    public static void Check(IInvocationOperation call, ClientSymbols? client, Action<Diagnostic> report)
    {
        if (client is not null && new SynchronousWaitRule(client) is var rule && rule.IsOwn(call))
        {
            rule.Check(call, report);
        }
    }

    private void Check(IInvocationOperation call, Action<Diagnostic> report)
    {
        if (Wait(call, call, MostSteps) is { } wait && FirstIn(wait.Scope) == call)
        {
            Report(wait.Operation, wait.Text, call, report);
            return;
        }

        // A function that returns the task, or awaits it: each caller waits for itself.
        IOperation last = TaskFlow.Last(call);
        (IOperation Function, IOperation[] Calls)? callers = last.Parent switch
        {
            IReturnOperation result => Callers.Known(result),
            IAwaitOperation when TaskFlow.FunctionOf(last) is { } awaiting => (awaiting, Callers.Of(awaiting) ?? []),
            _ => null,
        };
        if (callers is var (function, calls) && FirstIn(function) == call)
        {
            foreach (IOperation caller in calls)
            {
                if (Wait(caller, call, MostSteps) is { } later)
                {
                    Report(later.Operation, later.Text, call, report);
                }
            }
        }
    }

    private static void Report(IOperation wait, string text, IInvocationOperation call, Action<Diagnostic> report) =>
        report(Diagnostic.Create(UseDiagnostics.WaitIsSynchronous, wait.Syntax.GetLocation(), text, call.TargetMethod.Name));

    /// <summary>Several tasks that are waited for together are one mistake.</summary>
    private IOperation? FirstIn(IOperation scope) => scope.DescendantsAndSelf().FirstOrDefault(IsOwn);

    private bool IsOwn(IOperation task) =>
        task is IInvocationOperation { TargetMethod: { } method } call
        && (client.IsAsynchronous(method) || client.KindOf(method) is CallKind.Sequence || IsEnumerator(call));

    /// <summary>The enumerator of a run that comes from elsewhere.</summary>
    private bool IsEnumerator(IInvocationOperation call) =>
        call is { TargetMethod: { Name: "GetAsyncEnumerator", ContainingType.Name: "KlingRun" }, Instance: { } run }
        && SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingAssembly, client.Client.ContainingAssembly)
        && !run.DescendantsAndSelf().Any(IsOwn);

    /// <summary>What waits for a task, and the expression that has the task in it.</summary>
    private (IOperation Operation, string Text, IOperation Scope)? Wait(IOperation task, IOperation call, int steps)
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
            case IInvocationOperation { TargetMethod.Name: "GetResult" } result when result.Instance == task:
                return (result, ".GetAwaiter().GetResult()", result);
            case IPropertyReferenceOperation
            {
                Property.Name: "AsyncWaitHandle",
                Parent: IInvocationOperation { TargetMethod.Name: "WaitOne" } handle
            }:
                return (handle, ".AsyncWaitHandle.WaitOne()", handle);
            case IInvocationOperation { TargetMethod.Name: "ContinueWith" or "GetAsyncEnumerator" or "MoveNextAsync" or "DisposeAsync" or "GetAwaiter" } step
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
                return (TaskFlow.ListOf(task) ?? TaskFlow.LocalOf(task)) is { } local ? WaitForLocal(local, task, call, steps - 1) : null;
        }
    }

    /// <summary>What waits for the task in a local first, if nothing else is done with that.</summary>
    private (IOperation Operation, string Text, IOperation Scope)? WaitForLocal(
        ILocalSymbol local,
        IOperation task,
        IOperation call,
        int steps
    )
    {
        (IOperation Operation, string Text, IOperation Scope)? first = null;
        foreach (IOperation read in TaskFlow.Reads(local, task).Where(static read => !TaskFlow.IsFilled(read)))
        {
            if (Wait(read, call, steps) is not { } wait)
            {
                // What is done with it later does not matter.
                if (first is null || !IsBeforeOthers(first.Value.Operation, task))
                {
                    return null;
                }

                break;
            }

            first ??= wait;
        }

        return first is { } found && IsFirstOf(local, task, call) && IsFirstLocalIn(found.Operation, local)
            ? (found.Operation, found.Text, task)
            : null;
    }

    /// <summary>Whether a wait, which is the first use in the text, is the first one that runs, too.</summary>
    private static bool IsBeforeOthers(IOperation wait, IOperation task)
    {
        if (TaskFlow.FunctionOf(wait) != TaskFlow.FunctionOf(task))
        {
            return false;
        }

        IOperation? around = wait.Parent;
        while (around is not (null or ILoopOperation))
        {
            around = around.Parent;
        }

        return around is null || around.Syntax.Span.Contains(task.Syntax.Span);
    }

    private bool IsFirstOf(ILocalSymbol local, IOperation task, IOperation call) =>
        TaskFlow.Values(local, task).Select(FirstIn).FirstOrDefault(static own => own is not null) is not { } own || own == call;

    /// <summary>Whether no other local comes first that is waited for together with this one.</summary>
    private bool IsFirstLocalIn(IOperation wait, ILocalSymbol local) =>
        wait.DescendantsAndSelf()
            .OfType<ILocalReferenceOperation>()
            .FirstOrDefault(read => TaskFlow.Values(read.Local, read).Any(value => FirstIn(value) is not null))
            is not { } first
        || SymbolEqualityComparer.Default.Equals(first.Local, local);
}
