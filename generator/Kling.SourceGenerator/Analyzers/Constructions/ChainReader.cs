using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>A builder's chain, from <c>CreateBuilder</c>, from a local that holds a builder, or from any other builder.</summary>
internal sealed class ChainReader(SemanticModel model, KnownSymbols known, CancellationToken cancellation)
{
    /// <summary>What a chain assigns, read at its last call; <see langword="null"/> at any other call.</summary>
    public Construction? Read(InvocationExpressionSyntax last)
    {
        if (
            last.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax }
            || Request(last) is not { } shape
            || Steps(last) is not { Count: > 0 } steps
        )
        {
            return null;
        }

        ChainState before =
            Root(steps[0].Call) is IdentifierNameSyntax local && !steps[0].Method.IsStatic
                ? new BuilderLocal(this, model, cancellation).Before(local, last)
                : ChainState.Unknown;
        ChainState state = Continue(before, steps);
        ChainStep end = steps[steps.Count - 1];
        UseKind use = end.Method.Name == "Build" ? UseKind.Sent : UseKind.Open;
        return new Construction(shape, last, end.Name.GetLocation(), state.Assigned, state.IsBegun, new Lazy<UseKind>(() => use));
    }

    /// <summary>The item that an <c>Add…</c> is given in parts, or <see langword="null"/> for any other call.</summary>
    public Construction? ReadItem(InvocationExpressionSyntax call)
    {
        if (
            call.Expression is not MemberAccessExpressionSyntax { Name: { Identifier.ValueText: var name } place }
            || !name.StartsWith("Add", StringComparison.Ordinal)
            || Request(call) is not { } request
            || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol { Parameters: var parts } method
            || known.ParameterOf(method) is not { } list
            || !request.Properties.TryGetValue(list, out IPropertySymbol? property)
            || known.ShapeOf(ListReader.ItemType(property.Type)) is not { } shape
            || parts.All(part => known.ParameterOf(part) is null)
        )
        {
            return null;
        }

        return new Construction(
            shape,
            call,
            place.GetLocation(),
            Arguments(Construction.Nothing, call, method),
            IsWhole: true,
            new Lazy<UseKind>(static () => UseKind.Sent)
        );
    }

    /// <summary>
    /// A chain's state after an expression that is a chain, if it begins with <c>CreateBuilder</c> or goes on from a state.
    /// </summary>
    public ChainState Continue(ChainState before, ExpressionSyntax chain) =>
        chain is InvocationExpressionSyntax last && Steps(last) is { Count: > 0 } steps ? Continue(before, steps) : ChainState.Unknown;

    /// <summary>What the first call of a chain is called on.</summary>
    public static ExpressionSyntax? Root(ExpressionSyntax chain)
    {
        ExpressionSyntax? root = chain;
        while (root is InvocationExpressionSyntax call)
        {
            root = (call.Expression as MemberAccessExpressionSyntax)?.Expression;
        }

        return root;
    }

    private ChainState Continue(ChainState state, List<ChainStep> steps) => steps.Aggregate(state, Step);

    /// <summary>The calls in the order in which they run, or <see langword="null"/> if one of them is not understood.</summary>
    private List<ChainStep>? Steps(InvocationExpressionSyntax last)
    {
        var steps = new List<ChainStep>();
        for (
            ExpressionSyntax? call = last;
            call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } invocation;
            call = access.Expression
        )
        {
            if (model.GetSymbolInfo(invocation, cancellation).Symbol is not IMethodSymbol method)
            {
                return null;
            }

            steps.Insert(0, new ChainStep(invocation, access.Name, method));
            if (method.IsStatic)
            {
                break;
            }
        }

        return steps;
    }

    private ChainState Step(ChainState state, ChainStep step)
    {
        (InvocationExpressionSyntax call, SimpleNameSyntax name, IMethodSymbol method) = step;
        if (method.IsStatic)
        {
            return new ChainState(Arguments(Construction.Nothing, call, method), method.Name == "CreateBuilder");
        }

        // A method of the user's may assign anything.
        if (known.RequestOf(method.ContainingType) is null)
        {
            return ChainState.Unknown;
        }

        if (known.ParameterOf(method) is not { } parameter)
        {
            return state;
        }

        ParameterValue before =
            state.Assigned.TryGetValue(parameter, out ParameterValue? earlier) ? earlier
            : state.IsBegun ? ParameterValue.Cleared
            : ParameterValue.Unknown;
        ExpressionSyntax? argument = call.ArgumentList.Arguments.Count > 0 ? call.ArgumentList.Arguments[0].Expression : null;
        ParameterValue after = ParameterValue.Cleared;
        if (name.Identifier.ValueText.StartsWith("Add", StringComparison.Ordinal))
        {
            ExpressionSyntax item =
                argument is not null && method.Parameters.Length == 1 && known.ParameterOf(method.Parameters[0]) is null ? argument : call;

            // An item whose members are all constants is added without an argument.
            ITypeSymbol type = method.Parameters.Length > 0 ? method.Parameters[0].Type : method.ReturnType;
            after = before.Add(new AddedItem(new PlacedValue(item, item, model, type), name));
        }
        else if (argument is not null)
        {
            after = ParameterValue.Cleared with { Value = new PlacedValue(argument, argument, model, method.Parameters[0].Type) };
        }

        return state with
        {
            Assigned = state.Assigned.SetItem(parameter, after),
        };
    }

    private ImmutableDictionary<string, ParameterValue> Arguments(
        ImmutableDictionary<string, ParameterValue> assigned,
        InvocationExpressionSyntax call,
        IMethodSymbol method
    ) =>
        method.Parameters.Aggregate(
            assigned,
            (all, parameter) =>
                known.ParameterOf(parameter) is { } wire && CallArguments.Of(call.ArgumentList, parameter) is { } value
                    ? all.SetItem(wire, ParameterValue.Cleared with { Value = new PlacedValue(value, value, model, parameter.Type) })
                    : all
        );

    /// <summary>The request that the builder of a call builds.</summary>
    private RecordShape? Request(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax
        && model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { ContainingType: { } type } method
        && known.UsesRuntime(type.ContainingAssembly)
            ? known.RequestOf(method.IsStatic ? method.ReturnType as INamedTypeSymbol : type)
            : null;
}

/// <summary>One call of a chain.</summary>
internal readonly record struct ChainStep(InvocationExpressionSyntax Call, SimpleNameSyntax Name, IMethodSymbol Method);

/// <summary>What a builder has been given so far.</summary>
/// <param name="Assigned">What each parameter was given, by its wire name.</param>
/// <param name="IsBegun">Whether all is known, from <c>CreateBuilder</c> on.</param>
internal sealed record ChainState(ImmutableDictionary<string, ParameterValue> Assigned, bool IsBegun)
{
    public static ChainState Unknown { get; } = new(Construction.Nothing, IsBegun: false);
}
