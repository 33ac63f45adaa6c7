using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>KLING120, KLING121: a request to a model that has a successor, where it is created or named by its slug.</summary>
internal static class ReplacedModelRule
{
    public static void Check(IObjectCreationOperation creation, OperationAnalysisContext context, KnownSymbols known)
    {
        if (creation.Type is INamedTypeSymbol type)
        {
            Location place = creation.Syntax switch
            {
                ObjectCreationExpressionSyntax written => written.Type.GetLocation(),
                ImplicitObjectCreationExpressionSyntax target => target.NewKeyword.GetLocation(),
                SyntaxNode other => other.GetLocation(),
            };
            Check(type, place, context, known);
        }
    }

    public static void Check(IInvocationOperation call, OperationAnalysisContext context, KnownSymbols known)
    {
        if (call.TargetMethod is { IsStatic: true, Name: "CreateBuilder" } factory)
        {
            ExpressionSyntax? name = (call.Syntax as InvocationExpressionSyntax)?.Expression;
            SyntaxNode place = name is MemberAccessExpressionSyntax access ? access.Expression : name ?? call.Syntax;
            Check(factory.ContainingType, place.GetLocation(), context, known);
        }
    }

    public static void Check(INamedTypeSymbol type, Location place, OperationAnalysisContext context, KnownSymbols known)
    {
        if (known.ShapeOf(type)?.Replacement is not { } successor)
        {
            return;
        }

        string slug = known.Models.FirstOrDefault(pair => SymbolEqualityComparer.Default.Equals(pair.Value, type)).Key ?? type.Name;
        context.ReportDiagnostic(
            successor.IsRetired || successor.IsDeprecated
                ? Diagnostic.Create(
                    ConstraintDiagnostics.ModelIsRetired,
                    place,
                    slug,
                    successor.IsRetired ? "retired: the API refuses its requests" : "deprecated",
                    successor.Slug
                )
                : Diagnostic.Create(ConstraintDiagnostics.ModelIsReplaced, place, slug, successor.Slug)
        );
    }
}
