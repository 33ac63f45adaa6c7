using System.ComponentModel.DataAnnotations;
using Kling.CompilerServices;

namespace Kling.Annotations;

/// <summary>
/// <c>format</c> of a text: <c>uri</c> (an absolute URI, RFC 3986), <c>uri-reference</c>, <c>date-time</c> and <c>date</c> (RFC 3339),
/// <c>uuid</c> (RFC 9562) and <c>email</c> (RFC 5321) are checked; any other is documentation.
/// </summary>
/// <param name="format">The format's name in JSON Schema.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class SchemaFormatAttribute(string format) : ValidationAttribute, ISchemaConstraint
{
    /// <summary>The format's name in JSON Schema.</summary>
    public string Format { get; } = format;

    /// <inheritdoc/>
    public int ItemDepth { get; init; }

    /// <inheritdoc/>
    public override object TypeId => this;

    /// <inheritdoc/>
    public override bool IsValid(object? value) => SchemaConstraint.Holds(value, ItemDepth, this);

    bool ISchemaConstraint.Allows(object value)
    {
        var validation = default(KlingValidation);
        validation.Format(value as string ?? (value as Uri)?.OriginalString, Format);
        return validation.Count == 0;
    }

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => $"{name} must be in the format '{Format}'.";
}
