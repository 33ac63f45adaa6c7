namespace Kling.SourceGenerator.Model;

/// <summary>The model that replaces another one, and where its parameters differ.</summary>
/// <param name="Slug">The successor's slug.</param>
/// <param name="Parameters">The parameters that have another name there or none, in the schema's order.</param>
/// <param name="Values">The values that are written differently there, in the schema's order.</param>
internal sealed record ReplacementModel(
    string Slug,
    EquatableArray<ReplacedParameterModel> Parameters,
    EquatableArray<ReplacedValueModel> Values
);

/// <param name="Name">The parameter's name in the JSON.</param>
/// <param name="Successor">Its name in the successor's JSON, or <see langword="null"/> if the successor has no such parameter.</param>
internal sealed record ReplacedParameterModel(string Name, string? Successor);

/// <param name="Name">The parameter's name in the JSON.</param>
/// <param name="Value">The value: a string's content, or JSON text.</param>
/// <param name="Successor">The value for the successor, in the same form.</param>
internal sealed record ReplacedValueModel(string Name, string Value, string Successor);
