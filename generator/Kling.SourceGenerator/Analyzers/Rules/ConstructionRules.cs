using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>Holds what one initialiser or one builder chain assigns against what the schema says of several parameters at once.</summary>
internal static class ConstructionRules
{
    public static void Check(OperationAnalysisContext context, KnownSymbols known)
    {
        if (context.Operation.SemanticModel is not { } model)
        {
            return;
        }

        Construction? construction = context.Operation.Syntax is InvocationExpressionSyntax call
            ? ChainReader.Read(call, model, known, context.CancellationToken)
            : InitializerReader.Read(context.Operation.Syntax as ExpressionSyntax, model, known, context.CancellationToken);
        if (construction is not null)
        {
            MarkerRule.Check(construction, context.ReportDiagnostic, context.CancellationToken);
            DependentRule.Check(construction, context.ReportDiagnostic);
            ChainCountRule.Check(construction, known, context.ReportDiagnostic, context.CancellationToken);
        }
    }
}
