using System.Collections.Immutable;
using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>Holds what one initialiser or one builder chain assigns against what the schema says of several parameters at once.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConstructionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        ConstraintDiagnostics.TooFewElements,
        ConstraintDiagnostics.TooManyElements,
        ConstraintDiagnostics.ElementStandsTwice,
        ConstraintDiagnostics.MarkerLeadsNowhere,
        ConstraintDiagnostics.DependentIsMissing);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Of(start.Compilation) is { } known)
            {
                start.RegisterOperationAction(operation => Analyze(operation, known), OperationKind.ObjectCreation, OperationKind.With, OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, KnownSymbols known)
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
