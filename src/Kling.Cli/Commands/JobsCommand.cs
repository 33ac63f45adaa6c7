using System.CommandLine;

namespace Kling.Cli;

/// <summary><c>kling jobs</c>: a queue of requests that survives crashes and restarts.</summary>
internal sealed class JobsCommand : Command
{
    /// <summary>Its name.</summary>
    public const string CommandName = "jobs";

    public JobsCommand(IReadOnlyList<KlingModel> models, ModelCatalogue catalogue, CliHost host, Screen screen)
        : base(
            CommandName,
            "Manages a queue of requests that survives crashes and restarts: 'add' and 'import' enqueue requests, "
                + "'work' submits each of them once and saves the results."
        )
    {
        Subcommands.Add(
            new PerModelCommand(
                "add",
                "Enqueues one request and prints the id of its ticket. Nothing is sent and no key is needed.",
                models,
                model => new JobsAddModelCommand(model, host, screen),
                CommandName + " "
            )
        );
        Subcommands.Add(new JobsImportCommand(catalogue, host, screen));
        Subcommands.Add(new JobsWorkCommand(catalogue, host, screen));
        Subcommands.Add(new JobsListCommand(host, screen));
        Subcommands.Add(new JobsShowCommand(host, screen));
        Subcommands.Add(new JobsCancelCommand(host, screen));
        Subcommands.Add(new JobsResolveCommand(host, screen));
        Subcommands.Add(new JobsPauseCommand(isPause: true, host, screen));
        Subcommands.Add(new JobsPauseCommand(isPause: false, host, screen));
    }
}
