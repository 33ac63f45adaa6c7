using System.Collections.Immutable;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>All constraints of one symbol.</summary>
internal sealed class SchemaConstraints(ImmutableArray<SchemaConstraint> all)
{
    public static SchemaConstraints None { get; } = new(ImmutableArray<SchemaConstraint>.Empty);

    public ImmutableArray<SchemaConstraint> All { get; } = all;

    /// <summary>How deep in lists the deepest constraint lies.</summary>
    public int Depth { get; } = all.IsEmpty ? 0 : all.Max(static constraint => constraint.ItemDepth);

    /// <summary>Whether a constraint applies to the list at a depth, or to its items.</summary>
    public bool NeedsList(int depth) =>
        Depth > depth || All.Any(constraint => constraint.ItemDepth == depth && constraint is ItemCountConstraint or UniqueItemsConstraint);

    /// <summary>All but those of a kind.</summary>
    public SchemaConstraints Without<T>()
        where T : SchemaConstraint => new(All.Where(static constraint => constraint is not T).ToImmutableArray());

    /// <summary>The one constraint of a kind on the value itself.</summary>
    public T? Own<T>()
        where T : SchemaConstraint => All.OfType<T>().FirstOrDefault(static constraint => constraint.ItemDepth == 0);
}
