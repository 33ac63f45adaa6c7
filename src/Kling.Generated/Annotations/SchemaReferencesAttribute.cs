namespace Kling.Annotations;

/// <summary><c>x-references</c>: a text names the items of a list beside it. Read by the analyzers; <c>Validate</c> checks it at run time.</summary>
/// <param name="marker">How the text names an item; <c>{n}</c> stands for its number, counted from 1.</param>
/// <param name="list">The list's name on the wire.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class SchemaReferencesAttribute(string marker, string list) : Attribute
{
    /// <summary>How the text names an item.</summary>
    public string Marker { get; } = marker;

    /// <summary>The list's name on the wire.</summary>
    public string List { get; } = list;
}
