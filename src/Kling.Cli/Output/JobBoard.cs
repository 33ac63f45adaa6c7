using Spectre.Console;

namespace Kling.Cli;

/// <summary>Chooses how jobs are shown while they run.</summary>
internal static class JobBoard
{
    /// <summary>Bars where somebody looks at a terminal that can draw them, lines everywhere else.</summary>
    public static IJobBoard For(CliHost host, Screen screen)
    {
        if (!host.ErrorIsTerminal)
        {
            return new PlainBoard(screen);
        }

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(host.Error) });
        return console.Profile.Capabilities is { Ansi: true, Interactive: true } ? new LiveBoard(console) : new PlainBoard(screen);
    }
}
