using System.CommandLine;

namespace Kling.Cli;

/// <summary><c>--catalogue</c>: the machine-readable list of models.</summary>
internal sealed class CatalogueOption : Option<string?>
{
    public CatalogueOption(string description)
        : base("--catalogue")
    {
        Description = $"{description} A file, '-' for the standard input, or an https URL. No API key is sent to it.";
        HelpName = "file-or-url";
    }
}
