using System.Collections.Immutable;
using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// KLING116: a retired model or parameter where <c>[Obsolete]</c> does not reach. The compiler speaks of types and members (CS0618); it is
/// silent on the arguments of a method that is not itself retired, and on slugs in strings.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RetiredAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(ConstraintDiagnostics.IsRetired);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Of(start.Compilation) is { } known)
            {
                start.RegisterOperationAction(operation => Analyze(operation, known), OperationKind.Argument);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, KnownSymbols known)
    {
        if (context.Operation is not IArgumentOperation { ArgumentKind: ArgumentKind.Explicit, Parameter: { ContainingSymbol: IMethodSymbol method } parameter } argument
            || !known.UsesRuntime(method.ContainingAssembly))
        {
            return;
        }

        string? reason = known.IsRetired(parameter) && parameter.IsOptional && !KnownSymbols.IsObsolete(method)
            ? $"The parameter '{parameter.Name}' is retired; leave it out"
            : argument.Value.ConstantValue.Value is string slug && parameter.Name == "slug" && known.IsRuntime(method) && known.Models.TryGetValue(slug, out INamedTypeSymbol? model) && KnownSymbols.IsObsolete(model)
                ? $"The model '{slug}' is retired; choose another"
                : null;
        if (reason is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(ConstraintDiagnostics.IsRetired, argument.Syntax.GetLocation(), reason));
        }
    }
}
