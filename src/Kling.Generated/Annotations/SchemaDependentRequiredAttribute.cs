namespace Kling.Annotations;

/// <summary>
/// <c>dependentRequired</c>: if one parameter is set, another one is required. The analyzers read it; <c>Validate</c> checks it at run
/// time.
/// </summary>
/// <param name="name">The parameter's name in the JSON.</param>
/// <param name="required">The name of the required parameter in the JSON.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SchemaDependentRequiredAttribute(string name, string required) : Attribute
{
    /// <summary>The parameter's name in the JSON.</summary>
    public string Name { get; } = name;

    /// <summary>The name of the required parameter in the JSON.</summary>
    public string Required { get; } = required;
}
