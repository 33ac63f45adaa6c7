using System.Globalization;

namespace Kling;

/// <summary>An instant as servers write it.</summary>
internal static class WireTime
{
    // Unix times beyond this count milliseconds: as seconds it is the year 5138.
    private const double LargestSeconds = 1e11;

    /// <summary>The instant of a text: a date and time, in UTC if it states no offset, or the seconds or milliseconds since 1970.</summary>
    public static DateTimeOffset? Read(string? text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
        {
            double seconds = number > LargestSeconds ? number / 1000 : number;
            return seconds is >= 0 and < LargestSeconds ? DateTimeOffset.UnixEpoch.AddSeconds(seconds) : null;
        }

        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out DateTimeOffset instant) ? instant : null;
    }
}
