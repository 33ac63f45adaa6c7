namespace Kling.Cli;

/// <summary>How a page says whether a parameter must be given.</summary>
internal static class PresenceWords
{
    public static IReadOnlyList<(string Word, bool IsRequired)> All { get; } = [("required", true), ("optional", false)];

    /// <summary>A name followed by one of the words; <see langword="null"/> if the text is anything else.</summary>
    public static (string Name, bool IsRequired)? Of(string text)
    {
        foreach ((string word, bool isRequired) in All)
        {
            if (text.EndsWith(word, StringComparison.Ordinal) && ParameterGathering.IsName(text.AsSpan(0, text.Length - word.Length)))
            {
                return (text[..^word.Length], isRequired);
            }
        }

        return null;
    }
}
