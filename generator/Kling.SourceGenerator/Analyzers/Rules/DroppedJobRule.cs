using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>KLING201: a submitted job whose handle is neither stored, returned, used nor passed on.</summary>
internal static class DroppedJobRule
{
    public static void Check(IInvocationOperation call, ClientSymbols? client, Action<Diagnostic> report)
    {
        if (client?.IsSubmit(call.TargetMethod) is true && IsDropped(call))
        {
            report(Diagnostic.Create(UseDiagnostics.JobIsDropped, call.Syntax.GetLocation()));
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
