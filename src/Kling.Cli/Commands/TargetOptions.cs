using System.CommandLine;

namespace Kling.Cli;

/// <summary>The options about where jobs run and what they may cost, shared by the commands that submit.</summary>
internal sealed class TargetOptions
{
    /// <summary>So much faster than at Segmind, a job of three minutes takes two seconds.</summary>
    private const double DefaultTimeScale = 100;

    /// <summary>The switch that chooses between Segmind and the emulator.</summary>
    public required Option<bool> Switch { get; init; }

    /// <summary><c>--yes</c>.</summary>
    public Option<bool> Yes { get; } = new("--yes", "-y") { Description = "Agrees to the cost, so that nothing is asked." };

    /// <summary><c>--base-address</c>.</summary>
    public Option<string?> BaseAddress { get; } = new("--base-address")
    {
        Description = "Where the API is, if not at https://api.segmind.com. The key is sent there.",
        HelpName = "uri",
    };

    /// <summary><c>--time-scale</c>.</summary>
    public NumberOption TimeScale { get; } = CreateTimeScale();

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[Switch, Yes, BaseAddress, TimeScale])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>How many times as fast as at Segmind the emulator runs jobs.</summary>
    public double Scale(ParseResult parse) => Scale(parse, TimeScale);

    /// <summary>How many times as fast as at Segmind the emulator runs jobs, by an option of <see cref="CreateTimeScale"/>.</summary>
    public static double Scale(ParseResult parse, NumberOption option) => parse.GetValue(option) ?? DefaultTimeScale;

    /// <summary><c>--time-scale</c> for a command of its own.</summary>
    public static NumberOption CreateTimeScale() => new("--time-scale", static scale => scale is >= 0.001 and <= 1_000_000, "from 0.001 to 1000000")
    {
        Description = "How many times as fast as at Segmind the emulator runs jobs.",
        HelpName = "number",
        DefaultValueFactory = static _ => DefaultTimeScale,
    };

    /// <summary>A connection to Segmind.</summary>
    /// <exception cref="CliFailure">There is no key, or the address cannot be used.</exception>
    public Connection ToSegmind(ParseResult parse, CliHost host) => Connection.ToSegmind(host, Address(parse.GetValue(BaseAddress)));

    private static Uri? Address(string? text) =>
        text is null ? null
        : Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) ? uri
        : throw new CliFailure(ExitCodes.Usage, $"--base-address: '{text}' is no absolute address");
}
