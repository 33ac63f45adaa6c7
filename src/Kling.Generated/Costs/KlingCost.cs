using System.Globalization;

namespace Kling;

/// <summary>What a job is expected to cost, in US dollars. A figure that is not known is <see langword="null"/>.</summary>
public sealed record KlingCost
{
    internal static KlingCost Unknown { get; } = new();

    /// <summary>The lowest cost, or <see langword="null"/> if it is not known.</summary>
    public decimal? Lowest { get; init; }

    /// <summary>The expected cost, or <see langword="null"/> if it is not known.</summary>
    public decimal? Expected { get; init; }

    /// <summary>The highest cost, or <see langword="null"/> if it is not known.</summary>
    public decimal? Highest { get; init; }

    /// <summary>Where the figures come from.</summary>
    public KlingCostSource Source { get; init; }

    /// <summary>The estimate as one line: <c>about 1.84 USD, 0.63 to 5.25 USD (range)</c>.</summary>
    /// <returns>The line, in the invariant culture.</returns>
    public override string ToString()
    {
        if (Source is KlingCostSource.Unknown)
        {
            return "unknown";
        }

        string source = Source.ToString().ToLowerInvariant();
        if (Lowest is not { } lowest || Highest is not { } highest)
        {
            return Expected is { } mean ? $"about {Usd(mean)} USD ({source})"
                : Highest is { } most ? $"at most {Usd(most)} USD ({source})"
                : $"at least {Usd(Lowest ?? 0)} USD ({source})";
        }

        string about = Expected is { } expected && lowest < highest ? $"about {Usd(expected)} USD, " : "";
        return about + (lowest < highest ? $"{Usd(lowest)} to {Usd(highest)} USD ({source})" : $"{Usd(highest)} USD ({source})");
    }

    /// <summary>An amount with two decimals, and with more only where it has more.</summary>
    private static string Usd(decimal amount) => amount.ToString("0.00##", CultureInfo.InvariantCulture);
}
