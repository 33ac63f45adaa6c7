namespace Kling.Annotations;

/// <summary>A model that the assembly has a request type for. Read by the analyzers.</summary>
/// <param name="slug">The model's slug.</param>
/// <param name="requestType">The request type.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class SchemaModelAttribute(string slug, Type requestType) : Attribute
{
    /// <summary>The model's slug.</summary>
    public string Slug { get; } = slug;

    /// <summary>The request type.</summary>
    public Type RequestType { get; } = requestType;
}
