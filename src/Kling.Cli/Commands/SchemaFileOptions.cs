using System.CommandLine;

namespace Kling.Cli;

/// <summary>The options of the commands that write a schema file.</summary>
internal sealed class SchemaFileOptions(string outputDescription)
{
    /// <summary><c>--output</c>.</summary>
    public Option<string?> Output { get; } = new("--output", "-o") { Description = outputDescription, HelpName = "file" };

    /// <summary><c>--force</c>.</summary>
    public Option<bool> Force { get; } = new("--force") { Description = "Overwrites an existing file." };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(Output);
        command.Options.Add(Force);
    }
}
