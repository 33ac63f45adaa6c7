using System.CommandLine;

namespace Kling.Cli;

/// <summary><c>kling run &lt;slug&gt; …</c>: a command below it for each model of the catalogue.</summary>
internal sealed class RunCommand : Command
{
    public RunCommand(ModelCatalogue catalogue, CliHost host, Screen screen)
        : base("run", "Runs one job and saves its result. Every parameter of the model is an option: 'kling run <slug> --help' lists them.")
    {
        foreach (KlingModel model in catalogue.Models)
        {
            Subcommands.Add(new RunModelCommand(model, catalogue, host, screen));
        }
    }
}
