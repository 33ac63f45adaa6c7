using System.ComponentModel.DataAnnotations;
using Kling.CompilerServices;

namespace Kling.Annotations;

/// <summary>
/// <c>minLength</c> and <c>maxLength</c> of a text, counted in Unicode code points as JSON Schema counts
/// (<see cref="StringLengthAttribute"/> by itself counts UTF-16 units).
/// </summary>
/// <param name="minimum">The minimum length; 0 for no limit.</param>
/// <param name="maximum">The maximum length; <see cref="int.MaxValue"/> for no limit.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class SchemaLengthAttribute(int minimum, int maximum) : StringLengthAttribute(maximum), ISchemaConstraint
{
    /// <summary>The minimum length.</summary>
    public int Minimum { get; } = minimum;

    /// <summary>The maximum length.</summary>
    public int Maximum { get; } = maximum;

    /// <inheritdoc/>
    public int ItemDepth { get; init; }

    /// <inheritdoc/>
    public override object TypeId => this;

    /// <inheritdoc/>
    public override bool IsValid(object? value) => SchemaConstraint.Holds(value, ItemDepth, this);

    bool ISchemaConstraint.Allows(object value)
    {
        int length = value is string text ? KlingValidation.CodePoints(text) : Minimum;
        return length >= Minimum && length <= Maximum;
    }

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) =>
        $"{name} must have {SchemaConstraint.Counts(Minimum, Maximum, "character", "characters")}.";
}
