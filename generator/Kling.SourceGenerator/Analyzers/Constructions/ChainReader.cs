using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>A builder's chain, from <c>CreateBuilder</c> or from a builder in hand.</summary>
internal static class ChainReader
{
    /// <summary>What a chain assigns, read at its last call; <see langword="null"/> at any other call.</summary>
    public static Construction? Read(InvocationExpressionSyntax last, SemanticModel model, KnownSymbols known, CancellationToken cancellation)
    {
        if (last.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } || Request(last, model, known, cancellation) is not { } shape)
        {
            return null;
        }

        var steps = new Stack<(InvocationExpressionSyntax Call, SimpleNameSyntax Name, IMethodSymbol Method)>();
        for (ExpressionSyntax? call = last; call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } invocation; call = access.Expression)
        {
            if (model.GetSymbolInfo(invocation, cancellation).Symbol is not IMethodSymbol method)
            {
                return null;
            }

            steps.Push((invocation, access.Name, method));
            if (method.IsStatic)
            {
                break;
            }
        }

        ImmutableDictionary<string, ParameterValue> assigned = Construction.Nothing;
        bool isBegun = steps.Peek().Method is { IsStatic: true, Name: "CreateBuilder" };
        foreach ((InvocationExpressionSyntax call, SimpleNameSyntax name, IMethodSymbol method) in steps)
        {
            // A method of the user's may assign anything.
            bool isKnown = method.IsStatic || known.RequestOf(method.ContainingType) is not null;
            isBegun &= isKnown;
            assigned = isKnown ? Step(assigned, call, name, method, isBegun, model, known) : Construction.Nothing;
        }

        bool isBuilt = steps.Last().Method.Name == "Build";
        return new Construction(shape, last.Expression is MemberAccessExpressionSyntax { Name: var end } ? end.GetLocation() : last.GetLocation(), assigned, isBegun, new Lazy<bool>(() => isBuilt));
    }

    private static ImmutableDictionary<string, ParameterValue> Step(
        ImmutableDictionary<string, ParameterValue> assigned, InvocationExpressionSyntax call, SimpleNameSyntax name, IMethodSymbol method, bool isBegun, SemanticModel model, KnownSymbols known)
    {
        if (method.IsStatic)
        {
            return method.Parameters.Aggregate(assigned, (all, parameter) =>
                known.ParameterOf(parameter) is { } wire && CallArguments.Of(call.ArgumentList, parameter) is { } value
                    ? all.SetItem(wire, ParameterValue.Cleared with { Value = new PlacedValue(value, value, model, parameter.Type) })
                    : all);
        }

        if (known.ParameterOf(method) is not { } step)
        {
            return assigned;
        }

        ParameterValue before = assigned.TryGetValue(step, out ParameterValue? earlier) ? earlier : isBegun ? ParameterValue.Cleared : ParameterValue.Unknown;
        ExpressionSyntax? argument = call.ArgumentList.Arguments.Count > 0 ? call.ArgumentList.Arguments[0].Expression : null;
        bool adds = name.Identifier.ValueText.StartsWith("Add", StringComparison.Ordinal);
        if (adds)
        {
            ExpressionSyntax item = argument is not null && method.Parameters.Length == 1 && known.ParameterOf(method.Parameters[0]) is null ? argument : call;

            // An item whose members are all constants is added without an argument.
            ITypeSymbol type = method.Parameters.Length > 0 ? method.Parameters[0].Type : method.ReturnType;
            return assigned.SetItem(step, before.Add(new AddedItem(new PlacedValue(item, item, model, type), name)));
        }

        return assigned.SetItem(step, argument is null ? ParameterValue.Cleared : ParameterValue.Cleared with { Value = new PlacedValue(argument, argument, model, method.Parameters[0].Type) });
    }

    /// <summary>The request that the builder of a call builds.</summary>
    private static RecordShape? Request(InvocationExpressionSyntax call, SemanticModel model, KnownSymbols known, CancellationToken cancellation)
    {
        if (call.Expression is not MemberAccessExpressionSyntax || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol { ContainingType: { } type } method || !known.UsesRuntime(type.ContainingAssembly))
        {
            return null;
        }

        return known.RequestOf(method.IsStatic ? method.ReturnType as INamedTypeSymbol : type);
    }
}
