using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>What is known of a list.</summary>
/// <param name="Items">The items that are known.</param>
/// <param name="IsComplete">Whether there are no others than those that are counted.</param>
/// <param name="More">How many items there are besides, of which nothing is known.</param>
internal sealed record ListValue(ImmutableArray<PlacedValue> Items, bool IsComplete, int More = 0)
{
    public static ListValue Empty { get; } = new(ImmutableArray<PlacedValue>.Empty, IsComplete: true);

    public static ListValue Unknown { get; } = new(ImmutableArray<PlacedValue>.Empty, IsComplete: false);

    /// <summary>How many items there are, at least.</summary>
    public int Count => Items.Length + More;

    /// <summary>The same number of items of which nothing is known.</summary>
    public ListValue CountOnly => new(ImmutableArray<PlacedValue>.Empty, IsComplete, Count);

    public ListValue Add(ListValue other) => new(Items.AddRange(other.Items), IsComplete && other.IsComplete, More + other.More);
}

/// <summary>
/// Lists as they are written: collection expressions, arrays, <c>new List&lt;T&gt; { … }</c>, the <c>Create</c> methods. It reads syntax:
/// the oldest compiler that is supported has no operation for collection expressions.
/// </summary>
internal static class ListReader
{
    /// <summary>The list, or <see langword="null"/> if the expression does not show its items.</summary>
    public static ListValue? Read(PlacedValue list, CancellationToken cancellation)
    {
        ITypeSymbol? item = ItemType(list.Target) ?? ItemType(list.Type());
        return list.Value switch
        {
            CollectionExpressionSyntax collection => Elements(list, collection, item, cancellation),
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => Expressions(list, initializer.Expressions, item),
            ArrayCreationExpressionSyntax array => Sized(list, array, cancellation),
            ImplicitArrayCreationExpressionSyntax array => Expressions(list, array.Initializer.Expressions, item),
            BaseObjectCreationExpressionSyntax creation => Creation(list, creation, item, cancellation),
            InvocationExpressionSyntax invocation => new ListCalls(list, item, cancellation).Read(invocation),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" } when IsListType(list.Type()) => ListValue.Empty,
            _ => null,
        };
    }

    /// <summary>Whether a method makes a list of its arguments.</summary>
    public static bool IsCreation(IMethodSymbol method) =>
        method is { Name: "Create", ContainingType: { Name: "ImmutableArray" or "ImmutableList" or "KlingList", IsStatic: true } };

    /// <summary>The type of a list's items.</summary>
    public static ITypeSymbol? ItemType(ITypeSymbol? list) =>
        list switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => ItemType(
                nullable.TypeArguments[0]
            ),
            INamedTypeSymbol { TypeArguments.Length: 1 } named => named.TypeArguments[0],
            _ => null,
        };

    private static ListValue Elements(
        PlacedValue list,
        CollectionExpressionSyntax collection,
        ITypeSymbol? item,
        CancellationToken cancellation
    ) =>
        collection.Elements.Aggregate(
            ListValue.Empty,
            (items, element) =>
                items.Add(
                    element switch
                    {
                        ExpressionElementSyntax expression => Expressions(list, [expression.Expression], item),
                        SpreadElementSyntax spread => Inner(list, spread.Expression, cancellation),
                        _ => ListValue.Unknown,
                    }
                )
        );

    /// <summary>The items of a list that goes into another. A named array may have been changed: only its size is known.</summary>
    public static ListValue Inner(PlacedValue list, ExpressionSyntax inner, CancellationToken cancellation)
    {
        PlacedValue part = list.Part(inner, target: null);
        return
            RecordLists.Of(part, cancellation) is { } given ? given.CountOnly
            : ValueReader.Single(part, cancellation) is not { } single || Read(single, cancellation) is not { } items ? ListValue.Unknown
            : single.IsSettled ? items
            : items.CountOnly;
    }

    private static ListValue? Creation(
        PlacedValue list,
        BaseObjectCreationExpressionSyntax creation,
        ITypeSymbol? item,
        CancellationToken cancellation
    )
    {
        if (!IsListType(list.Type()) || creation.Initializer is { RawKind: not (int)SyntaxKind.CollectionInitializerExpression })
        {
            return null;
        }

        // An argument is a capacity or another list.
        ListValue given =
            creation.ArgumentList is not { Arguments: { Count: > 0 } arguments } ? ListValue.Empty
            : list.Model.GetTypeInfo(arguments[0].Expression, cancellation).Type?.SpecialType is SpecialType.System_Int32 ? ListValue.Empty
            : Inner(list, arguments[0].Expression, cancellation);
        return given.Add(Expressions(list, creation.Initializer?.Expressions ?? default, item));
    }

    private static ListValue? Sized(PlacedValue list, ArrayCreationExpressionSyntax array, CancellationToken cancellation) =>
        array.Type.RankSpecifiers is { Count: > 0 } ranks
        && ranks[0].Sizes.Count == 1
        && list.Part(ranks[0].Sizes[0], target: null).Known(cancellation).Exact is int size and >= 0
            ? ListValue.Empty with
            {
                More = size,
            }
            : null;

    /// <summary>Items that are written one by one.</summary>
    public static ListValue Expressions(PlacedValue list, IEnumerable<ExpressionSyntax> expressions, ITypeSymbol? item) =>
        new(expressions.Select(expression => list.Part(expression, item)).ToImmutableArray(), IsComplete: true);

    private static bool IsListType(ITypeSymbol? type) =>
        type
            is IArrayTypeSymbol
                or INamedTypeSymbol { TypeArguments.Length: 1, Name: "List" or "KlingList" or "ImmutableArray" or "ImmutableList" };
}
