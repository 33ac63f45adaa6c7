namespace Kling.Annotations;

/// <summary><c>dependentRequired</c>: who gives one parameter must give another. Read by the analyzers; <c>Validate</c> checks it at run time.</summary>
/// <param name="name">The parameter, on the wire.</param>
/// <param name="required">The one that it needs, on the wire.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SchemaDependentRequiredAttribute(string name, string required) : Attribute
{
    /// <summary>The parameter, on the wire.</summary>
    public string Name { get; } = name;

    /// <summary>The one that it needs, on the wire.</summary>
    public string Required { get; } = required;
}
