namespace Kling.SourceGenerator.Schema;

/// <summary>What the project says for all of its schema files.</summary>
/// <param name="Namespace">The namespace of the catalogue, and of the generated types, unless a file has another one.</param>
/// <param name="IsPublic">Whether the catalogue is public, and the generated types, unless a file has another option.</param>
internal sealed record ProjectOptions(string Namespace, bool IsPublic);
