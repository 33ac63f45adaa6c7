namespace Kling;

/// <summary>Credits as the databases store them: in millionths, because SQLite has no decimal numbers.</summary>
internal static class Amount
{
    private const decimal Unit = 1_000_000;

    /// <summary>Rounded up: a limit must not be exceeded by what was rounded.</summary>
    public static long FromCredits(decimal credits) => (long)Math.Ceiling(Math.Clamp(credits, 0, 1_000_000_000) * Unit);

    public static decimal ToCredits(long millionths) => millionths / Unit;
}
