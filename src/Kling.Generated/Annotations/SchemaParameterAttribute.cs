namespace Kling.Annotations;

/// <summary>Which parameter of the model a builder's method, or a method's parameter, assigns. Read by the analyzers.</summary>
/// <param name="name">The parameter's name on the wire.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class SchemaParameterAttribute(string name) : Attribute
{
    /// <summary>The parameter's name on the wire.</summary>
    public string Name { get; } = name;

    /// <summary>Whether the schema calls the parameter deprecated: <see cref="ObsoleteAttribute"/> does not reach a method's parameters.</summary>
    public bool IsDeprecated { get; init; }
}
