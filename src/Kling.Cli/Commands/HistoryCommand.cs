using System.CommandLine;

namespace Kling.Cli;

/// <summary><c>kling history [request-id]</c>: lists the account's requests, or describes one.</summary>
internal sealed class HistoryCommand : Command
{
    private readonly Argument<string?> _requestId = new("request-id")
    {
        Description = "The id of the job to describe, of any age. Default: list the requests.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly HistoryOptions _query = new();
    private readonly SegmindOptions _segmind = new();
    private readonly CliHost _host;
    private readonly Screen _screen;

    public HistoryCommand(CliHost host, Screen screen)
        : base(
            "history",
            "Lists the requests of the account, the newest first, or describes one. It is not billed. New requests can appear late. "
                + "Segmind has a host of its own for the history, and the key is sent there; "
                + "with --base-address, the history is read below that URL."
        )
    {
        (_host, _screen) = (host, screen);
        Arguments.Add(_requestId);
        _query.AddTo(this);
        _segmind.AddTo(this);
        SetAction(ShowAsync);
    }

    private async Task<int> ShowAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        string? requestId = parse.GetValue(_requestId);
        if (requestId is not null && _query.IsUsed(parse))
        {
            throw new CliFailure(ExitCodes.Usage, "--from, --to, --model, --status and --limit are not allowed with a request id");
        }

        KlingHistoryQuery query = _query.Read(parse);
        using Connection connection = _segmind.Connect(parse, _host);
        KlingAccount account = connection.Client.Account;
        if (requestId is not null)
        {
            KlingHistoryEntry entry = await FindAsync(account, requestId, cancellationToken);
            HistoryText.Show(entry, _screen);
            _screen.Document(writer => HistoryJson.Write(writer, entry));
            return ExitCodes.Ok;
        }

        IReadOnlyList<KlingHistoryEntry> entries = await ListAsync(account, query, _query.Limit(parse), cancellationToken);
        HistoryText.Show(entries, _screen);
        _screen.Document(writer => HistoryJson.Write(writer, entries));
        return ExitCodes.Ok;
    }

    private static async Task<KlingHistoryEntry> FindAsync(KlingAccount account, string requestId, CancellationToken cancellationToken)
    {
        KlingHistoryEntry? entry;
        try
        {
            entry = await account.FindAsync(requestId, cancellationToken);
        }
        catch (ArgumentException e)
        {
            throw new CliFailure(ExitCodes.Usage, $"'{requestId}' cannot be the id of a job", e);
        }

        return entry
            ?? throw new CliFailure(
                ExitCodes.ApiError,
                $"the account's history does not contain the job '{requestId}'. A new job can appear there late"
            )
            {
                RequestId = requestId,
            };
    }

    private static async Task<IReadOnlyList<KlingHistoryEntry>> ListAsync(
        KlingAccount account,
        KlingHistoryQuery query,
        int? limit,
        CancellationToken cancellationToken
    )
    {
        List<KlingHistoryEntry> entries = [];
        try
        {
            await foreach (KlingHistoryEntry entry in account.GetHistoryAsync(query, cancellationToken))
            {
                entries.Add(entry);
                if (entries.Count == limit)
                {
                    break;
                }
            }
        }
        catch (ArgumentException e)
        {
            throw new CliFailure(
                ExitCodes.Usage,
                "--to must be less than 31 days after --from, and not before it. "
                    + "Without --from, the list begins 7 days before --to; without --to, it ends now",
                e
            );
        }

        return entries;
    }
}
