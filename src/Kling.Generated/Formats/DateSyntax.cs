namespace Kling.Formats;

/// <summary><c>date</c> and <c>date-time</c> (RFC 3339, 5.6).</summary>
internal static class DateSyntax
{
    private const string DateShape = "0000-00-00";
    private const string ClockShape = "00:00";
    private const string TimeShape = "00:00:00";
    private const int MinutesOfDay = 24 * 60;

    public static bool IsDate(string text) =>
        text.Length == DateShape.Length
        && HasShape(text, 0, DateShape)
        && Number(text, 5) is >= 1 and <= 12 and int month
        && Number(text, 8) is >= 1 and int day
        && day <= DateTime.DaysInMonth(Year(text), month);

    public static bool IsDateTime(string text)
    {
        const int Time = 11;
        const int Seconds = 17;
        if (
            text.Length <= Time + TimeShape.Length
            || !IsDate(text.Substring(0, DateShape.Length))
            || text[Time - 1] is not ('T' or 't')
            || !HasShape(text, Time, TimeShape)
            || Clock(text, Time) is not (>= 0 and int minutes)
        )
        {
            return false;
        }

        int zone = Time + TimeShape.Length;
        if (text[zone] == '.')
        {
            int fraction = zone + 1;
            zone = fraction;
            while (zone < text.Length && Ascii.IsDigit(text[zone]))
            {
                zone++;
            }

            if (zone == fraction)
            {
                return false;
            }
        }

        // A leap second is the last one of a day in UTC.
        return Offset(text, zone) is { } offset
            && Number(text, Seconds) is var seconds
            && (seconds < 60 || (seconds == 60 && (minutes - offset + MinutesOfDay) % MinutesOfDay == MinutesOfDay - 1));
    }

    /// <summary>The minutes that a time zone is ahead of UTC, or <see langword="null"/> if it is none.</summary>
    private static int? Offset(string text, int start) =>
        (text.Length - start) switch
        {
            1 when text[start] is 'Z' or 'z' => 0,
            6 when text[start] is '+' or '-' && HasShape(text, start + 1, ClockShape) && Clock(text, start + 1) is >= 0 and int minutes =>
                text[start] == '+' ? minutes : -minutes,
            _ => null,
        };

    /// <summary>The minutes of <c>hh:mm</c>; negative if the time is not valid.</summary>
    private static int Clock(string text, int start) =>
        Number(text, start) is <= 23 and int hours && Number(text, start + 3) is <= 59 and int minutes ? (hours * 60) + minutes : -1;

    /// <summary>The year; .NET has no year 0, which is a leap year as 400 is.</summary>
    private static int Year(string text) => ((Number(text, 0) * 100) + Number(text, 2)) is > 0 and int year ? year : 400;

    private static bool HasShape(string text, int start, string shape)
    {
        bool hasShape = text.Length >= start + shape.Length;
        for (int i = 0; hasShape && i < shape.Length; i++)
        {
            hasShape = shape[i] == '0' ? Ascii.IsDigit(text[start + i]) : text[start + i] == shape[i];
        }

        return hasShape;
    }

    /// <summary>The value of two digits.</summary>
    private static int Number(string text, int start) => ((text[start] - '0') * 10) + (text[start + 1] - '0');
}
