namespace Kling.Cli;

/// <summary>What the tools of one server share.</summary>
internal sealed class McpContext(ModelCatalogue catalogue, Connection connection, TicketQueue queue, SubmitLedger ledger, CliHost host)
{
    /// <summary>The models.</summary>
    public ModelCatalogue Catalogue => catalogue;

    /// <summary>Where jobs are sent.</summary>
    public Connection Connection => connection;

    /// <summary>The jobs.</summary>
    public TicketQueue Queue => queue;

    /// <summary>What is submitted, and what it may cost.</summary>
    public SubmitLedger Ledger => ledger;

    /// <summary>The process around.</summary>
    public CliHost Host => host;

    /// <summary>The folders from which files may be uploaded.</summary>
    public required UploadRoots Roots { get; init; }

    /// <summary>The folder for saved results, or <see langword="null"/> if there is none.</summary>
    public required string? OutputFolder { get; init; }

    /// <summary>Whether each model has a tool of its own.</summary>
    public required bool HasToolPerModel { get; init; }

    /// <summary>The model of a ticket, or <see langword="null"/> if the catalogue has none.</summary>
    public KlingModel? ModelOf(KlingTicket ticket) => catalogue.Models.FirstOrDefault(model => model.Slug == ticket.Slug);

    /// <summary>How long a job of the model usually takes.</summary>
    public TimeSpan? Expected(KlingTicket ticket) => ModelOf(ticket) is { } model ? connection.Expected(model) : null;

    /// <summary>The model of a slug that an agent names.</summary>
    /// <exception cref="CliFailure">There is none.</exception>
    public KlingModel Find(string slug) =>
        catalogue.Models.FirstOrDefault(model => model.Slug == slug)
        ?? throw new CliFailure(
            ExitCodes.Usage,
            $"There is no model '{slug}'.{Suggestion.For(slug, catalogue.Models.Select(static model => model.Slug))} list_models lists all."
        );

    /// <summary>The ticket of an id that an agent names.</summary>
    /// <exception cref="CliFailure">There is none.</exception>
    public async Task<KlingTicket> FindAsync(string job, CancellationToken cancellationToken) =>
        (Guid.TryParse(job, out Guid id) ? await queue.Jobs.GetAsync(id, cancellationToken) : null)
        ?? throw new CliFailure(ExitCodes.Usage, $"There is no job '{job}'. list_jobs lists all.");
}
