using System.CommandLine;
using System.Globalization;

namespace Kling.Cli;

/// <summary>An option whose value is a day or a time of ISO 8601, in UTC unless it has an offset.</summary>
internal sealed class TimeOption : Option<DateTimeOffset?>
{
    private static readonly string[] Times = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>An option.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="ofDay">What time is meant by a day.</param>
    public TimeOption(string name, TimeOnly ofDay)
        : base(name)
    {
        HelpName = "time";
        CustomParser = result =>
        {
            // The history is printed with a space between day and time.
            string text = result.Tokens[0].Value.Replace(' ', 'T');
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            {
                return new DateTimeOffset(day, ofDay, TimeSpan.Zero);
            }

            const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
            if (DateTimeOffset.TryParseExact(text, Times, CultureInfo.InvariantCulture, utc, out DateTimeOffset time))
            {
                return time;
            }

            result.AddError(
                $"{name} must be a day such as 2026-11-28 or a time such as 2026-11-28T13:50Z, not '{result.Tokens[0].Value}'."
            );
            return null;
        };
    }
}
