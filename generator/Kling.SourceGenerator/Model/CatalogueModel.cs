namespace Kling.SourceGenerator.Model;

/// <summary>The models of one assembly, in the order of their slugs.</summary>
internal sealed record CatalogueModel(EquatableArray<CatalogueEntry> Entries);

/// <param name="Slug">The slug.</param>
/// <param name="RequestType">The request type, with its namespace.</param>
internal sealed record CatalogueEntry(string Slug, string RequestType);
