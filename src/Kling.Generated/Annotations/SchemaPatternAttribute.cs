using System.ComponentModel.DataAnnotations;
using Kling.CompilerServices;

namespace Kling.Annotations;

/// <summary><c>pattern</c>: a regular expression that a part of the text must match.</summary>
/// <param name="pattern">The pattern in the schema (ECMA-262), for messages.</param>
/// <param name="regex">The same pattern in .NET's syntax, for the check.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class SchemaPatternAttribute(string pattern, string regex) : ValidationAttribute, ISchemaConstraint
{
    private readonly KlingPattern _pattern = new(pattern, regex);

    /// <summary>The pattern in the schema.</summary>
    public string Pattern { get; } = pattern;

    /// <summary>The same pattern in .NET's syntax.</summary>
    public string Regex { get; } = regex;

    /// <inheritdoc/>
    public int ItemDepth { get; init; }

    /// <inheritdoc/>
    public override object TypeId => this;

    /// <inheritdoc/>
    public override bool IsValid(object? value) => SchemaConstraint.Holds(value, ItemDepth, this);

    bool ISchemaConstraint.Allows(object value)
    {
        var validation = default(KlingValidation);
        validation.Pattern(value as string ?? (value as Uri)?.OriginalString, _pattern);
        return validation.Count == 0;
    }

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => $"{name} must match the pattern {Pattern}.";
}
