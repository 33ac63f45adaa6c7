using System.CommandLine;

namespace Kling.Cli;

/// <summary><c>--time-scale</c>.</summary>
internal sealed class TimeScaleOption : NumberOption
{
    /// <summary>So much faster than at Segmind, a job of three minutes takes two seconds.</summary>
    private const double Default = 100;

    public TimeScaleOption()
        : base("--time-scale", static scale => scale is >= 0.001 and <= 1_000_000, "from 0.001 to 1000000")
    {
        Description = "How many times as fast as at Segmind the emulator runs jobs.";
        HelpName = "number";
        DefaultValueFactory = static _ => Default;
    }

    /// <summary>How many times as fast as at Segmind the emulator runs jobs.</summary>
    public double Read(ParseResult parse) => parse.GetValue(this) ?? Default;
}
