using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// KLING116: a deprecated model or parameter where <c>[Obsolete]</c> does not reach. The compiler warns about types and members (CS0618);
/// it is silent on the arguments of a method that is not itself deprecated, and on slugs in strings.
/// </summary>
internal static class DeprecatedRule
{
    public static void Check(PlacedValue value, IParameterSymbol parameter, OperationAnalysisContext context, KnownSymbols known)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method)
        {
            return;
        }

        if (parameter.IsOptional && known.IsDeprecated(parameter) && KnownSymbols.Obsolete(method) is null)
        {
            Report(
                value.Place.FirstAncestorOrSelf<ArgumentSyntax>() ?? (SyntaxNode)value.Place,
                $"The parameter '{parameter.Name}' is deprecated; do not set it",
                context
            );
        }
        else if (parameter.Name == "slug" && known.IsRuntime(method))
        {
            foreach (PlacedValue leaf in ValueReader.Leaves(value, context.CancellationToken))
            {
                if (
                    leaf.Known(context.CancellationToken).Text is { } slug
                    && known.Models.TryGetValue(slug, out INamedTypeSymbol? model)
                )
                {
                    ReplacedModelRule.Check(model, leaf.Place.GetLocation(), context, known);
                    if (KnownSymbols.Obsolete(model) is { } reason)
                    {
                        Report(leaf.Place, reason.TrimEnd('.') + "; choose another", context);
                    }
                }
            }
        }
    }

    private static void Report(SyntaxNode place, string reason, OperationAnalysisContext context) =>
        context.ReportDiagnostic(Diagnostic.Create(ConstraintDiagnostics.IsDeprecated, place.GetLocation(), reason));
}
