namespace Kling.Annotations;

/// <summary>A parameter that has another name in the model's successor, or none (<c>x-replaced-by</c>). The analyzers read it.</summary>
/// <param name="name">The parameter's name in the JSON.</param>
/// <param name="successor">Its name in the successor's JSON, or <see langword="null"/> if the successor has no such parameter.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SchemaReplacedParameterAttribute(string name, string? successor) : Attribute
{
    /// <summary>The parameter's name in the JSON.</summary>
    public string Name { get; } = name;

    /// <summary>Its name in the successor's JSON, or <see langword="null"/> if the successor has no such parameter.</summary>
    public string? Successor { get; } = successor;
}
