using System.CommandLine;

namespace Kling.Cli;

/// <summary>The options about how requests are enqueued.</summary>
internal sealed class EnqueueOptions
{
    private readonly Option<string[]> _tags = new("--tag")
    {
        Description = "A name and a value to find the ticket by: name=value. May be repeated.",
        HelpName = "name=value",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly WholeNumberOption _priority = new("--priority", least: null)
    {
        Description = "Tickets of a higher priority are submitted first. Default: 0.",
    };

    private readonly Option<string?> _saveTo = new("--save-to")
    {
        Description = "The folder to save the results to. Each file is named after the key or the id of its ticket. Default: -o of 'kling jobs work'.",
        HelpName = "folder",
    };

    private readonly StoreOption _store = new();

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_tags, _priority, _saveTo, _store])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>How a request is enqueued.</summary>
    /// <exception cref="CliFailure">A tag has no value, or is given twice.</exception>
    public KlingEnqueueOptions Read(ParseResult parse, CliHost host) =>
        new()
        {
            Tags = Tags(parse.GetValue(_tags) ?? []),
            Priority = (int)(parse.GetValue(_priority) ?? 0),
            SaveTo = parse.GetValue(_saveTo) is { } folder ? host.FullPath(folder) : null,
        };

    /// <summary>Opens the queue; a SQLite file is created if it does not exist.</summary>
    public Task<TicketQueue> OpenAsync(ParseResult parse, CliHost host, CancellationToken cancellationToken) =>
        TicketQueue.OpenAsync(_store.Read(parse, host), client: null, host, static _ => { }, cancellationToken);

    private static Dictionary<string, string> Tags(string[] texts)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string text in texts)
        {
            int end = text.IndexOf('=', StringComparison.Ordinal);
            if (end <= 0 || end == text.Length - 1)
            {
                throw new CliFailure(ExitCodes.Usage, $"--tag must be name=value, not '{text}'");
            }

            if (!tags.TryAdd(text[..end], text[(end + 1)..]))
            {
                throw new CliFailure(ExitCodes.Usage, $"the tag '{text[..end]}' is given twice");
            }
        }

        return tags;
    }
}
