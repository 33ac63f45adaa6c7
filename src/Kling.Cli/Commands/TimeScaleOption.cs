using System.CommandLine;

namespace Kling.Cli;

/// <summary><c>--time-scale</c>.</summary>
internal sealed class TimeScaleOption : NumberOption
{
    /// <summary>The default. A job of three minutes then takes two seconds.</summary>
    private const double Default = 100;

    public TimeScaleOption()
        : base("--time-scale", static scale => scale is >= 0.001 and <= 1_000_000, "from 0.001 to 1000000")
    {
        Description = "The speed of the emulator's jobs, as a multiple of Segmind's.";
        HelpName = "number";
        DefaultValueFactory = static _ => Default;
    }

    /// <summary>The speed of the emulator's jobs, as a multiple of Segmind's.</summary>
    public double Read(ParseResult parse) => parse.GetValue(this) ?? Default;
}
