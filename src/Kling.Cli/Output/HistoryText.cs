using System.Globalization;
using Spectre.Console;

namespace Kling.Cli;

/// <summary>Requests of the account's history as text. Times are UTC.</summary>
internal static class HistoryText
{
    /// <summary>A table of requests.</summary>
    public static void Show(IReadOnlyList<KlingHistoryEntry> entries, Screen screen)
    {
        if (entries.Count == 0)
        {
            screen.Note("the history contains no such requests");
            return;
        }

        var table = new Table();
        foreach (string heading in (string[])["created", "model", "status", "time", "cost", "request id"])
        {
            table.AddColumn(new TableColumn(PlainText.Cell(heading)));
        }

        foreach (KlingHistoryEntry entry in entries)
        {
            string[] cells = [Created(entry), entry.Slug ?? Unknown, Status(entry), Time(entry), Cost(entry), entry.RequestId];
            table.AddRow(cells.Select(PlainText.Cell));
        }

        screen.Table(table);
    }

    /// <summary>All of one request.</summary>
    public static void Show(KlingHistoryEntry entry, Screen screen)
    {
        screen.Line($"{entry.Slug ?? Unknown}: job {entry.RequestId} {Status(entry)}");
        screen.Line($"created {Created(entry)}, time {Time(entry)}, cost {Cost(entry)}");
        if (entry.Error is { } error)
        {
            screen.Line($"error: {error}");
        }

        foreach (string output in entry.Outputs)
        {
            screen.Line($"output: {output}");
        }

        if (entry.Body is { } body)
        {
            screen.Line($"request: {body.GetRawText()}");
        }
    }

    /// <summary>The status in one word.</summary>
    public static string Status(KlingHistoryEntry entry) =>
        entry.Status is KlingJobStatus.Queued or KlingJobStatus.Processing ? "unfinished" : entry.Status.ToString().ToLowerInvariant();

    private const string Unknown = "unknown";

    private static string Created(KlingHistoryEntry entry) =>
        entry.CreatedAt?.UtcDateTime.ToString("u", CultureInfo.InvariantCulture) ?? Unknown;

    private static string Time(KlingHistoryEntry entry) =>
        entry.Latency is { } latency ? FormattableString.Invariant($"{latency.TotalSeconds:0.0} s") : Unknown;

    private static string Cost(KlingHistoryEntry entry) => entry.Cost is { } cost ? CostText.Usd(cost) : Unknown;
}
