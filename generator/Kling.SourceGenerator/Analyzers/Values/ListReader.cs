using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>The items of a list that is written out.</summary>
/// <param name="Items">The items that are known.</param>
/// <param name="IsComplete">Whether there are no others.</param>
internal sealed record ListValue(ImmutableArray<PlacedValue> Items, bool IsComplete)
{
    public static ListValue Empty { get; } = new(ImmutableArray<PlacedValue>.Empty, IsComplete: true);
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
            ArrayCreationExpressionSyntax array when IsEmpty(array, list.Model) => ListValue.Empty,
            ImplicitArrayCreationExpressionSyntax array => Expressions(list, array.Initializer.Expressions, item),
            BaseObjectCreationExpressionSyntax creation => Creation(list, creation, item),
            InvocationExpressionSyntax invocation => Invocation(list, invocation, item, cancellation),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" } when IsListType(list.Type()) => ListValue.Empty,
            _ => null,
        };
    }

    /// <summary>Whether a method makes a list of its arguments.</summary>
    public static bool IsCreation(IMethodSymbol method) =>
        method is { Name: "Create", ContainingType: { Name: "ImmutableArray" or "ImmutableList" or "KlingList", IsStatic: true } };

    /// <summary>The type of a list's items.</summary>
    public static ITypeSymbol? ItemType(ITypeSymbol? list) => list switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => ItemType(nullable.TypeArguments[0]),
        INamedTypeSymbol { TypeArguments.Length: 1 } named => named.TypeArguments[0],
        _ => null,
    };

    private static ListValue Elements(PlacedValue list, CollectionExpressionSyntax collection, ITypeSymbol? item, CancellationToken cancellation)
    {
        var items = ImmutableArray.CreateBuilder<PlacedValue>();
        bool isComplete = true;
        foreach (CollectionElementSyntax element in collection.Elements)
        {
            if (element is ExpressionElementSyntax expression)
            {
                items.Add(list.Part(expression.Expression, item));
            }
            else if (element is SpreadElementSyntax spread
                && ValueReader.Single(list.Part(spread.Expression, target: null), cancellation) is { } inner
                && Read(inner, cancellation) is { } spreadItems)
            {
                // The items are not elements of this list: a mistake among them is shown at the spread.
                items.AddRange(spreadItems.Items.Select(value => value with { Place = list.IsInPlace ? spread.Expression : list.Place, Target = item, IsSettled = inner.IsSettled }));
                isComplete &= spreadItems.IsComplete;
            }
            else
            {
                isComplete = false;
            }
        }

        return new ListValue(items.ToImmutable(), isComplete);
    }

    private static ListValue? Creation(PlacedValue list, BaseObjectCreationExpressionSyntax creation, ITypeSymbol? item)
    {
        if (!IsListType(list.Type()))
        {
            return null;
        }

        // An argument is a capacity or another list.
        bool takesList = creation.ArgumentList?.Arguments.Any(argument => list.Model.GetTypeInfo(argument.Expression).Type?.SpecialType is not SpecialType.System_Int32) is true;
        return creation.Initializer is null or { RawKind: (int)SyntaxKind.CollectionInitializerExpression }
            ? Expressions(list, creation.Initializer?.Expressions ?? default, item) with { IsComplete = !takesList }
            : null;
    }

    /// <summary><c>ImmutableArray.Create(…)</c>, <c>KlingList.Create&lt;T&gt;([…])</c>, <c>Array.Empty&lt;T&gt;()</c>.</summary>
    private static ListValue? Invocation(PlacedValue list, InvocationExpressionSyntax invocation, ITypeSymbol? item, CancellationToken cancellation)
    {
        if (list.Model.GetSymbolInfo(invocation, cancellation).Symbol is not IMethodSymbol { IsStatic: true } method)
        {
            return null;
        }

        ExpressionSyntax[] arguments = [.. invocation.ArgumentList.Arguments.Select(static argument => argument.Expression)];
        switch (method.ContainingType.Name, method.Name)
        {
            case ("Array", "Empty"):
                return ListValue.Empty;
            case ("ImmutableArray" or "KlingList", "Create") when arguments.Length == 1 && ItemType(method.Parameters[0].Type) is not null && !IsItem(arguments[0], method, list.Model):
                return Read(list.Part(arguments[0], method.Parameters[0].Type), cancellation);
            case ("ImmutableArray", "Create") when !method.Parameters.Any(static parameter => !parameter.IsParams && ItemType(parameter.Type) is not null && parameter.Type is IArrayTypeSymbol):
                return Expressions(list, arguments, item);
            default:
                return null;
        }
    }

    /// <summary>Whether a lone argument is an item and not the list of the items.</summary>
    private static bool IsItem(ExpressionSyntax argument, IMethodSymbol method, SemanticModel model) =>
        argument is not CollectionExpressionSyntax
        && method.TypeArguments.Length == 1
        && SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(argument).Type, method.TypeArguments[0]);

    private static bool IsEmpty(ArrayCreationExpressionSyntax array, SemanticModel model) =>
        array.Type.RankSpecifiers.Count == 1 && array.Type.RankSpecifiers[0].Sizes.Count == 1 && model.GetConstantValue(array.Type.RankSpecifiers[0].Sizes[0]).Value is 0;

    private static ListValue Expressions(PlacedValue list, IEnumerable<ExpressionSyntax> expressions, ITypeSymbol? item) =>
        new(expressions.Select(expression => list.Part(expression, item)).ToImmutableArray(), IsComplete: true);

    private static bool IsListType(ITypeSymbol? type) =>
        type is IArrayTypeSymbol or INamedTypeSymbol { TypeArguments.Length: 1, Name: "List" or "KlingList" or "ImmutableArray" or "ImmutableList" };
}
