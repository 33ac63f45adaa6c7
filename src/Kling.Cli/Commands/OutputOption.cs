using System.CommandLine;

namespace Kling.Cli;

/// <summary><c>--output</c> of the commands that save one job's result.</summary>
internal sealed class OutputOption : Option<string?>
{
    public OutputOption()
        : base("--output", "-o")
    {
        Description =
            "The file to save the result to. Several results are numbered. Default: a new file in the current folder, named after the model and the job.";
        HelpName = "file";
    }

    /// <summary>Where the files go.</summary>
    public ResultFiles Read(ParseResult parse, CliHost host) =>
        new(
            parse.GetValue(this) is { } path ? host.FullPath(path) : null,
            parse.GetValue(this) is null ? host.FullPath(".") : "",
            static result => $"{result.Slug}-{result.RequestId}"
        );
}
