namespace Kling.CodeFixes.GoToSchema;

/// <summary>One step down in a schema: to the schema of a property, to that of the items, or to a value of an <c>enum</c>.</summary>
/// <param name="Keyword"><c>properties</c>, <c>items</c> or <c>enum</c>.</param>
/// <param name="Name">The property's name, or the value as JSON.</param>
internal sealed record SchemaStep(string Keyword, string Name);
