namespace Kling.Annotations;

/// <summary>
/// Marks a method of a builder, or a parameter of a method, with the model's parameter that it assigns. The analyzers read it.
/// </summary>
/// <param name="name">The parameter's name in the JSON.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class SchemaParameterAttribute(string name) : Attribute
{
    /// <summary>The parameter's name in the JSON.</summary>
    public string Name { get; } = name;

    /// <summary>Whether the parameter is deprecated. <see cref="ObsoleteAttribute"/> cannot be applied to a method's parameters.</summary>
    public bool IsDeprecated { get; init; }
}
