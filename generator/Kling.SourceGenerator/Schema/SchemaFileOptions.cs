namespace Kling.SourceGenerator.Schema;

/// <summary>What the build says of a schema file: item metadata first, then the project's properties.</summary>
/// <param name="Namespace">The namespace of the generated types.</param>
/// <param name="IsPublic">Whether the generated types are public.</param>
/// <param name="Slug">The slug, if an item's metadata overrides the one in the file.</param>
/// <param name="TypeName">The C# name, if an item's metadata overrides the one in the file.</param>
/// <param name="ItemNamespace">The namespace as the item's metadata states it.</param>
/// <param name="ItemAccessibility">The accessibility as the item's metadata states it.</param>
internal sealed record SchemaFileOptions(
    string Namespace,
    bool IsPublic,
    string? Slug = null,
    string? TypeName = null,
    string? ItemNamespace = null,
    string? ItemAccessibility = null
);
