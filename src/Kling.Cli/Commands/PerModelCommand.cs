using System.CommandLine;

namespace Kling.Cli;

/// <summary>A command with one command below it for each model of the catalogue: <c>kling run &lt;slug&gt; …</c>.</summary>
internal sealed class PerModelCommand : Command
{
    public PerModelCommand(string name, string description, ModelCatalogue catalogue, Func<KlingModel, Command> create)
        : base(name, $"{description} Every parameter of the model is an option: 'kling {name} <slug> --help' lists them.")
    {
        foreach (KlingModel model in catalogue.Models)
        {
            Subcommands.Add(create(model));
        }
    }
}
