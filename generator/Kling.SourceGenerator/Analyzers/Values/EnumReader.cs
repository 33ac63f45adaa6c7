using System.Collections.Immutable;
using Kling.SourceGenerator.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>What the code says of enums: their values in the JSON, and whether a constant comes from a member or from a number.</summary>
internal static class EnumReader
{
    // Constants may name each other in a circle while code is being written.
    private const int MostSteps = 16;

    /// <summary>The enum of a type that may be nullable.</summary>
    public static INamedTypeSymbol? EnumOf(ITypeSymbol? type) =>
        type switch
        {
            INamedTypeSymbol { TypeKind: TypeKind.Enum } closed => closed,
            INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => EnumOf(
                nullable.TypeArguments[0]
            ),
            _ => null,
        };

    /// <summary>The attribute with the values of a generated enum.</summary>
    public static AttributeData? Values(INamedTypeSymbol type) =>
        type.GetAttributes()
            .FirstOrDefault(static attribute =>
                attribute.AttributeClass
                    is {
                        Name: "SchemaEnumValuesAttribute",
                        ContainingNamespace: { Name: "Annotations", ContainingNamespace.Name: "Kling" }
                    }
            );

    /// <summary>The values of a generated enum as texts, or <see langword="null"/> if another type has no such values.</summary>
    public static ImmutableArray<string>? Texts(INamedTypeSymbol type) =>
        Items(type) is { IsDefault: false } items ? items.Select(static item => item.Text).ToImmutableArray() : null;

    /// <summary>The values of a generated enum in the JSON; <c>default</c> if another type has no such values.</summary>
    public static ImmutableArray<JsonNode> Items(INamedTypeSymbol type) =>
        Values(type)?.ConstructorArguments.FirstOrDefault().Value is string json && JsonReader.Read(json, out _) is { } list
            ? list.Items
            : default;

    /// <summary>Whether a constant is a member by name, however often it is cast or renamed on the way.</summary>
    public static bool NamesMember(PlacedValue value, INamedTypeSymbol type, CancellationToken cancellation) =>
        NamesMember(value, type, MostSteps, cancellation);

    private static bool NamesMember(PlacedValue value, INamedTypeSymbol type, int steps, CancellationToken cancellation)
    {
        bool Part(ExpressionSyntax part) => NamesMember(value.Part(part, value.Target), type, steps - 1, cancellation);
        return steps > 0
            && value.Value switch
            {
                ParenthesizedExpressionSyntax parenthesized => Part(parenthesized.Expression),
                CheckedExpressionSyntax check => Part(check.Expression),
                CastExpressionSyntax cast => Part(cast.Expression),
                ConditionalExpressionSyntax conditional => Part(conditional.WhenTrue) && Part(conditional.WhenFalse),
                IdentifierNameSyntax or MemberAccessExpressionSyntax => IsMember(value, type, steps, cancellation),
                _ => false,
            };
    }

    private static bool IsMember(PlacedValue value, INamedTypeSymbol type, int steps, CancellationToken cancellation)
    {
        ISymbol? symbol = value.Model.GetSymbolInfo(value.Value, cancellation).Symbol;
        if (SymbolEqualityComparer.Default.Equals(symbol?.ContainingType, type))
        {
            return true;
        }

        // A constant of another assembly does not show what it was given: it is taken for a member if it has the enum's type.
        return symbol is not null && ValueReader.Given(value, symbol, cancellation) is { } given
            ? NamesMember(given, type, steps - 1, cancellation)
            : SymbolEqualityComparer.Default.Equals(value.Type(), type);
    }
}
