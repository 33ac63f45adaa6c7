using System.Globalization;

namespace Kling;

/// <summary>
/// What the server is asked for, and what is kept of its response. The server's filters are coarse: it takes whole days of an unknown time
/// zone and parts of names. They may only be wider than the query.
/// </summary>
internal sealed class HistoryFilter
{
    private const int RowsPerPage = 100;

    private static readonly TimeSpan Usual = TimeSpan.FromDays(7);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    private readonly KlingHistoryQuery _query;
    private readonly DateTimeOffset _from;
    private readonly DateTimeOffset _to;
    private readonly string _text;

    public HistoryFilter(KlingHistoryQuery query, DateTimeOffset now)
    {
        _query = query;
        _to = query.To ?? now;
        _from = query.From ?? _to - Usual;
        TimeSpan length = _to - _from;
        if (length < TimeSpan.Zero || length >= Longest)
        {
            throw new ArgumentException(
                $"{nameof(query.To)} must be less than 31 days after {nameof(query.From)}, and not before it.",
                nameof(query)
            );
        }

        // A day more on each side, unless the server would then list too many.
        TimeSpan more = length + TimeSpan.FromDays(2) < Longest ? TimeSpan.FromDays(1) : TimeSpan.Zero;
        _text =
            $"from_date={Day(_from - more)}&to_date={Day(_to + more)}&sort_by=model_created&sort_order=desc"
            + (query.Slug is { } slug ? "&model_name=" + Uri.EscapeDataString(slug) : "")
            + (Word(query.Status) is { } status ? "&status=" + status : "");
    }

    public string Query(int page) => string.Create(CultureInfo.InvariantCulture, $"page={page}&per_page={RowsPerPage}&{_text}");

    public bool Matches(KlingHistoryEntry entry) =>
        (_query.Slug is not { } slug || string.Equals(slug, entry.Slug, StringComparison.OrdinalIgnoreCase))
        && (Word(_query.Status) is not { } status || Word(entry.Status) == status)
        && (entry.CreatedAt is not { } created || (created >= _from && created <= _to));

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Word(KlingJobStatus? status) =>
        status switch
        {
            KlingJobStatus.Completed => "COMPLETED",
            KlingJobStatus.Failed => "FAILED",
            KlingJobStatus.Queued or KlingJobStatus.Processing => "PENDING",
            _ => null,
        };
}
