namespace Kling.Annotations;

/// <summary>
/// <c>x-references</c>: a text refers to the items of a list next to it. The analyzers read it; <c>Validate</c> checks it at run time.
/// </summary>
/// <param name="marker">How the text refers to an item; <c>{n}</c> is the number of the item, starting at 1.</param>
/// <param name="list">The list's name in the JSON.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class SchemaReferencesAttribute(string marker, string list) : Attribute
{
    /// <summary>How the text refers to an item.</summary>
    public string Marker { get; } = marker;

    /// <summary>The list's name in the JSON.</summary>
    public string List { get; } = list;
}
