using System.CommandLine;

namespace Kling.Cli;

/// <summary>The options that choose requests of the account's history.</summary>
internal sealed class HistoryOptions
{
    private static readonly Dictionary<string, KlingJobStatus> Statuses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["unfinished"] = KlingJobStatus.Queued,
        ["completed"] = KlingJobStatus.Completed,
        ["failed"] = KlingJobStatus.Failed,
    };

    private readonly TimeOption _from = new("--from", TimeOnly.MinValue)
    {
        Description =
            "The earliest creation: a day such as 2026-11-28, or a time such as 2026-11-28T13:50Z. Without an offset it is UTC. "
            + "Default: 7 days before --to.",
    };

    private readonly TimeOption _to = new("--to", TimeOnly.MaxValue)
    {
        Description = "The latest creation, less than 31 days after --from. A day is included. Default: now.",
    };

    private readonly Option<string?> _model = new("--model")
    {
        Description = "Only requests of this model.",
        HelpName = "slug",
        CompletionSources = { Completions.Slug },
    };

    private readonly Option<string?> _status = new("--status")
    {
        Description = $"Only requests with this status: {string.Join(", ", Statuses.Keys)}.",
        HelpName = "status",
        CompletionSources = { Statuses.Keys.ToArray() },
    };

    private readonly WholeNumberOption _limit = new("--limit", least: 1) { Description = "How many requests to list at most. Default: all." };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in All)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Whether the command line has one of them.</summary>
    public bool IsUsed(ParseResult parse) => All.Any(option => parse.GetResult(option) is not null);

    /// <summary>Which requests to read.</summary>
    /// <exception cref="CliFailure">There is no such status.</exception>
    public KlingHistoryQuery Read(ParseResult parse) =>
        new()
        {
            From = parse.GetValue(_from),
            To = parse.GetValue(_to),
            Slug = parse.GetValue(_model),
            Status =
                parse.GetValue(_status) is not { } text ? null
                : Statuses.TryGetValue(text, out KlingJobStatus status) ? status
                : throw new CliFailure(ExitCodes.Usage, $"--status must be one of {string.Join(", ", Statuses.Keys)}, not '{text}'"),
        };

    /// <summary>How many to list at most; <see langword="null"/> for all.</summary>
    public int? Limit(ParseResult parse) => (int?)parse.GetValue(_limit);

    private Option[] All => [_from, _to, _model, _status, _limit];
}
