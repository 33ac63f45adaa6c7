using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// KLING209: a required parameter that is null in an object that is sent as it is: <c>Prompt = null!</c>. Only what is written as one is
/// looked at, because the compiler warns of any other null.
/// </summary>
internal static class RequiredRule
{
    public static void Check(Construction construction, OperationAnalysisContext context, KnownSymbols known)
    {
        foreach (KeyValuePair<string, ParameterValue> pair in construction.Assigned)
        {
            if (
                pair.Value is { Added.IsEmpty: true, Value: { } value }
                && MayBeNull(value.Value)
                && construction.Shape.Properties.TryGetValue(pair.Key, out IPropertySymbol? property)
                && property is { IsRequired: true, Type.IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated }
                && ValueReader.Single(value, context.CancellationToken) is { } single
                && single.Constant() is { HasValue: true, Value: null }
                && !construction.MayGet(pair.Key, known, context.CancellationToken)
                && !QuietPlace.Has(context.Operation)
            )
            {
                context.ReportDiagnostic(
                    Diagnostic.Create(UseDiagnostics.RequiredIsUnset, value.Place.GetLocation(), pair.Key, "null")
                );
            }
        }
    }

    private static bool MayBeNull(ExpressionSyntax value) =>
        value switch
        {
            PostfixUnaryExpressionSyntax suppression => suppression.IsKind(SyntaxKind.SuppressNullableWarningExpression),
            LiteralExpressionSyntax literal => literal.Kind()
                is SyntaxKind.NullLiteralExpression
                    or SyntaxKind.DefaultLiteralExpression,
            DefaultExpressionSyntax => true,
            ParenthesizedExpressionSyntax parenthesized => MayBeNull(parenthesized.Expression),
            CastExpressionSyntax cast => MayBeNull(cast.Expression),
            _ => false,
        };
}
