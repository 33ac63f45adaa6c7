namespace Kling.SourceGenerator.Model;

/// <summary>One entry of <c>x-references</c>: a text names the items of a list by a marker.</summary>
/// <param name="Text">The text's C# property.</param>
/// <param name="Marker">How the text names an item; <c>{n}</c> stands for its number.</param>
/// <param name="List">The list's C# property.</param>
internal sealed record ReferenceModel(string Text, string Marker, string List);
