using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Binding;

/// <summary>The result of binding all schema files.</summary>
/// <param name="Model">The catalogue.</param>
/// <param name="Losers">The files whose slug or type an earlier file has.</param>
/// <param name="Diagnostics">One at each of the losers.</param>
internal sealed record CatalogueBinding(CatalogueModel Model, EquatableArray<string> Losers, EquatableArray<DiagnosticModel> Diagnostics);
