using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Binding;

/// <summary>The result of binding a schema file: a model, unless there is an error, and the diagnostics.</summary>
/// <param name="Path">The schema file.</param>
/// <param name="Model">The model, or <see langword="null"/>.</param>
/// <param name="Diagnostics">The diagnostics, in the order of their locations.</param>
internal sealed record BindingResult(string Path, RequestModel? Model, EquatableArray<DiagnosticModel> Diagnostics);
