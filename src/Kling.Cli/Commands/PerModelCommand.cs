using System.CommandLine;

namespace Kling.Cli;

/// <summary>A command with one command below it for each model of the catalogue: <c>kling run &lt;slug&gt; …</c>.</summary>
internal sealed class PerModelCommand : Command
{
    /// <summary>A command.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="models">The models.</param>
    /// <param name="create">Makes the command of a model.</param>
    /// <param name="parent">The name of the command that it belongs to, with a space after it.</param>
    public PerModelCommand(string name, string description, IReadOnlyList<KlingModel> models, Func<KlingModel, Command> create, string parent = "")
        : base(name, $"{description} Every parameter of the model is an option: 'kling {parent}{name} <slug> --help' lists them.")
    {
        Options.Add(Untyped());
        foreach (KlingModel model in models)
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
