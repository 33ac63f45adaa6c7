using System.Collections;
using System.ComponentModel.DataAnnotations;

namespace Kling.Annotations;

/// <summary><c>minItems</c> and <c>maxItems</c> of a list.</summary>
/// <param name="minimum">The minimum number of items; 0 for no limit.</param>
/// <param name="maximum">The maximum number of items; <see cref="int.MaxValue"/> for no limit.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class SchemaItemCountAttribute(int minimum, int maximum) : ValidationAttribute, ISchemaConstraint
{
    /// <summary>The minimum number of items.</summary>
    public int Minimum { get; } = minimum;

    /// <summary>The maximum number of items.</summary>
    public int Maximum { get; } = maximum;

    /// <inheritdoc/>
    public int ItemDepth { get; init; }

    /// <inheritdoc/>
    public override object TypeId => this;

    /// <inheritdoc/>
    public override bool IsValid(object? value) => SchemaConstraint.Holds(value, ItemDepth, this);

    bool ISchemaConstraint.Allows(object value)
    {
        int count = value is IEnumerable items and not string ? items.Cast<object?>().Count() : Minimum;
        return count >= Minimum && count <= Maximum;
    }

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) =>
        $"{name} must have {SchemaConstraint.Counts(Minimum, Maximum, "item", "items")}.";
}
