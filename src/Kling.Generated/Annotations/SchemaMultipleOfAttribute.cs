using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kling.CompilerServices;

namespace Kling.Annotations;

/// <summary><c>multipleOf</c>, in decimal arithmetic: 0.3 is a multiple of 0.1.</summary>
/// <param name="step">The step, as a JSON number: an attribute cannot hold a decimal.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class SchemaMultipleOfAttribute(string step) : ValidationAttribute, ISchemaConstraint
{
    /// <summary>The step, as a JSON number.</summary>
    public string Step { get; } = step;

    /// <inheritdoc/>
    public int ItemDepth { get; init; }

    /// <inheritdoc/>
    public override object TypeId => this;

    /// <inheritdoc/>
    public override bool IsValid(object? value) => SchemaConstraint.Holds(value, ItemDepth, this);

    bool ISchemaConstraint.Allows(object value)
    {
        if (value is string or not IConvertible)
        {
            return true;
        }

        var validation = default(KlingValidation);
        validation.MultipleOf(Convert.ToDouble(value, CultureInfo.InvariantCulture), Step);
        return validation.Count == 0;
    }

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => $"{name} must be a multiple of {Step}.";
}
