namespace Kling.Annotations;

/// <summary>The model that replaces the model of a request type (<c>x-replaced-by</c>). The analyzers read it.</summary>
/// <param name="slug">The successor's slug.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SchemaReplacedByAttribute(string slug) : Attribute
{
    /// <summary>The successor's slug.</summary>
    public string Slug { get; } = slug;

    /// <summary>Whether the API refuses requests to the replaced model.</summary>
    public bool IsRetired { get; init; }

    /// <summary>Whether the replaced model is deprecated and still served.</summary>
    public bool IsDeprecated { get; init; }
}
