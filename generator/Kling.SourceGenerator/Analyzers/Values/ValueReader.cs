using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// What an expression can give: both arms of a conditional, both sides of <c>??</c>, all arms of a switch expression, the value of a name.
/// A value that is not known is returned as it is, and no rule guesses it.
/// </summary>
internal static class ValueReader
{
    // Fields can name each other in a circle.
    private const int MostSteps = 16;

    public static IEnumerable<PlacedValue> Leaves(PlacedValue value, CancellationToken cancellation) =>
        Leaves(value, MostSteps, cancellation);

    /// <summary>The one expression that gives the value, or <see langword="null"/> if there are several.</summary>
    public static PlacedValue? Single(PlacedValue value, CancellationToken cancellation) =>
        Leaves(value, cancellation).Take(2).ToArray() is { Length: 1 } leaves ? leaves[0] : null;

    private static IEnumerable<PlacedValue> Leaves(PlacedValue value, int steps, CancellationToken cancellation)
    {
        if (steps == 0)
        {
            return [];
        }

        IEnumerable<PlacedValue> Parts(params ExpressionSyntax[] parts) =>
            parts.SelectMany(part => Leaves(value.Part(part, value.Target), steps - 1, cancellation));

        // The text in the source is longer than the part, so the part is not shown.
        IEnumerable<PlacedValue> Inside(ExpressionSyntax part) => Leaves(value with { Value = part }, steps - 1, cancellation);

        return value.Value switch
        {
            ParenthesizedExpressionSyntax parenthesized => Parts(parenthesized.Expression),
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppression => Parts(
                suppression.Operand
            ),
            CheckedExpressionSyntax check => Parts(check.Expression),
            ConditionalExpressionSyntax conditional when !value.Constant().HasValue => Parts(conditional.WhenTrue, conditional.WhenFalse),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce when !value.Constant().HasValue => Parts(
                coalesce.Left,
                coalesce.Right
            ),
            SwitchExpressionSyntax choice => Parts([.. choice.Arms.Select(static arm => arm.Expression)]),
            CastExpressionSyntax cast when !value.Constant().HasValue && KeepsValue(cast, value.Model) => Parts(cast.Expression),
            MemberAccessExpressionSyntax access when !value.Constant().HasValue && IsNullableValue(access, value.Model, cancellation) =>
                Inside(access.Expression),
            InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax access }
                when IsNullableValue(access, value.Model, cancellation) => Inside(access.Expression),
            IdentifierNameSyntax or MemberAccessExpressionSyntax when !value.Constant().HasValue => Named(value, steps, cancellation),
            ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } indices } element => Item(
                value,
                element.Expression,
                indices[0].Expression,
                cancellation
            )
                is { } item
                ? Leaves(item, steps - 1, cancellation)
                : [value],
            _ => [value],
        };
    }

    private static IEnumerable<PlacedValue> Named(PlacedValue value, int steps, CancellationToken cancellation)
    {
        ISymbol? symbol = value.Model.GetSymbolInfo(value.Value, cancellation).Symbol;
        if (symbol is IFieldSymbol { ContainingType.IsTupleType: true } element && value.Value is MemberAccessExpressionSyntax access)
        {
            return Element(value, access, element, cancellation) is { } known ? Leaves(known, steps - 1, cancellation) : [value];
        }

        if (symbol is IRangeVariableSymbol)
        {
            return symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is LetClauseSyntax let
                ? Leaves(value with { Value = let.Expression }, steps - 1, cancellation)
                : [value];
        }

        ITypeSymbol? type = (symbol as ILocalSymbol)?.Type ?? (symbol as IFieldSymbol)?.Type ?? (symbol as IPropertySymbol)?.Type;
        if (type is null)
        {
            return [value];
        }

        // Of an array that may be changed, the size is still known; of any other list, nothing.
        bool isArray = type is IArrayTypeSymbol;
        bool isSettled =
            !MayBeChanged(type)
            || (
                (isArray || type is INamedTypeSymbol { Name: "List", TypeArguments.Length: 1 })
                && SingleAssignment.IsOnlyRead(symbol!, cancellation)
            );
        return (isArray || isSettled) && Given(value, symbol!, cancellation) is { } given
            ? Leaves(given with { Target = type, IsSettled = value.IsSettled && isSettled }, steps - 1, cancellation)
            : [value];
    }

    /// <summary>What gives an element of a tuple its value, if the tuple is written out where its local or field is declared.</summary>
    private static PlacedValue? Element(
        PlacedValue value,
        MemberAccessExpressionSyntax access,
        IFieldSymbol element,
        CancellationToken cancellation
    )
    {
        ISymbol? tuple = value.Model.GetSymbolInfo(access.Expression, cancellation).Symbol;
        int index = element.ContainingType.TupleElements.IndexOf(element);
        PlacedValue? given = tuple is null ? null : Given(value, tuple, cancellation);
        return (given?.Value ?? access.Expression) is TupleExpressionSyntax { Arguments: var parts } && index >= 0 && index < parts.Count
            ? (given ?? value).Part(parts[index].Expression, value.Target)
            : null;
    }

    /// <summary>What is at an index of a list that is written out and only read.</summary>
    private static PlacedValue? Item(PlacedValue value, ExpressionSyntax list, ExpressionSyntax index, CancellationToken cancellation) =>
        value.Model.GetConstantValue(index, cancellation).Value is int at and >= 0
        && ListReader.Inner(value with { Value = list }, list, cancellation) is { More: 0, Items: var items }
        && at < items.Length
            ? items[at] with
            {
                Place = value.Place,
                Target = value.Target,
            }
            : null;

    /// <summary><c>.Value</c> and <c>.GetValueOrDefault()</c> of a nullable value: where it has a value, it is the same.</summary>
    private static bool IsNullableValue(MemberAccessExpressionSyntax access, SemanticModel model, CancellationToken cancellation) =>
        access.Name.Identifier.ValueText is "Value" or "GetValueOrDefault"
        && model.GetTypeInfo(access.Expression, cancellation).Type?.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T;

    /// <summary>What gives a constant, local or field its value, if there is one expression that does.</summary>
    public static PlacedValue? Given(PlacedValue name, ISymbol symbol, CancellationToken cancellation) =>
        SingleAssignment.Value(symbol, cancellation) is { } given
            ? name with
            {
                Value = given,
                Model = Model(name.Model, given.SyntaxTree),
            }
            : null;

    /// <summary>Whether the value of a name can have other content than it was given.</summary>
    private static bool MayBeChanged(ITypeSymbol type) =>
        type.SpecialType is SpecialType.None
        && type.TypeKind is not TypeKind.Enum
        && type
            is not INamedTypeSymbol
            {
                OriginalDefinition: { SpecialType: SpecialType.System_Nullable_T }
                    or { Name: "Uri" or "TimeSpan" or "Guid" or "KlingList" or "ImmutableArray" or "KlingJsonObject" }
                    or { Name: "IEnumerable" or "IReadOnlyList" or "IReadOnlyCollection", TypeArguments.Length: 1 }
                    or { BaseType.Name: "KlingRecord" or "KlingUnion" }
            };

    private static bool KeepsValue(CastExpressionSyntax cast, SemanticModel model) =>
        model.GetTypeInfo(cast).Type is { } type
        && (
            type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T
                ? SymbolEqualityComparer.Default.Equals(((INamedTypeSymbol)type).TypeArguments[0], model.GetTypeInfo(cast.Expression).Type)
                : type is IArrayTypeSymbol or INamedTypeSymbol { Name: "KlingList" or "ImmutableArray" or "List" or "Uri" }
        );

    private static SemanticModel Model(SemanticModel model, SyntaxTree tree) =>
#pragma warning disable RS1030 // A field in another file, named where a constraint holds: rare, and there is no other way to it.
        model.SyntaxTree == tree ? model : model.Compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
}
