namespace Kling;

/// <summary>
/// Checks options that are durations. The messages name what was probably meant: in configuration, <c>1800</c> is 1,800 days and
/// <c>1:30</c> is an hour and a half.
/// </summary>
internal static class OptionRange
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public static void CheckJobTimeout(TimeSpan? value)
    {
        if (value is { } timeout && timeout != Timeout.InfiniteTimeSpan && (timeout < TimeSpan.Zero || timeout > JobRecord.Retention))
        {
            throw OutOfRange(
                nameof(KlingClientOptions.JobTimeout),
                timeout,
                "from 00:00:00 to 01:00:00, because the server keeps the record of a job for one hour, or Timeout.InfiniteTimeSpan for the whole hour"
            );
        }
    }

    public static void CheckSubmitTimeout(TimeSpan value)
    {
        if (value <= TimeSpan.Zero || value > Longest)
        {
            throw OutOfRange(nameof(KlingClientOptions.SubmitTimeout), value, "more than 00:00:00 and at most 01:00:00");
        }
    }

    private static ArgumentOutOfRangeException OutOfRange(string name, TimeSpan value, string range) =>
        new(name, value, $"{name} must be {range}.{Meant(value)}");

    private static string Meant(TimeSpan value)
    {
        if (value <= Longest)
        {
            return "";
        }

        if (value.Ticks % TimeSpan.TicksPerDay == 0)
        {
            string days = value.Days == 1 ? "1 day" : FormattableString.Invariant($"{value.Days} days");
            return $" The value is {days}, because a plain number means days.{As(value.Days, "seconds", TimeSpan.FromSeconds(value.Days))}{As(value.Days, "minutes", TimeSpan.FromMinutes(value.Days))}";
        }

        return value is { Days: 0, Seconds: 0, Milliseconds: 0 }
            ? FormattableString.Invariant(
                $" The value is {value.Hours} h {value.Minutes} min. For {value.Hours} min {value.Minutes} s, write {new TimeSpan(0, value.Hours, value.Minutes):c}."
            )
            : "";
    }

    private static string As(int count, string unit, TimeSpan time) =>
        time <= Longest ? FormattableString.Invariant($" For {count} {unit}, write {time:c}.") : "";
}
