using System.CommandLine;

namespace Kling.Cli;

/// <summary><c>--store</c>: the database of the queue.</summary>
internal sealed class StoreOption : Option<string?>
{
    public StoreOption(string otherwise = QueueStore.Default)
        : base("--store")
    {
        Description =
            "The database of the queue: sqlite:<file>, or postgres:<connection string>, on which several machines can work. "
            + $"Default: the environment variable {CliHost.StoreVariable}, otherwise {otherwise}.";
        HelpName = "store";
    }

    /// <summary>The store.</summary>
    /// <exception cref="CliFailure">It has not one of the two forms.</exception>
    public QueueStore Read(ParseResult parse, CliHost host) =>
        ReadNamed(parse, host) ?? QueueStore.Parse(QueueStore.Default, Name, host);

    /// <summary>The store that the option or the environment names, or <see langword="null"/>.</summary>
    /// <exception cref="CliFailure">It has not one of the two forms.</exception>
    public QueueStore? ReadNamed(ParseResult parse, CliHost host) =>
        parse.GetValue(this) is { } text ? QueueStore.Parse(text, Name, host)
        : host.Store is { } variable ? QueueStore.Parse(variable, CliHost.StoreVariable, host)
        : null;

    /// <summary>Opens a queue that exists, for a command that sends nothing.</summary>
    /// <exception cref="CliFailure">There is none.</exception>
    public Task<TicketQueue> OpenAsync(ParseResult parse, CliHost host, CancellationToken cancellationToken) =>
        OpenAsync(parse, client: null, host, cancellationToken);

    /// <summary>Opens a queue that exists.</summary>
    /// <exception cref="CliFailure">There is none.</exception>
    public Task<TicketQueue> OpenAsync(ParseResult parse, KlingClient? client, CliHost host, CancellationToken cancellationToken)
    {
        QueueStore store = Read(parse, host);
        store.EnsureExists(host);
        return TicketQueue.OpenAsync(store, client, host, static _ => { }, cancellationToken);
    }
}
