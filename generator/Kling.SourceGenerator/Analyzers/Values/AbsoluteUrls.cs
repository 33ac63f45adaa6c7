namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// What <c>Uri.AbsoluteUri</c> gives: it percent-encodes what a URL cannot contain, and shortens the path. So it is not the text that the
/// <c>Uri</c> was made of.
/// </summary>
internal static class AbsoluteUrls
{
    private const string Unchanged = "-._~:/?#@%=&+";

    /// <summary>The absolute URL of a <c>Uri</c>, of whose original text something is known.</summary>
    public static KnownValue Of(KnownValue original)
    {
        if (original == KnownValue.LocalPath || (original.Text is { } path && LocalPaths.Begins(path)))
        {
            return original;
        }

        if (original.Text is { } text)
        {
            // One that begins with a slash is a URL of a file, or no URL: the operating system decides.
            return !text.StartsWith("/", StringComparison.Ordinal) && Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
                ? new ExactValue(uri.AbsoluteUri)
                : KnownValue.Unknown;
        }

        return original is TextParts { Known: { Length: > 0 } parts } && parts[0].All(IsUnchanged)
            ? KnownValue.Of([parts[0], ""])
            : KnownValue.Unknown;
    }

    private static bool IsUnchanged(char letter) =>
        letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || Unchanged.IndexOf(letter) >= 0;
}
