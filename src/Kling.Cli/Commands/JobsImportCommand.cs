using System.CommandLine;

namespace Kling.Cli;

/// <summary><c>kling jobs import &lt;file&gt;</c>: enqueues the requests of a file.</summary>
internal sealed class JobsImportCommand : Command
{
    private readonly Argument<string> _file = new("file")
    {
        Description =
            "A CSV file whose first line names the columns, or JSON Lines: on each line a request body, or {\"slug\": …, \"key\": …, \"body\": …}. "
            + "'-' reads the standard input.",
    };

    private readonly Option<string?> _slug = new("--slug")
    {
        Description = "The model of the requests.",
        HelpName = "slug",
        CompletionSources = { Completions.Slug },
    };

    private readonly Option<string[]> _map = new("--map")
    {
        Description = "Which parameter a column is: column=parameter; column= ignores it. Default: the parameter of the same name. May be repeated.",
        HelpName = "column=parameter",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _key = new("--key")
    {
        Description = "The column that is the key of the ticket. With keys, a second import of the file adds nothing twice.",
        HelpName = "column",
    };

    private readonly EnqueueOptions _enqueue = new();
    private readonly ModelCatalogue _catalogue;
    private readonly CliHost _host;
    private readonly Screen _screen;

    public JobsImportCommand(ModelCatalogue catalogue, CliHost host, Screen screen)
        : base("import", "Enqueues the requests of a CSV or JSON Lines file: all of them, or none if one is not valid. Nothing is sent.")
    {
        (_catalogue, _host, _screen) = (catalogue, host, screen);
        Arguments.Add(_file);
        foreach (Option option in (Option[])[_slug, _map, _key])
        {
            Options.Add(option);
        }

        _enqueue.AddTo(this);
        SetAction(ImportAsync);
    }

    private async Task<int> ImportAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        KlingEnqueueOptions options = _enqueue.Read(parse, _host);
        string path = parse.GetRequiredValue(_file);
        string? slug = parse.GetValue(_slug);
        if (slug is not null)
        {
            _ = _catalogue.Find(slug);
        }

        string text = await BodyFile.ReadTextAsync(path, ExitCodes.InvalidRequest, _host, cancellationToken);
        var file = new ImportFile(BodyFile.Name(path), slug, parse.GetValue(_key), new ColumnMap(parse.GetValue(_map) ?? []), _catalogue, _host);
        IReadOnlyList<ImportedLine> lines = IsCsv(path, text) ? file.ReadCsv(text) : file.ReadJsonLines(text);
        foreach (string doubt in file.Doubts)
        {
            _screen.Note(doubt);
        }

        DateTimeOffset begun = _host.Clock.GetUtcNow();
        await using TicketQueue queue = await _enqueue.OpenAsync(parse, _host, cancellationToken);
        IReadOnlyList<KlingTicket> tickets = await queue.AddAsync(
            [.. lines.Select(line => (line.Request, options with { Key = line.Key }))],
            index => file.Place(lines[index].Number),
            cancellationToken
        );
        int added = tickets.Count(ticket => ticket.CreatedAt >= begun);
        int there = tickets.Count - added;
        _screen.Line(
            FormattableString.Invariant($"{added} {(added == 1 ? "request was" : "requests were")} enqueued")
                + (there == 0 ? "" : FormattableString.Invariant($"; {there} {(there == 1 ? "was" : "were")} there already, by the key"))
        );
        _screen.Document(writer => TicketJson.Write(writer, tickets));
        return ExitCodes.Ok;
    }

    private static bool IsCsv(string path, string text) =>
        Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".csv" => true,
            ".jsonl" or ".ndjson" or ".json" => false,
            _ => !text.TrimStart().StartsWith('{'),
        };
}
