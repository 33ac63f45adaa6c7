using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// The list that a known record has in a property, for code that makes another list of it: <c>with { Tags = [.. request.Tags, tag] }</c>.
/// </summary>
internal static class RecordLists
{
    // A record may be a copy of another one.
    private const int MostRecords = 8;

    /// <summary>The list, or <see langword="null"/> if an expression is something else or nothing is known of it.</summary>
    public static ListValue? Of(PlacedValue list, CancellationToken cancellation)
    {
        ExpressionSyntax value = list.Value;
        while (
            value
            is ParenthesizedExpressionSyntax
                or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }
                or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression }
        )
        {
            value = value switch
            {
                ParenthesizedExpressionSyntax parenthesized => parenthesized.Expression,
                PostfixUnaryExpressionSyntax suppression => suppression.Operand,
                _ => ((BinaryExpressionSyntax)value).Left,
            };
        }

        return
            value is MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax } access
            && list.Model.GetSymbolInfo(access, cancellation).Symbol is IPropertySymbol { ContainingType.BaseType.Name: "KlingRecord" } property
            && Given(list with { Value = access.Expression, Target = null }, property, MostRecords, cancellation) is { } given
            ? ListReader.Read(given with { Place = list.Place, Target = property.Type }, cancellation)
            : null;
    }

    /// <summary>What a property of a record is given where the record is constructed, or where it is copied.</summary>
    private static PlacedValue? Given(PlacedValue record, IPropertySymbol property, int records, CancellationToken cancellation)
    {
        if (records == 0 || ValueReader.Single(record, cancellation) is not { } source)
        {
            return null;
        }

        InitializerExpressionSyntax? initializer = source.Value switch
        {
            BaseObjectCreationExpressionSyntax creation => creation.Initializer,
            WithExpressionSyntax copy => copy.Initializer,
            _ => null,
        };
        ExpressionSyntax? given = initializer
            ?.Expressions.OfType<AssignmentExpressionSyntax>()
            .LastOrDefault(assignment =>
                assignment.Left is IdentifierNameSyntax name && name.Identifier.ValueText == property.Name
            )
            ?.Right;
        return
            given is not null ? ValueReader.Single(source with { Value = given, Target = property.Type }, cancellation)
            : source.Value is WithExpressionSyntax with
                ? Given(source with { Value = with.Expression }, property, records - 1, cancellation)
            : null;
    }
}
