namespace Kling.Annotations;

/// <summary><c>dependentRequired</c>: if one parameter is set, another one is required. The analyzers read it; <c>Validate</c> checks it at run time.</summary>
/// <param name="name">The wire name of the parameter.</param>
/// <param name="required">The wire name of the parameter that it requires.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SchemaDependentRequiredAttribute(string name, string required) : Attribute
{
    /// <summary>The wire name of the parameter.</summary>
    public string Name { get; } = name;

    /// <summary>The wire name of the parameter that it requires.</summary>
    public string Required { get; } = required;
}
