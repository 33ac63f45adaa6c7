using System.Globalization;

namespace Kling;

/// <summary>
/// What the rest of one claim passes over: models that have no place, and models with a tag whose budget is used up. Tickets that follow
/// them in the queue do not wait for them.
/// </summary>
internal sealed class PassedOver(IEnumerable<string> fullSlugs)
{
    private readonly HashSet<(string Slug, string? Tag, string? TagValue)> _all = [.. fullSlugs.Select(static slug => (slug, (string?)null, (string?)null))];

    /// <summary>Whether something was added, so that the queue has to be read again.</summary>
    public bool IsChanged { get; set; }

    /// <summary>The condition of the query, with the parameters of <see cref="Values"/>.</summary>
    public string Condition =>
        string.Concat(
            _all.Select(
                static (passed, i) =>
                    passed.Tag is null
                        ? string.Create(CultureInfo.InvariantCulture, $" AND slug <> @slug{i}")
                        : string.Create(
                            CultureInfo.InvariantCulture,
                            $" AND (slug <> @slug{i} OR id NOT IN (SELECT ticket FROM kling_tags WHERE name = @tag{i} AND value = @value{i}))"
                        )
            )
        );

    public IEnumerable<(string Name, object? Value)> Values =>
        _all.SelectMany(
            static (passed, i) =>
            {
                string number = i.ToString(CultureInfo.InvariantCulture);
                IEnumerable<(string, object?)> slug = [("slug" + number, passed.Slug)];
                return passed.Tag is null ? slug : [.. slug, ("tag" + number, passed.Tag), ("value" + number, passed.TagValue)];
            }
        );

    public void Add(string slug) => IsChanged |= _all.Add((slug, null, null));

    /// <summary>A ticket whose cost does not fit into a budget: others of its model that count to the same budget are passed over, too.</summary>
    public void Add(TicketRow row, KlingBudget budget) =>
        IsChanged |= _all.Add((row.Slug, budget.Tag, budget.Tag is { } tag ? StoredJson.ReadTags(row.Tags)[tag] : null));

    public bool Accepts(TicketRow row) =>
        !_all.Any(passed =>
            passed.Slug == row.Slug
            && (passed.Tag is not { } tag || (StoredJson.ReadTags(row.Tags).TryGetValue(tag, out string? value) && value == passed.TagValue))
        );
}
