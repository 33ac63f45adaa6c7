using System.Collections.Immutable;
using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// KLING203: <c>.Result</c>, <c>.Wait()</c> or <c>.GetAwaiter().GetResult()</c> on the task of a client's or a job's method. A
/// task in a variable is left alone: it may have been awaited before.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SynchronousWaitAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(UseDiagnostics.WaitIsSynchronous);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ClientSymbols.Of(start.Compilation) is { } symbols)
            {
                start.RegisterOperationAction(operation => Analyze(operation, symbols), OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, ClientSymbols symbols)
    {
        var call = (IInvocationOperation)context.Operation;
        if (symbols.IsClientOrJobMethod(call.TargetMethod) && Wait(call) is { } wait)
        {
            context.ReportDiagnostic(Diagnostic.Create(UseDiagnostics.WaitIsSynchronous, wait.Operation.Syntax.GetLocation(), wait.Text, call.TargetMethod.Name));
        }
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
}
