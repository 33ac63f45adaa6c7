namespace Kling.Annotations;

/// <summary>The parameter of the model that a builder's method, or a method's parameter, assigns. The analyzers read it.</summary>
/// <param name="name">The wire name of the parameter.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class SchemaParameterAttribute(string name) : Attribute
{
    /// <summary>The wire name of the parameter.</summary>
    public string Name { get; } = name;

    /// <summary>Whether the parameter is deprecated. <see cref="ObsoleteAttribute"/> cannot be applied to a method's parameters.</summary>
    public bool IsDeprecated { get; init; }
}
