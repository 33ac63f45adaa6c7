using System.Text.Json;

namespace Kling;

/// <summary>
/// Turns pages of rows into entries. A job with several outputs has a row for each, perhaps on two pages, and rows move to the next page
/// when jobs are added meanwhile: an entry is given out when the page after its own has been read, once.
/// </summary>
internal sealed class HistoryEntries
{
    /// <summary>After how many pages in a row without anything new the end is reached, should the server have no empty page.</summary>
    private const int MostRepeats = 3;

    private readonly HashSet<string> _given = new(StringComparer.Ordinal);
    private Dictionary<string, List<JsonElement>> _held = new(StringComparer.Ordinal);
    private int _repeats;

    /// <summary>Whether the last page has been read.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Adds a page.</summary>
    /// <returns>The entries of which no more rows are expected.</returns>
    public IReadOnlyList<KlingHistoryEntry> Add(IReadOnlyList<JsonElement> page)
    {
        var next = new Dictionary<string, List<JsonElement>>(StringComparer.Ordinal);
        foreach (JsonElement row in page)
        {
            string id = HistoryBody.Id(row)!;
            if (_held.TryGetValue(id, out List<JsonElement>? rows) || next.TryGetValue(id, out rows))
            {
                rows.Add(row);
            }
            else if (!_given.Contains(id))
            {
                next.Add(id, [row]);
            }
        }

        _repeats = next.Count > 0 ? 0 : _repeats + 1;
        IsComplete = page.Count == 0 || _repeats >= MostRepeats;
        IReadOnlyList<KlingHistoryEntry> entries = [.. _held.Values.Concat(IsComplete ? next.Values : []).Select(Read)];
        _given.UnionWith(_held.Keys);
        _held = next;
        return entries;
    }

    /// <summary>The entry of the rows of one job.</summary>
    public static KlingHistoryEntry Read(IReadOnlyList<JsonElement> rows)
    {
        return new KlingHistoryEntry
        {
            RequestId = HistoryBody.Id(rows[0])!,
            Slug = First(HistoryBody.Slug),
            Status = First(HistoryBody.State) is { } state ? JobRecord.StatusOf(state, isSuccess: true) : KlingJobStatus.Unknown,
            Cost = FirstValue(HistoryBody.Cost),
            Body = FirstValue(HistoryBody.Request),
            Outputs = [.. rows.SelectMany(HistoryBody.Outputs).Distinct(StringComparer.Ordinal)],
            CreatedAt = FirstValue(HistoryBody.CreatedAt),
            Latency = FirstValue(HistoryBody.Latency),
            Error = First(HistoryBody.Error),
        };

        string? First(Func<JsonElement, string?> read) => rows.Select(read).FirstOrDefault(static value => value is not null);
        T? FirstValue<T>(Func<JsonElement, T?> read)
            where T : struct => rows.Select(read).FirstOrDefault(static value => value is not null);
    }
}
