using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>Checks the assignments of one initializer or builder chain against the schema's rules for several parameters.</summary>
internal static class ConstructionRules
{
    public static void Check(OperationAnalysisContext context, KnownSymbols known)
    {
        if (context.Operation.SemanticModel is not { } model)
        {
            return;
        }

        if (context.Operation.Syntax is InvocationExpressionSyntax call)
        {
            var chains = new ChainReader(model, known, context.CancellationToken);
            Check(chains.ReadItem(call), context, known);
            Check(chains.Read(call), context, known);
        }
        else
        {
            Check(
                InitializerReader.Read(context.Operation.Syntax as ExpressionSyntax, model, known, context.CancellationToken),
                context,
                known
            );
        }
    }

    private static void Check(Construction? construction, OperationAnalysisContext context, KnownSymbols known)
    {
        if (construction is not null)
        {
            MarkerRule.Check(construction, known, context.ReportDiagnostic, context.CancellationToken);
            UnnamedItemRule.Check(construction, known, context.ReportDiagnostic, context.CancellationToken);
            DependentRule.Check(construction, known, context.ReportDiagnostic, context.CancellationToken);
            ChainCountRule.Check(construction, known, context.ReportDiagnostic, context.CancellationToken);
            RequiredRule.Check(construction, context, known);
        }
    }
}
