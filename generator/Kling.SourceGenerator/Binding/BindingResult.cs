using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Binding;

/// <summary>What a schema file gave: a model, unless an error stood in the way, and what there is to say of it.</summary>
/// <param name="Path">The schema file.</param>
/// <param name="Model">The model, or <see langword="null"/>.</param>
/// <param name="Diagnostics">The diagnostics, in the order of their places.</param>
internal sealed record BindingResult(string Path, RequestModel? Model, EquatableArray<DiagnosticModel> Diagnostics);
