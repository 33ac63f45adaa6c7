using System.Text.Json;

namespace Kling.Cli;

/// <summary>
/// Makes of a model of the catalogue what an import makes of a page: the certain facts, and a remark for everything else that it says.
/// </summary>
internal static class CatalogueDraft
{
    private const string Untold =
        "From Segmind's catalogue. It does not state types, nor the members of objects and lists, and its limits are not certain.";

    /// <summary>The page. It is never whole.</summary>
    public static ModelPage PageOf(CatalogueEntry entry)
    {
        IReadOnlyList<PageParameter> parameters = entry.Parameters ?? [];
        return new ModelPage
        {
            Title = entry.Title ?? Slug.Words(entry.Slug),
            Tagline = entry.Description,
            Slug = entry.Slug,
            Output = entry.Output,
            IsRetired = entry.IsRetired,
            Cut = entry.Parameters is null ? $"{Untold} It lists no parameters for this model." : Untold,
            Parameters = [.. parameters.Select(Certain)],
            Remarks = [.. entry.Remarks, .. parameters.SelectMany(parameter => Claims(parameter, entry)), .. Price(entry)],
        };
    }

    /// <summary>The parameter without what is not certain. Its values become examples, because others may be allowed.</summary>
    private static PageParameter Certain(PageParameter parameter) =>
        parameter with
        {
            IsRequired = null,
            Default = null,
            Range = null,
            Allowed = parameter.Allowed is { } allowed ? allowed with { IsCut = true } : null,
        };

    private static IEnumerable<PageRemark> Claims(PageParameter parameter, CatalogueEntry entry)
    {
        if (parameter.IsRequired is true)
        {
            yield return Remark("The catalogue says that the parameter is required. If it is, add it to \"required\".", null);
        }

        if (parameter.Default is { } value)
        {
            yield return Remark($"The catalogue states the default {value.GetRawText()}.", $"\"default\": {value.GetRawText()}");
        }

        if (parameter.Range is { } range)
        {
            string[] limits = [.. Limit("minimum", range.Minimum), .. Limit("maximum", range.Maximum)];
            yield return Remark("The catalogue states limits. They may not be those of the server.", string.Join(", ", limits));
        }

        if (parameter.Allowed is { } allowed)
        {
            string values = string.Join(", ", allowed.Shown.Select(static shown => shown.Json.GetRawText()));
            yield return Remark("The catalogue lists options. Other values may be allowed.", $"\"enum\": [{values}]");
        }

        if (entry.Hidden.Contains(parameter.Name))
        {
            yield return Remark("The catalogue says that Segmind's own pages do not show the parameter.", null);
        }

        PageRemark Remark(string text, string? suggestion) =>
            new(parameter.Line, text) { Parameter = parameter.Name, Suggestion = suggestion };
    }

    private static IEnumerable<string> Limit(string keyword, JsonElement? value) =>
        value is { } limit ? [$"\"{keyword}\": {limit.GetRawText()}"] : [];

    private static IEnumerable<PageRemark> Price(CatalogueEntry entry)
    {
        if (entry.PriceParameters.Count == 0)
        {
            return [];
        }

        string names = string.Join(", ", entry.PriceParameters);
        string list = string.Join(", ", entry.PriceParameters.Select(static name => JsonSerializer.Serialize(name)));
        var remark = new PageRemark(entry.Line, $"The catalogue says that the price depends on {names}. It may depend on others too.")
        {
            Suggestion = $"\"x-cost\": {{ \"parameters\": [{list}] }}",
        };
        return [remark];
    }
}
