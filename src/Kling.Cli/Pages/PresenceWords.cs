namespace Kling.Cli;

/// <summary>How a page says whether a parameter must be given.</summary>
internal static class PresenceWords
{
    public static IReadOnlyList<(string Word, bool IsRequired)> All { get; } = [("required", true), ("optional", false)];
}
