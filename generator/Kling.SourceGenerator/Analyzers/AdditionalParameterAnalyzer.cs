using System.Collections.Immutable;
using Kling.SourceGenerator.Binding;
using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>KLING114, KLING115: a key among the additional parameters is a declared parameter, or nearly so.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AdditionalParameterAnalyzer : DiagnosticAnalyzer
{
    // Shorter words are too like each other for a guess.
    private const int LeastToMisspell = 4;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        ConstraintDiagnostics.KeyShadowsParameter,
        ConstraintDiagnostics.KeyMisspellsParameter);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Of(start.Compilation) is { } known)
            {
                start.RegisterOperationAction(operation => AnalyzeAssignment(operation, known), OperationKind.SimpleAssignment);
                start.RegisterOperationAction(operation => AnalyzeStep(operation, known), OperationKind.Invocation);
            }
        });
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context, KnownSymbols known)
    {
        if (context.Operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "AdditionalParameters", ContainingType: { } type } } } assignment
            && assignment.Value.Syntax is ExpressionSyntax value
            && known.ShapeOf(type) is { } shape)
        {
            foreach (ExpressionSyntax key in AdditionalKeys.Of(value))
            {
                Check(key, shape, context);
            }
        }
    }

    private static void AnalyzeStep(OperationAnalysisContext context, KnownSymbols known)
    {
        if (context.Operation is IInvocationOperation { TargetMethod: { Name: "WithAdditionalParameter", ContainingType: { } builder }, Arguments: { Length: > 0 } arguments }
            && arguments[0].Value.Syntax is ExpressionSyntax key
            && known.RequestOf(builder) is { } shape)
        {
            Check(key, shape, context);
        }
    }

    private static void Check(ExpressionSyntax key, RecordShape shape, OperationAnalysisContext context)
    {
        if (context.Operation.SemanticModel!.GetConstantValue(key, context.CancellationToken).Value is not string name)
        {
            return;
        }

        if (shape.Properties.TryGetValue(name, out IPropertySymbol? declared))
        {
            Report(ConstraintDiagnostics.KeyShadowsParameter, key, name, declared, name, context);
        }
        else if (name.Length >= LeastToMisspell && new Spelling(shape.Properties.Keys).Nearest(name) is { } nearest)
        {
            Report(ConstraintDiagnostics.KeyMisspellsParameter, key, name, shape.Properties[nearest], nearest, context);
        }
    }

    private static void Report(DiagnosticDescriptor descriptor, ExpressionSyntax key, string name, IPropertySymbol property, string wireName, OperationAnalysisContext context) =>
        context.ReportDiagnostic(Diagnostic.Create(
            descriptor,
            key.GetLocation(),
            ImmutableDictionary<string, string?>.Empty.Add(ConstraintDiagnostics.Nearest, property.Name),
            name,
            property.Name,
            wireName));
}
