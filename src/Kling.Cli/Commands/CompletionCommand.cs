using System.CommandLine;

namespace Kling.Cli;

/// <summary><c>kling completion &lt;shell&gt;</c>: the script with which a shell completes command lines.</summary>
internal sealed class CompletionCommand : Command
{
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = "kling.bash",
        ["zsh"] = "kling.zsh",
        ["fish"] = "kling.fish",
        ["pwsh"] = "kling.ps1",
    };

    private readonly Argument<string> _shell = new("shell")
    {
        Description = "bash, zsh, fish, or pwsh for PowerShell.",
        HelpName = "shell",
    };

    private readonly Screen _screen;

    public CompletionCommand(Screen screen)
        : base("completion", "Prints a script with which a shell completes commands, models, parameters and their values.")
    {
        _screen = screen;
        _ = _shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        Arguments.Add(_shell);
        SetAction(Print);
    }

    private int Print(ParseResult parse)
    {
        string shell = parse.GetRequiredValue(_shell);
        using Stream stream = typeof(CompletionCommand).Assembly.GetManifestResourceStream(Scripts[shell])!;
        using var reader = new StreamReader(stream);
        string script = reader.ReadToEnd();
        _screen.Text(script);
        _screen.Document(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("shell", shell);
            writer.WriteString("script", script);
            writer.WriteEndObject();
        });
        return ExitCodes.Ok;
    }
}
