using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Keywords;

/// <summary>What <c>x-replaced-by</c> says, with locations.</summary>
/// <param name="Slug">The successor's slug.</param>
/// <param name="Parameters">The parameters that it lists.</param>
internal sealed record Replacement(JsonNode Slug, IReadOnlyList<ReplacedParameter> Parameters)
{
    public ReplacementModel ToModel() =>
        new(
            Slug.Text,
            Parameters
                .Where(static parameter => parameter.Successor != parameter.Name)
                .Select(static parameter => new ReplacedParameterModel(parameter.Name, parameter.Successor))
                .ToEquatableArray(),
            Parameters
                .SelectMany(static parameter =>
                    parameter.Values.Select(value => new ReplacedValueModel(parameter.Name, value.Name, value.Value.Text))
                )
                .ToEquatableArray()
        );
}

/// <param name="Name">The parameter's name in the JSON.</param>
/// <param name="Place">Where its counterpart is stated.</param>
/// <param name="Successor">Its name in the successor's JSON, or <see langword="null"/> if the successor has no such parameter.</param>
/// <param name="Values">The values that are written differently there.</param>
internal sealed record ReplacedParameter(string Name, JsonNode Place, string? Successor, IReadOnlyList<JsonMember> Values);
