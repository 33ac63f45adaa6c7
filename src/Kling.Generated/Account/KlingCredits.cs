namespace Kling;

/// <summary>The credits of the account. 1 credit is counted as 1 US dollar.</summary>
public sealed record KlingCredits
{
    /// <summary>The credits that were bought and are left.</summary>
    public required decimal Credits { get; init; }

    /// <summary>The free credits that are left, or <see langword="null"/> if the server does not report them.</summary>
    public decimal? FreeCredits { get; init; }
}
