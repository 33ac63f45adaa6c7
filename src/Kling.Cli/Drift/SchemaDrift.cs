using System.Globalization;
using System.Text.Json;

namespace Kling.Cli;

/// <summary>
/// Compares a schema with a page. Titles and descriptions are not compared: ours are written by hand. What only the schema says is a note,
/// not a drift: it may come from elsewhere, or from the page's prose.
/// </summary>
internal static class SchemaDrift
{
    private const string Nothing = "(not stated)";
    private const string Missing = "(missing)";

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

        decimal? seconds = (decimal?)model.TypicalDuration?.TotalSeconds;
        if (page.TypicalSeconds != seconds)
        {
            yield return new Difference("", "x-typical-seconds", Number(seconds), Number(page.TypicalSeconds)) { IsDrift = false };
        }

        foreach (Difference difference in Members(model.Parameters, page.Parameters, ""))
        {
            // A page that is cut off does not contradict what it does not reach.
            yield return page.Cut is not null && difference is { What: "parameter", Page: Missing } ? difference with { IsDrift = false } : difference;
        }
    }

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
            yield return new Difference(parent + their.Name, "parameter", "(missing)", their.Type?.ToString() ?? "any");
        }
    }

    private static IEnumerable<Difference> Parameter(KlingParameter our, PageParameter their, string path)
    {
        if (their.IsOnlyInExample)
        {
            yield break;
        }

        if (our.IsRequired != their.IsRequired)
        {
            yield return new Difference(path, "required", Presence(our.IsRequired), Presence(their.IsRequired));
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
            ({ } left, { } right) when JsonElement.DeepEquals(left, right) => null,
            _ => new Difference(path, keyword, our?.GetRawText() ?? Nothing, their?.GetRawText() ?? Nothing)
            {
                IsDrift = their is not null,
            },
        };

    private static JsonElement? Limit(KlingParameter parameter, string keyword) =>
        parameter.Limits.Where(limit => limit.Key == keyword).Select(static limit => (JsonElement?)limit.Value).FirstOrDefault();

    private static string Presence(bool isRequired) => isRequired ? "required" : "optional";

    private static string Number(decimal? number) => number?.ToString("0.###", CultureInfo.InvariantCulture) ?? Nothing;
}
