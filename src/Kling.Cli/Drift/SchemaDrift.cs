using System.Globalization;
using System.Text.Json;

namespace Kling.Cli;

/// <summary>
/// Compares a schema with a page. Titles and descriptions are not compared: ours are written by hand. What only the schema says is a note,
/// not a drift: it may come from elsewhere, or from the page's prose.
/// </summary>
internal static class SchemaDrift
{
    /// <summary>The side of a <see cref="Difference"/> that does not have the parameter.</summary>
    public const string Missing = "(missing)";

    private const string Nothing = "(not stated)";

    /// <summary>The differences, the model's own first, then in the schema's order, then what only the page has.</summary>
    public static IEnumerable<Difference> Between(KlingModel model, ModelPage page)
    {
        if (page.Slug is { } slug && slug != model.Slug)
        {
            yield return new Difference("", "slug", model.Slug, slug);
        }

        if (page.Output is { } output && output != model.Output)
        {
            yield return new Difference("", "x-output", model.Output.ToString().ToLowerInvariant(), output.ToString().ToLowerInvariant());
        }

        if (page.IsRetired is { } isRetired && isRetired != model.IsRetired)
        {
            yield return new Difference("", "x-retired", Flag(model.IsRetired), Flag(isRetired));
        }

        foreach (Difference difference in Figures(model, page).OfType<Difference>())
        {
            yield return difference;
        }

        foreach (Difference difference in Members(model.Parameters, page.Parameters, ""))
        {
            // A page that is cut off does not contradict what it does not reach.
            yield return page.Cut is not null && difference is { What: "parameter", Page: Missing } ? difference with { IsDrift = false } : difference;
        }
    }

    /// <summary>
    /// Status, time and price. Averages change from day to day, so they are notes. A range and a fixed price are not averages.
    /// </summary>
    private static IEnumerable<Difference?> Figures(KlingModel model, ModelPage page)
    {
        bool isOutgrown = model.Status is KlingModelStatus.Partial && page.Cut is null;
        yield return Figure("x-status", Status(model.Status), page.Cut is null ? "complete" : "partial", isOutgrown);
        yield return Figure("x-typical-seconds", Number((decimal?)model.TypicalDuration?.TotalSeconds), Number(page.TypicalSeconds));
        yield return Figure("x-typical-cost", Number(model.TypicalCost), Number(page.Price?.Average));
        string stated = page.Price?.Range is var (low, high) ? Range(low, high) : Nothing;
        yield return Figure("x-cost", Range(model.Cost.Lowest, model.Cost.Highest), stated, isDrift: page.Price?.Range is not null);
    }

    private static Difference? Figure(string keyword, string our, string their, bool isDrift = false) =>
        our == their ? null : new Difference("", keyword, our, their) { IsDrift = isDrift };

    private static string Status(KlingModelStatus status) =>
        status is KlingModelStatus.Unknown ? Nothing : status.ToString().ToLowerInvariant();

    private static IEnumerable<Difference> Members(IReadOnlyList<KlingParameter> ours, IReadOnlyList<PageParameter> theirs, string parent)
    {
        foreach (KlingParameter our in ours)
        {
            PageParameter? their = theirs.FirstOrDefault(parameter => parameter.Name == our.Name);
            foreach (
                Difference difference in their is null
                    ? [new Difference(parent + our.Name, "parameter", ParameterText.Type(our), Missing)]
                    : Parameter(our, their, parent + our.Name)
            )
            {
                yield return difference;
            }
        }

        foreach (PageParameter their in theirs.Where(their => !their.IsOnlyInExample && ours.All(our => our.Name != their.Name)))
        {
            yield return new Difference(parent + their.Name, "parameter", Missing, their.Type?.ToString() ?? "any");
        }
    }

    private static IEnumerable<Difference> Parameter(KlingParameter our, PageParameter their, string path)
    {
        if (their.IsOnlyInExample)
        {
            yield break;
        }

        if (their.IsRequired is { } isRequired && isRequired != our.IsRequired)
        {
            yield return new Difference(path, "required", Presence(our.IsRequired), Presence(isRequired));
        }

        if (their.Type is { } type && type.ToString() != ParameterText.Type(our))
        {
            yield return new Difference(path, "type", ParameterText.Type(our), type.ToString());
        }

        Difference?[] facts =
        [
            Fact(path, "default", our.Default, their.Default),
            Fact(path, "minimum", Limit(our, "minimum"), their.Range?.Minimum),
            Fact(path, "maximum", Limit(our, "maximum"), their.Range?.Maximum),
            AllowedValues.Difference(our, their, path),
        ];
        foreach (Difference difference in facts.OfType<Difference>())
        {
            yield return difference;
        }

        foreach (Difference difference in Members(InnerProperties(our), their.Members, path + their.MemberMark))
        {
            yield return difference with
            {
                IsDrift = difference.IsDrift && their.Members.Count > 0,
            };
        }
    }

    private static IReadOnlyList<KlingParameter> InnerProperties(KlingParameter parameter) =>
        parameter.Items is { } items ? InnerProperties(items) : parameter.Properties;

    private static Difference? Fact(string path, string keyword, JsonElement? our, JsonElement? their) =>
        (our, their) switch
        {
            (null, null) => null,
            ({ } left, { } right) when JsonValues.AreEqual(left, right) => null,
            _ => new Difference(path, keyword, our?.GetRawText() ?? Nothing, their?.GetRawText() ?? Nothing)
            {
                IsDrift = their is not null,
            },
        };

    private static JsonElement? Limit(KlingParameter parameter, string keyword) =>
        parameter.Limits.Where(limit => limit.Key == keyword).Select(static limit => (JsonElement?)limit.Value).FirstOrDefault();

    private static string Flag(bool value) => value ? "true" : "false";

    private static string Presence(bool isRequired) => isRequired ? "required" : "optional";

    private static string Range(decimal? lowest, decimal? highest) =>
        lowest is null || highest is null ? Nothing : $"{Number(lowest)} to {Number(highest)}";

    private static string Number(decimal? number) => number?.ToString("0.#########", CultureInfo.InvariantCulture) ?? Nothing;
}
