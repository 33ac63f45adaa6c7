namespace Refused;

internal static class Mistake
{
    public static Models.LibraryClipRequest Clip { get; } = new() { Prompt = "A clip.", Seconds = 12 };
}
