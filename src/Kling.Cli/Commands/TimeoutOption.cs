using System.CommandLine;

namespace Kling.Cli;

/// <summary><c>--timeout</c> of the commands that wait.</summary>
internal sealed class TimeoutOption : NumberOption
{
    public TimeoutOption()
        : base("--timeout", static seconds => seconds is >= 0 and <= 86_400, "from 0 to 86400")
    {
        Description =
            "How many seconds to wait for the result. The job continues after that. Default: 15 minutes, or five times the usual time if that is longer.";
        HelpName = "seconds";
    }

    /// <summary>How long to wait; <see langword="null"/> for the client's default.</summary>
    public TimeSpan? Read(ParseResult parse) => parse.GetValue(this) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
}
