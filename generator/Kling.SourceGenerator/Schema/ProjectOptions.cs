namespace Kling.SourceGenerator.Schema;

/// <summary>What the project says for all of its schema files.</summary>
/// <param name="Namespace">The namespace of the catalogue, and of the generated types where a file has no other.</param>
/// <param name="IsPublic">Whether the catalogue is public, and the generated types where a file says nothing else.</param>
internal sealed record ProjectOptions(string Namespace, bool IsPublic);
