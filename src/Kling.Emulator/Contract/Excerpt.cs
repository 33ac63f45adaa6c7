namespace Kling.Emulator;

/// <summary>Shows what a client wrote in a message to it, which must not become as long as what was written.</summary>
internal static class Excerpt
{
    private const int Longest = 100;

    public static string Of(string text) => text.Length <= Longest ? text : text[..Longest] + "…";
}
