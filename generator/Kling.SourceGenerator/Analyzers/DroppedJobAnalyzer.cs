using System.Collections.Immutable;
using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>KLING201: a submitted job whose handle is neither stored, returned, used nor passed on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DroppedJobAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(UseDiagnostics.JobIsDropped);

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
        var submit = (IInvocationOperation)context.Operation;
        if (symbols.IsSubmit(submit.TargetMethod) && IsDropped(submit))
        {
            context.ReportDiagnostic(Diagnostic.Create(UseDiagnostics.JobIsDropped, submit.Syntax.GetLocation()));
        }
    }

    private static bool IsDropped(IOperation value) => value.Parent switch
    {
        IExpressionStatementOperation => true,
        IAwaitOperation or IConversionOperation or IParenthesizedOperation => IsDropped(value.Parent),
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" } call when call.Instance == value => IsDropped(call),
        IConditionalAccessOperation access when access.WhenNotNull == value => IsDropped(access),
        ISimpleAssignmentOperation { Target: IDiscardOperation, Parent: IExpressionStatementOperation } => true,
        _ => false,
    };
}
