using System.CommandLine;

namespace Kling.Cli;

/// <summary>A command with one command below it for each model of the catalogue: <c>kling run &lt;slug&gt; …</c>.</summary>
internal sealed class PerModelCommand : Command
{
    public PerModelCommand(string name, string description, ModelCatalogue catalogue, Func<KlingModel, Command> create)
        : base(name, $"{description} Every parameter of the model is an option: 'kling {name} <slug> --help' lists them.")
    {
        Options.Add(Untyped());
        foreach (KlingModel model in catalogue.Models)
        {
            Subcommands.Add(create(model));
        }
    }

    /// <summary>The option for a model that has no schema.</summary>
    public static Option<bool> Untyped() =>
        new("--untyped")
        {
            Description = "Sends the request of --input without a schema and without validation. The slug may be that of any model of the API.",
            Arity = ArgumentArity.Zero,
            Recursive = true,
        };
}
