using System.CommandLine;

namespace Kling.Cli;

/// <summary>The options about where jobs run and what they may cost, shared by the commands that can run them on the emulator.</summary>
internal sealed class TargetOptions
{
    private readonly SegmindOptions _segmind = new();
    private readonly TimeScaleOption _timeScale = new();

    /// <summary>The switch that chooses between Segmind and the emulator.</summary>
    public required Option<bool> Switch { get; init; }

    /// <summary><c>--yes</c>.</summary>
    public Option<bool> Yes => _segmind.Yes;

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(Switch);
        command.Options.Add(Yes);
        _segmind.AddTo(command);
        command.Options.Add(_timeScale);
    }

    /// <summary>The speed of the emulator's jobs, as a multiple of Segmind's.</summary>
    public double Scale(ParseResult parse) => _timeScale.Read(parse);

    /// <summary>A connection to Segmind.</summary>
    /// <exception cref="CliFailure">There is no key, or the URL cannot be used.</exception>
    public Connection ToSegmind(ParseResult parse, CliHost host) => _segmind.Connect(parse, host);
}
