using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>Lists that a method returns: what creates them of their items, copies them, or adds to them.</summary>
internal sealed class ListCalls(PlacedValue list, ITypeSymbol? item, CancellationToken cancellation)
{
    /// <summary>The list, or <see langword="null"/> if nothing is known of it.</summary>
    public ListValue? Read(InvocationExpressionSyntax call) =>
        list.Model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method ? null
        : method.IsStatic ? Created(call, method)
        : call.Expression is MemberAccessExpressionSyntax access ? Continued(access.Expression, call, method)
        : null;

    /// <summary>
    /// <c>ImmutableArray.Create(…)</c>, <c>KlingList.Create&lt;T&gt;([…])</c>, <c>Array.Empty&lt;T&gt;()</c>, <c>Enumerable.Repeat(…)</c>.
    /// </summary>
    private ListValue? Created(InvocationExpressionSyntax call, IMethodSymbol method)
    {
        ExpressionSyntax[] arguments = [.. call.ArgumentList.Arguments.Select(static argument => argument.Expression)];
        switch (method.ContainingType.Name, method.Name)
        {
            case ("Array" or "Enumerable", "Empty"):
                return ListValue.Empty;
            case ("Enumerable", "Repeat" or "Range"):
                return
                    CallArguments.Of(call.ArgumentList, method.Parameters[1]) is { } count
                    && list.Part(count, target: null).Known(cancellation).Exact is int and >= 0 and var more
                    ? ListValue.Empty with
                    {
                        More = more,
                    }
                    : null;
            case ("ImmutableArray" or "ImmutableList", "CreateRange") when arguments.Length == 1:
                return ListReader.Inner(list, arguments[0], cancellation);
            case (_, "Create")
                when ListReader.IsCreation(method)
                    && arguments.Length == 1
                    && ListReader.ItemType(method.Parameters[0].Type) is not null
                    && !IsItem(arguments[0], method):
                return ListReader.Read(list.Part(arguments[0], method.Parameters[0].Type), cancellation);
            case (_, "Create")
                when ListReader.IsCreation(method)
                    && !method.Parameters.Any(static parameter => !parameter.IsParams && parameter.Type is IArrayTypeSymbol):
                return ListReader.Expressions(list, arguments, item);
            default:
                return null;
        }
    }

    /// <summary><c>….Add(item)</c> of an immutable list, <c>….ToKlingList()</c>, <c>….Select(…)</c>.</summary>
    private ListValue? Continued(ExpressionSyntax receiver, InvocationExpressionSyntax call, IMethodSymbol method)
    {
        ExpressionSyntax? argument = call.ArgumentList.Arguments is { Count: 1 } arguments ? arguments[0].Expression : null;
        switch (method.ContainingType.Name, method.Name)
        {
            case ("KlingList" or "ImmutableArray" or "ImmutableList", "Add") when argument is not null:
            case ("Enumerable", "Append") when argument is not null:
                return Before().Add(ListReader.Expressions(list, [argument], item));
            case ("ImmutableArray" or "ImmutableList", "AddRange") when argument is not null:
            case ("Enumerable", "Concat") when argument is not null:
                return Before().Add(ListReader.Inner(list, argument, cancellation));
            case (
                "Enumerable"
                    or "KlingList"
                    or "ImmutableArray"
                    or "ImmutableList"
                    or "List",
                "ToArray"
                    or "ToList"
                    or "ToKlingList"
                    or "ToImmutableArray"
                    or "ToImmutableList"
                    or "AsEnumerable"
            ):
                return Before();
            case ("String", "Split") when argument is not null:
                return Pieces(receiver, argument);
            case ("Enumerable" or "KlingList", "Select" or "ConvertAll" or "Reverse" or "OrderBy" or "OrderByDescending" or "Prepend"):
                return Before().CountOnly.Add(ListValue.Empty with { More = method.Name == "Prepend" ? 1 : 0 });
            default:
                return null;
        }

        ListValue Before() => ListReader.Inner(list, receiver, cancellation);
    }

    /// <summary>How many pieces a known text has: <c>"a,b".Split(',')</c>.</summary>
    private ListValue? Pieces(ExpressionSyntax text, ExpressionSyntax separator) =>
        list.Part(text, target: null).Known(cancellation).Text is not { } whole ? null
        : list.Part(separator, target: null).Known(cancellation).Exact switch
        {
            char letter => ListValue.Empty with { More = whole.Split(letter).Length },
            string { Length: > 0 } word => ListValue.Empty with { More = whole.Split(new[] { word }, StringSplitOptions.None).Length },
            _ => null,
        };

    /// <summary>Whether a lone argument is an item and not the list of the items.</summary>
    private bool IsItem(ExpressionSyntax argument, IMethodSymbol method) =>
        argument is not CollectionExpressionSyntax
        && method.TypeArguments.Length == 1
        && SymbolEqualityComparer.Default.Equals(list.Model.GetTypeInfo(argument, cancellation).Type, method.TypeArguments[0]);
}
