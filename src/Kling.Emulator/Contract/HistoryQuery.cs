using System.Globalization;

namespace Kling.Emulator;

/// <summary>The query of a request for the account's history.</summary>
internal sealed record HistoryQuery
{
    private const int MostPerPage = 100;
    private const int LongestDays = 31;
    private const int UsualDays = 7;

    public required int Page { get; init; }

    public required int PerPage { get; init; }

    /// <summary>The first day, UTC.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The end of the last day, UTC.</summary>
    public required DateTimeOffset Until { get; init; }

    public required string ModelName { get; init; }

    public required string? Status { get; init; }

    public required string SortBy { get; init; }

    public required bool IsAscending { get; init; }

    /// <summary>Reads a query.</summary>
    /// <param name="query">The query of the URL.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="FormatException">A value is not allowed.</exception>
    public static HistoryQuery Read(string query, DateTimeOffset now)
    {
        Dictionary<string, string> values = Split(query);
        DateTimeOffset last = Day(values, "to_date") ?? Midnight(now);
        DateTimeOffset first = Day(values, "from_date") ?? last.AddDays(-UsualDays);
        return last < first || last - first > TimeSpan.FromDays(LongestDays)
            ? throw new FormatException("The dates must be in order, and at most 31 days apart")
            : new HistoryQuery
            {
                Page = Number(values, "page", 1, int.MaxValue),
                PerPage = Number(values, "per_page", 20, MostPerPage),
                From = first,
                Until = last.AddDays(1),
                ModelName = values.GetValueOrDefault("model_name", ""),
                Status = OneOf(values, "status", "COMPLETED", "FAILED", "PENDING"),
                SortBy = OneOf(values, "sort_by", "model_created", "model_name", "credits_deduction") ?? "model_created",
                IsAscending = OneOf(values, "sort_order", "asc", "desc") is "asc",
            };
    }

    private static Dictionary<string, string> Split(string query)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int end = pair.IndexOf('=', StringComparison.Ordinal);
            string name = end < 0 ? pair : pair[..end];
            values[Uri.UnescapeDataString(name)] = end < 0 ? "" : Uri.UnescapeDataString(pair[(end + 1)..].Replace('+', ' '));
        }

        return values;
    }

    private static int Number(Dictionary<string, string> values, string name, int usual, int most) =>
        !values.TryGetValue(name, out string? text) ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= most ? number
        : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{name} must be from 1 to {most}"));

    private static DateTimeOffset? Day(Dictionary<string, string> values, string name) =>
        !values.TryGetValue(name, out string? text) ? null
        : DateTimeOffset.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset day
        )
            ? day
        : throw new FormatException($"{name} must be a date: YYYY-MM-DD");

    private static DateTimeOffset Midnight(DateTimeOffset now) => new(now.UtcDateTime.Date, TimeSpan.Zero);

    private static string? OneOf(Dictionary<string, string> values, string name, params string[] allowed) =>
        !values.TryGetValue(name, out string? text) ? null
        : allowed.Contains(text, StringComparer.Ordinal) ? text
        : throw new FormatException($"{name} must be one of {string.Join(", ", allowed)}");
}
