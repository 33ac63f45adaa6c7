using System.Text.RegularExpressions;

namespace Kling.Cli;

/// <summary>
/// Finds limits that a page states in words: <c>Max 3 elements.</c> They are put before a person with the keyword that they seem to mean,
/// because words can mean something else. Every expression runs in time that grows with the text alone.
/// </summary>
internal static class ProseRemarks
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;
    private const string Number = @"-?[0-9]+(?:\.[0-9]+)?";

    private static readonly Regex SentenceEnd = new(@"[.!?]\s", Linear);
    private static readonly Regex Ignored = new(@"https?://\S+|<<<\w+>>>|@\w+", Linear);
    private static readonly Regex SpeaksOfLimit = new(
        @"\b(?:[0-9]|(?:max|maximum|min|minimum|up to|at most|at least|no more than|must|limit|limited)\b)",
        Linear
    );
    private static readonly Regex Most = new(
        $@"\b(?:max(?:imum)?(?: of)?|up to|at most|no more than)[ :]*(?<n>{Number}) ?(?<unit>[a-z%]*)",
        Linear
    );
    private static readonly Regex Least = new($@"\b(?:min(?:imum)?(?: of)?|at least)[ :]*(?<n>{Number}) ?(?<unit>[a-z%]*)", Linear);
    private static readonly Regex FromTo = new($@"(?<from>{Number}) ?(?:-|–|to|and) ?(?<to>{Number})", Linear);
    private static readonly Regex Marker = new(@"<<<(?<name>[a-z_]+)[0-9]+>>>|@(?<name>[a-z_]+)[0-9]+", Linear);

    /// <summary>The remarks on a parameter's description.</summary>
    public static IEnumerable<PageRemark> Of(PageParameter parameter, string path) =>
        Sentences(parameter.Description)
            .Where(static sentence => SpeaksOfLimit.IsMatch(Ignored.Replace(sentence, "")))
            .Select(sentence => new PageRemark(
                parameter.DescriptionLine,
                $"The page says \"{sentence}\" This may be a limit, but the schema has none."
            )
            {
                Parameter = path,
                Suggestion = Suggestion(sentence, parameter.Type),
            })
            .Concat(Markers(parameter, path));

    private static IEnumerable<string> Sentences(string text)
    {
        int start = 0;
        foreach (Match end in SentenceEnd.Matches(text))
        {
            yield return text[start..(end.Index + 1)].Trim();
            start = end.Index + 1;
        }

        if (text[start..].Trim() is { Length: > 0 } last)
        {
            yield return last;
        }
    }

    private static string? Suggestion(string sentence, PageType? type) =>
        type switch
        {
            { Depth: > 0 } or { Name: "array" } => Limits(sentence, "minItems", "maxItems", IsCount),
            { Name: "string" } => Limits(
                sentence,
                "minLength",
                "maxLength",
                static unit => unit.StartsWith("char", StringComparison.OrdinalIgnoreCase)
            ),
            { Name: "integer" or "number" } => FromTo.Match(sentence) is { Success: true } range
                ? $"\"minimum\": {range.Groups["from"].Value}, \"maximum\": {range.Groups["to"].Value}"
                : Limits(sentence, "minimum", "maximum", static _ => true),
            _ => null,
        };

    private static string? Limits(string sentence, string least, string most, Func<string, bool> isUnit)
    {
        string[] limits =
        [
            .. new[] { (Keyword: least, Words: Least.Match(sentence)), (Keyword: most, Words: Most.Match(sentence)) }
                .Where(limit => limit.Words.Success && isUnit(limit.Words.Groups["unit"].Value))
                .Select(static limit => $"\"{limit.Keyword}\": {limit.Words.Groups["n"].Value}"),
        ];
        return limits.Length == 0 ? null : string.Join(", ", limits);
    }

    /// <summary>Files and clips have sizes, and those are not the count of a list.</summary>
    private static bool IsCount(string unit) =>
        !(
            unit.ToLowerInvariant()
            is "b"
                or "kb"
                or "mb"
                or "gb"
                or "px"
                or "p"
                or "s"
                or "sec"
                or "second"
                or "seconds"
                or "minute"
                or "minutes"
                or "fps"
                or "pixels"
                or "%"
                or "char"
                or "chars"
                or "character"
                or "characters"
        );

    private static IEnumerable<PageRemark> Markers(PageParameter parameter, string path) =>
        Marker
            .Matches(parameter.Description)
            .Select(static match =>
                match.Value.Replace(
                    match.Value.TrimEnd('>').TrimStart('<', '@')[match.Groups["name"].Length..],
                    "{n}",
                    StringComparison.Ordinal
                )
            )
            .Distinct(StringComparer.Ordinal)
            .Select(marker => new PageRemark(
                parameter.DescriptionLine,
                $"The page mentions {marker}. If the text refers to list items with it, write \"x-references\"."
            )
            {
                Parameter = path,
                Suggestion = parameter.Type is { Depth: > 0 }
                    ? $$"""there "x-references": [{ "marker": "{{marker}}", "list": "{{parameter.Name}}" }]"""
                    : null,
            });
}
