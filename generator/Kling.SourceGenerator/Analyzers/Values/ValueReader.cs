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

    public static IEnumerable<PlacedValue> Leaves(PlacedValue value, CancellationToken cancellation) => Leaves(value, MostSteps, cancellation);

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

        return value.Value switch
        {
            ParenthesizedExpressionSyntax parenthesized => Parts(parenthesized.Expression),
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppression => Parts(suppression.Operand),
            CheckedExpressionSyntax check => Parts(check.Expression),
            ConditionalExpressionSyntax conditional when !value.Constant().HasValue => Parts(conditional.WhenTrue, conditional.WhenFalse),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce when !value.Constant().HasValue => Parts(coalesce.Left, coalesce.Right),
            SwitchExpressionSyntax choice => Parts([.. choice.Arms.Select(static arm => arm.Expression)]),
            CastExpressionSyntax cast when !value.Constant().HasValue && KeepsValue(cast, value.Model) => Parts(cast.Expression),
            IdentifierNameSyntax or MemberAccessExpressionSyntax when !value.Constant().HasValue => Named(value, steps, cancellation),
            _ => [value],
        };
    }

    private static IEnumerable<PlacedValue> Named(PlacedValue value, int steps, CancellationToken cancellation)
    {
        ISymbol? symbol = value.Model.GetSymbolInfo(value.Value, cancellation).Symbol;
        ITypeSymbol? type = (symbol as ILocalSymbol)?.Type ?? (symbol as IFieldSymbol)?.Type;
        bool isArray = type is IArrayTypeSymbol;
        if (type is null || (!isArray && MayBeChanged(type)) || Given(value, symbol!, cancellation) is not { } given)
        {
            return [value];
        }

        return Leaves(given with { Target = type, IsSettled = value.IsSettled && !isArray }, steps - 1, cancellation);
    }

    /// <summary>What gives the constant, local or field behind a name its value, if there is one expression that does.</summary>
    public static PlacedValue? Given(PlacedValue name, ISymbol symbol, CancellationToken cancellation) =>
        SingleAssignment.Value(symbol, cancellation) is { } given ? name with { Value = given, Model = Model(name.Model, given.SyntaxTree) } : null;

    /// <summary>Whether the value behind a name can have other content than it was given.</summary>
    private static bool MayBeChanged(ITypeSymbol type) =>
        type.SpecialType is SpecialType.None
        && type.TypeKind is not TypeKind.Enum
        && type is not INamedTypeSymbol { OriginalDefinition: { SpecialType: SpecialType.System_Nullable_T } or { Name: "Uri" or "KlingList" or "ImmutableArray" or "KlingJsonObject" } or { BaseType.Name: "KlingRecord" } };

    private static bool KeepsValue(CastExpressionSyntax cast, SemanticModel model) => model.GetTypeInfo(cast).Type is { } type
        && (type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T
            ? SymbolEqualityComparer.Default.Equals(((INamedTypeSymbol)type).TypeArguments[0], model.GetTypeInfo(cast.Expression).Type)
            : type is IArrayTypeSymbol or INamedTypeSymbol { Name: "KlingList" or "ImmutableArray" or "List" or "Uri" });

    private static SemanticModel Model(SemanticModel model, SyntaxTree tree) =>
#pragma warning disable RS1030 // A field in another file, named where a constraint holds: rare, and there is no other way to it.
        model.SyntaxTree == tree ? model : model.Compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
}
