using System.ComponentModel.DataAnnotations;

namespace Kling.Annotations;

/// <summary><c>enum</c>: only the declared members of the enum are allowed, not other numbers that are cast to it.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class SchemaEnumAttribute : ValidationAttribute, ISchemaConstraint
{
    /// <inheritdoc/>
    public int ItemDepth { get; init; }

    /// <inheritdoc/>
    public override object TypeId => this;

    /// <inheritdoc/>
    public override bool IsValid(object? value) => SchemaConstraint.Holds(value, ItemDepth, this);

    bool ISchemaConstraint.Allows(object value) => value is not Enum || Enum.IsDefined(value.GetType(), value);

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => $"{name} must be a defined value of its enum.";
}
