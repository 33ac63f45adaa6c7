namespace Kling.SourceGenerator.Model;

/// <summary>One entry of <c>x-references</c>: a text names the items of a list by a marker.</summary>
/// <param name="Text">The text's C# property.</param>
/// <param name="Marker">How the text refers to an item; <c>{n}</c> is the number of the item.</param>
/// <param name="List">The list's C# property.</param>
internal sealed record ReferenceModel(string Text, string Marker, string List);
