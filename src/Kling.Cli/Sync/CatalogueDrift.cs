using System.Text.Json;

namespace Kling.Cli;

/// <summary>
/// Compares a schema with a model of the catalogue, in the terms of <c>kling diff</c>. What is not certain in the catalogue is a note, and
/// what only the schema says is not reported: the catalogue has no place for most of it.
/// </summary>
internal static class CatalogueDrift
{
    private static readonly string[] Certain = ["parameter", "x-output", "x-retired"];
    private static readonly string[] Uncertain = ["required", "default", "minimum", "maximum", "enum"];

    /// <summary>The differences, the model's own first.</summary>
    public static IReadOnlyList<Difference> Between(KlingModel model, CatalogueEntry entry)
    {
        ModelPage page = CatalogueDraft.PageOf(entry) with
        {
            Cut = entry.Parameters is null ? "" : null,
            Parameters = [.. (entry.Parameters ?? []).Select(parameter => As(model, parameter))],
        };
        return
        [
            .. SchemaDrift
                .Between(model, page)
                .Where(static difference => difference.IsDrift && Certain.Concat(Uncertain).Contains(difference.What))
                .Select(static difference => difference with { IsDrift = Certain.Contains(difference.What) }),
        ];
    }

    /// <summary>
    /// The parameter with its values in the schema's type: the catalogue may write numbers as texts, and texts as numbers.
    /// </summary>
    private static PageParameter As(KlingModel model, PageParameter parameter)
    {
        string? type = model.Parameters.FirstOrDefault(our => our.Name == parameter.Name)?.Type;
        return parameter with
        {
            Default = parameter.Default is { } value ? As(type, value) : null,
            Allowed = parameter.Allowed is { } allowed
                ? allowed with { Shown = [.. allowed.Shown.Select(shown => new PageValue(As(type, shown.Json)))] }
                : null,
        };
    }

    private static JsonElement As(string? type, JsonElement value)
    {
        if (type == "string" && value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
        {
            return JsonSerializer.SerializeToElement(value.GetRawText());
        }

        if (type is not ("integer" or "number" or "boolean") || CatalogueMembers.Text(value) is not { } text)
        {
            return value;
        }

        var scanner = new ValueScanner(text.Trim().ToLowerInvariant());
        return
            scanner.Literal() is { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } read && scanner.IsAtEnd
            ? read
            : value;
    }
}
