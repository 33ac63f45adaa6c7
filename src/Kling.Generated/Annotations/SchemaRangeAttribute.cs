using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Kling.Annotations;

/// <summary>
/// <c>minimum</c> and <c>maximum</c> of a number, both inclusive unless <see cref="RangeAttribute.MinimumIsExclusive"/> or
/// <see cref="RangeAttribute.MaximumIsExclusive"/> says otherwise.
/// </summary>
/// <param name="minimum">The minimum value; negative infinity for no limit.</param>
/// <param name="maximum">The maximum value; positive infinity for no limit.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class SchemaRangeAttribute(double minimum, double maximum) : RangeAttribute(minimum, maximum), ISchemaConstraint
{
    /// <inheritdoc/>
    public int ItemDepth { get; init; }

    /// <inheritdoc/>
    public override object TypeId => this;

    /// <inheritdoc/>
    public override bool IsValid(object? value) => SchemaConstraint.Holds(value, ItemDepth, this);

    bool ISchemaConstraint.Allows(object value)
    {
        double number = value is string ? double.NaN : Convert.ToDouble(value, CultureInfo.InvariantCulture);
        double minimum = (double)Minimum;
        double maximum = (double)Maximum;
        return !(
            number < minimum || number > maximum || (MinimumIsExclusive && number <= minimum) || (MaximumIsExclusive && number >= maximum)
        );
    }

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) =>
        $"{name} must be {SchemaConstraint.Range((double)Minimum, MinimumIsExclusive, (double)Maximum, MaximumIsExclusive)}.";
}
