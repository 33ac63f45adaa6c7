namespace Kling.Cli;

/// <summary>A model beside the catalogue.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="File">Its schema file; <see langword="null"/> if the model is built in.</param>
/// <param name="Entry">What the catalogue says; <see langword="null"/> if it does not list the model.</param>
/// <param name="Differences">In what they differ.</param>
internal sealed record SyncedModel(string Slug, string? File, CatalogueEntry? Entry, IReadOnlyList<Difference> Differences)
{
    /// <summary>Whether the schema is out of date.</summary>
    public bool Drifts => Differences.Any(static difference => difference.IsDrift);
}
