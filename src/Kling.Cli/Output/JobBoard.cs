using Spectre.Console;

namespace Kling.Cli;

/// <summary>Chooses how jobs are shown while they run.</summary>
internal static class JobBoard
{
    /// <summary>Progress bars if the output is a terminal that can draw them, lines otherwise.</summary>
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
