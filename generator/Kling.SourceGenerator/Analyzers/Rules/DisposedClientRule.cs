using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// KLING214: a client with connections of its own that is disposed while they are still needed: it, its task or its job is returned from
/// where it is disposed, or its jobs and results are used afterwards.
/// </summary>
internal static class DisposedClientRule
{
    public static void Check(IInvocationOperation call, OperationAnalysisContext context, KnownSymbols known)
    {
        if (
            known.Client is not { } client
            || !NeedsConnection(call, client)
            || Origin.ClientOf(call, client) is not { } local
            || TaskFlow.Values(local.Local, call).ToArray() is not { Length: 1 } values
            || Unconverted(values[0]) is not IObjectCreationOperation creation
            || !known.HasOwnConnections(creation)
            || Disposal.Of(local.Local, call) is not { } disposal
            || Problem(call, disposal, client) is not { } problem
            || QuietPlace.Has(call)
        )
        {
            return;
        }

        context.ReportDiagnostic(
            Diagnostic.Create(UseDiagnostics.ClientIsDisposedTooEarly, call.Syntax.GetLocation(), local.Local.Name, problem)
        );
    }

    /// <summary>A client that is returned from where it is disposed.</summary>
    public static void CheckCreation(IObjectCreationOperation creation, OperationAnalysisContext context, KnownSymbols known)
    {
        if (
            known.HasOwnConnections(creation)
            && TaskFlow.LocalOf(TaskFlow.Last(creation)) is { } local
            && Disposal.Of(local, creation) is { } disposal
            && TaskFlow.Reads(local, creation).FirstOrDefault(read => disposal.Ends(TaskFlow.Last(read).Parent as IReturnOperation))
                is { } returned
            && !QuietPlace.Has(creation)
        )
        {
            context.ReportDiagnostic(
                Diagnostic.Create(
                    UseDiagnostics.ClientIsDisposedTooEarly,
                    returned.Syntax.GetLocation(),
                    local.Name,
                    "before the caller gets it; let the caller dispose it"
                )
            );
        }
    }

    private static bool NeedsConnection(IInvocationOperation call, ClientSymbols client) =>
        client.IsAsynchronous(call.TargetMethod)
        || client.KindOf(call.TargetMethod) is CallKind.Sequence
        || (call.TargetMethod.Name == "GetJob" && client.IsClients(call.TargetMethod));

    private static string? Problem(IInvocationOperation call, Disposal disposal, ClientSymbols client)
    {
        string name = call.TargetMethod.Name;
        if (disposal.IsBefore(call))
        {
            return $"before '{name}' is called; dispose it after the last use of its jobs and results";
        }

        bool isSequence = client.KindOf(call.TargetMethod) is CallKind.Sequence;
        if (name != "GetJob" && (disposal.Ends(Result(call, isAwaited: false)) || IsReturnedLater(call, disposal)))
        {
            return isSequence
                ? $"before the sequence of '{name}' is enumerated; enumerate it here"
                : $"before the task of '{name}' is finished; make the method 'async' and await the task";
        }

        return name is "SubmitAsync" or "GetJob" && IsReturned(call, disposal, client)
            ? "before anything can wait for the returned job; return its 'ToToken()', or wait for it here"
            : null;
    }

    /// <summary>Whether a task is put into a local, which is returned.</summary>
    private static bool IsReturnedLater(IInvocationOperation call, Disposal disposal) =>
        TaskFlow.Last(call) is var task
        && TaskFlow.LocalOf(task) is { } local
        && TaskFlow.Reads(local, task).Select(static read => TaskFlow.Last(read).Parent as IReturnOperation).Any(disposal.Ends)
        && !TaskFlow.Reads(local, task).Any(static read => read.Parent is IAwaitOperation);

    /// <summary>Whether a job is returned as it is, or through a local that nothing waits with.</summary>
    private static bool IsReturned(IInvocationOperation call, Disposal disposal, ClientSymbols client)
    {
        if (disposal.Ends(Result(call, isAwaited: true)))
        {
            return true;
        }

        IOperation value = TaskFlow.Last(call);
        value = value.Parent is IAwaitOperation wait ? TaskFlow.Last(wait) : value;
        if (TaskFlow.LocalOf(value) is not { } job || TaskFlow.Values(job, value).Count() != 1)
        {
            return false;
        }

        IOperation[] reads = [.. TaskFlow.Reads(job, value)];
        return reads.Any(read => disposal.Ends(TaskFlow.Last(read).Parent as IReturnOperation))
            && !reads.Any(read => read.Parent is IInvocationOperation use && NeedsConnection(use, client));
    }

    /// <summary>The statement that returns the value of a call, or the value of its task.</summary>
    private static IReturnOperation? Result(IOperation call, bool isAwaited)
    {
        IOperation value = TaskFlow.Last(call);
        if (isAwaited && value.Parent is IAwaitOperation wait)
        {
            value = TaskFlow.Last(wait);
        }

        return value.Parent as IReturnOperation;
    }

    private static IOperation Unconverted(IOperation value) => value is IConversionOperation conversion ? conversion.Operand : value;
}
