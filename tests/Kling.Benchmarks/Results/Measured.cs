using System.Globalization;

namespace Kling.Benchmarks.Results;

/// <summary>One measurement: the median time and what one call allocates.</summary>
internal readonly record struct Measured(double Nanoseconds, long Bytes)
{
    /// <summary>The time in the unit that leaves it between 1 and 1,000.</summary>
    public string Time => Nanoseconds switch
    {
        < 1e3 => Number(Nanoseconds) + " ns",
        < 1e6 => Number(Nanoseconds / 1e3) + " µs",
        _ => Number(Nanoseconds / 1e6) + " ms",
    };

    public string Memory => Bytes < 10_000
        ? Bytes.ToString("N0", CultureInfo.InvariantCulture) + " B"
        : (Bytes / 1024).ToString("N0", CultureInfo.InvariantCulture) + " KB";

    public static string Number(double value) => value.ToString(value < 10 ? "0.00" : value < 100 ? "0.0" : "N0", CultureInfo.InvariantCulture);
}
