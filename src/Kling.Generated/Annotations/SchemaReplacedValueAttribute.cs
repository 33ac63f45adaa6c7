namespace Kling.Annotations;

/// <summary>A value that is written differently for the model's successor (<c>x-replaced-by</c>). The analyzers read it.</summary>
/// <param name="name">The parameter's name in the JSON.</param>
/// <param name="value">The value: the content of a string, or a number, <c>true</c> or <c>false</c> as JSON.</param>
/// <param name="successor">The value for the successor, in the same form.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SchemaReplacedValueAttribute(string name, string value, string successor) : Attribute
{
    /// <summary>The parameter's name in the JSON.</summary>
    public string Name { get; } = name;

    /// <summary>The value: the content of a string, or a number, <c>true</c> or <c>false</c> as JSON.</summary>
    public string Value { get; } = value;

    /// <summary>The value for the successor, in the same form.</summary>
    public string Successor { get; } = successor;
}
