using System.Collections;
using System.ComponentModel.DataAnnotations;

namespace Kling.Annotations;

/// <summary><c>uniqueItems</c>: a list must not contain duplicates.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class SchemaUniqueItemsAttribute : ValidationAttribute, ISchemaConstraint
{
    /// <inheritdoc/>
    public int ItemDepth { get; init; }

    /// <inheritdoc/>
    public override object TypeId => this;

    /// <inheritdoc/>
    public override bool IsValid(object? value) => SchemaConstraint.Holds(value, ItemDepth, this);

    bool ISchemaConstraint.Allows(object value)
    {
        if (value is string || value is not IEnumerable items)
        {
            return true;
        }

        object?[] all = [.. items.Cast<object?>()];
        return all.Distinct(JsonValueComparer.Boxed).Count() == all.Length;
    }

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => $"{name} must not contain duplicates.";
}
