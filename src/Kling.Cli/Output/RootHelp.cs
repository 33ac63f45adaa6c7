using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Kling.Cli;

/// <summary>The help of <c>kling</c> itself, with its commands in groups.</summary>
internal sealed class RootHelp(IReadOnlyList<(string Heading, Command[] Commands)> groups) : SynchronousCommandLineAction
{
    private const string Heading = "Commands:\n";

    private readonly HelpAction _help = new();

    public override bool ClearsParseErrors => _help.ClearsParseErrors;

    public override int Invoke(ParseResult parseResult)
    {
        if (parseResult.CommandResult.Parent is not null)
        {
            return _help.Invoke(parseResult);
        }

        TextWriter output = parseResult.InvocationConfiguration.Output;
        using var whole = new StringWriter();
        parseResult.InvocationConfiguration.Output = whole;
        int exitCode = _help.Invoke(parseResult);
        string text = whole.ToString().ReplaceLineEndings("\n");
        int start = text.IndexOf(Heading, StringComparison.Ordinal);
        Dictionary<string, string> rows = Rows(text[(start + Heading.Length)..]);
        output.Write(text[..start]);
        output.Write(
            string.Join(
                '\n',
                groups.Select(group => $"{group.Heading}:\n{string.Concat(group.Commands.Select(command => rows[command.Name]))}")
            )
        );
        return exitCode;
    }

    /// <summary>The lines of each command.</summary>
    private static Dictionary<string, string> Rows(string text)
    {
        Dictionary<string, string> rows = [];
        string name = "";
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            name = line.StartsWith("   ", StringComparison.Ordinal) ? name : line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
            rows[name] = rows.GetValueOrDefault(name) + line + "\n";
        }

        return rows;
    }
}
