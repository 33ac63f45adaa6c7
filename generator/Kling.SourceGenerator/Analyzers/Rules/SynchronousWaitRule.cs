using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// KLING203: <c>.Result</c>, <c>.Wait()</c>, <c>.GetAwaiter().GetResult()</c>, <c>Task.WaitAll</c> or <c>Task.WaitAny</c> on the task of a
/// client's or a job's method. A task in a variable is left alone: it may have been awaited before.
/// </summary>
internal static class SynchronousWaitRule
{
    public static void Check(IInvocationOperation call, ClientSymbols? client, Action<Diagnostic> report)
    {
        if (client?.IsClientOrJobMethod(call.TargetMethod) is not true)
        {
            return;
        }

        if (Wait(call) is { } wait)
        {
            Report(wait.Operation, wait.Text);
        }
        else if (WaitForSeveral(call) is { } all && FirstTask(all) == call)
        {
            Report(all, $"Task.{all.TargetMethod.Name}");
        }

        void Report(IOperation place, string text) =>
            report(Diagnostic.Create(UseDiagnostics.WaitIsSynchronous, place.Syntax.GetLocation(), text, call.TargetMethod.Name));

        // Several tasks that are waited for together are one mistake.
        IOperation? FirstTask(IInvocationOperation all) => all.Descendants()
            .FirstOrDefault(task => task is IInvocationOperation { TargetMethod: { } method } && client.IsClientOrJobMethod(method));
    }

    /// <summary>What waits for a task, if it is waited for in place.</summary>
    private static (IOperation Operation, string Text)? Wait(IOperation task) => task.Parent switch
    {
        IParenthesizedOperation or IConversionOperation => Wait(task.Parent),
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } call when call.Instance == task => Wait(call),
        IPropertyReferenceOperation { Property.Name: "Result" } result when result.Instance == task => (result, ".Result"),
        IInvocationOperation { TargetMethod.Name: "Wait" } call when call.Instance == task => (call, ".Wait()"),
        IInvocationOperation { TargetMethod.Name: "GetAwaiter", Parent: IInvocationOperation { TargetMethod.Name: "GetResult" } result } => (result, ".GetAwaiter().GetResult()"),
        _ => null,
    };

    /// <summary><c>Task.WaitAll</c> and <c>Task.WaitAny</c>, of tasks that are written out or selected in place.</summary>
    private static IInvocationOperation? WaitForSeveral(IOperation task) => task.Parent switch
    {
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "WaitAll" or "WaitAny", ContainingType.Name: "Task" } } call } => call,
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Select" or "ToArray" or "ToList", ContainingType.Name: "Enumerable" } } call } => WaitForSeveral(call),
        IConversionOperation or IArrayInitializerOperation or IArrayCreationOperation or IDelegateCreationOperation or IAnonymousFunctionOperation => WaitForSeveral(task.Parent),
        { Syntax: CollectionExpressionSyntax or ExpressionElementSyntax } => WaitForSeveral(task.Parent),

        // What a lambda without a block returns.
        { IsImplicit: true } => WaitForSeveral(task.Parent),
        _ => null,
    };
}
