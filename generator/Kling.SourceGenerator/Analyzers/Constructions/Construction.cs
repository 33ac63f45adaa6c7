using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>What one initialiser or one builder chain assigns.</summary>
/// <param name="Shape">The record.</param>
/// <param name="Source">The expression.</param>
/// <param name="Place">Where a mistake of the whole is shown.</param>
/// <param name="Assigned">What each parameter was given, by its wire name.</param>
/// <param name="IsWhole">Whether all is known: what is not assigned here has not been assigned before.</param>
/// <param name="Use">What happens to the object. It takes a search, so only a rule that has something to report looks.</param>
internal sealed record Construction(
    RecordShape Shape,
    ExpressionSyntax Source,
    Location Place,
    ImmutableDictionary<string, ParameterValue> Assigned,
    bool IsWhole,
    Lazy<UseKind> Use
)
{
    /// <summary>No parameter is assigned.</summary>
    public static ImmutableDictionary<string, ParameterValue> Nothing { get; } =
        ImmutableDictionary.Create<string, ParameterValue>(StringComparer.Ordinal);

    /// <summary>Whether the object is sent as it is.</summary>
    public bool IsFinal => Use.Value is UseKind.Sent;

    /// <summary>Whether a parameter may be given to a copy of the object later.</summary>
    public bool MayGet(string name, KnownSymbols known, CancellationToken cancellation) =>
        Use.Value switch
        {
            UseKind.Sent or UseKind.Unreachable => false,
            UseKind.Kept => IsGivenByCopies(name, known, cancellation),
            UseKind.Published => !Assigned.ContainsKey(name) || IsGivenByCopies(name, known, cancellation),
            _ => true,
        };

    private bool IsGivenByCopies(string name, KnownSymbols known, CancellationToken cancellation) =>
        !Shape.Properties.TryGetValue(name, out IPropertySymbol? property) || known.Copies.MayGive(property, cancellation);

    /// <summary>Whether the expression itself gives an item, and no statement before.</summary>
    public bool Gives(AddedItem item) => Source.Span.Contains(item.Step.Span);

    /// <summary>
    /// The list that a parameter holds; an empty one if it was surely left out; <see langword="null"/> if that is not known.
    /// </summary>
    public ListValue? List(string name, CancellationToken cancellation) =>
        !Assigned.TryGetValue(name, out ParameterValue? value) ? (IsWhole ? ListValue.Empty : null) : value.List(cancellation);

    /// <summary>Whether a parameter was given a value: <see langword="null"/> if that is not known.</summary>
    public bool? IsGiven(string name) =>
        Assigned.TryGetValue(name, out ParameterValue? value) ? value.IsGiven
        : IsWhole ? false
        : null;
}

/// <summary>What one parameter was given.</summary>
/// <param name="Value">The value; <see langword="null"/> if there is none, or none to be seen.</param>
/// <param name="Added">What a chain of calls added to the list after the value.</param>
/// <param name="IsCleared">Whether the parameter was surely empty before anything was added.</param>
internal sealed record ParameterValue(PlacedValue? Value, ImmutableArray<AddedItem> Added, bool IsCleared)
{
    public static ParameterValue Cleared { get; } = new(null, ImmutableArray<AddedItem>.Empty, IsCleared: true);

    public static ParameterValue Unknown { get; } = new(null, ImmutableArray<AddedItem>.Empty, IsCleared: false);

    /// <summary>Null leaves a parameter out, or is a value: it is not told which.</summary>
    public bool? IsGiven =>
        Added.Length > 0 ? true
        : Value is null ? (IsCleared ? false : null)
        : IsSomething(Value) ? true
        : null;

    public ParameterValue Add(AddedItem item) => this with { Added = Added.Add(item) };

    /// <summary>The same value where only the object that has it can be shown.</summary>
    public ParameterValue At(ExpressionSyntax place) =>
        this with
        {
            Value = Value is null ? null : Value with { Place = place },
            Added = Added.Select(item => item with { Value = item.Value with { Place = place } }).ToImmutableArray(),
        };

    public ListValue? List(CancellationToken cancellation)
    {
        ListValue? given =
            Value is null ? (IsCleared ? ListValue.Empty : ListValue.Unknown)
            : Value.Constant() is { HasValue: true, Value: null } ? ListValue.Empty
            : ValueReader.Single(Value, cancellation) is { } single && ListReader.Read(single, cancellation) is { } list
                ? (single.IsSettled ? list : list.CountOnly)
            : null;
        given ??= ListValue.Unknown;
        return given with { Items = given.Items.AddRange(Added.Select(static item => item.Value)) };
    }

    private static bool IsSomething(PlacedValue value) =>
        value.Constant() is { HasValue: true } constant
            ? constant.Value is not null
            : value.Value is BaseObjectCreationExpressionSyntax or CollectionExpressionSyntax or ArrayCreationExpressionSyntax
                || value.Model.GetTypeInfo(value.Value).Nullability.FlowState is NullableFlowState.NotNull;
}

/// <summary>One <c>Add…</c> of a chain.</summary>
/// <param name="Value">The item; where it is given in parts, the call.</param>
/// <param name="Step">The name of the method.</param>
internal sealed record AddedItem(PlacedValue Value, SimpleNameSyntax Step);
