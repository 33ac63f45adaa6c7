using System.Globalization;

namespace Kling.CompilerServices;

public partial struct KlingValidation
{
    /// <summary><c>minLength</c>, in Unicode code points.</summary>
    /// <param name="value">The text.</param>
    /// <param name="minimum">The least length allowed.</param>
    public void MinLength(string? value, int minimum)
    {
        // Half of the UTF-16 units is the least number of code points that a text can have: most texts need no count.
        if (value is not null && value.Length / 2 < minimum && CodePoints(value) is int length && length < minimum)
        {
            Report("minLength", Text(minimum), Text(length), $"The text has {Text(length)} characters; the minimum is {Text(minimum)}.");
        }
    }

    /// <summary><c>maxLength</c>, in Unicode code points.</summary>
    /// <param name="value">The text.</param>
    /// <param name="maximum">The greatest length allowed.</param>
    public void MaxLength(string? value, int maximum)
    {
        if (value is not null && value.Length > maximum && CodePoints(value) is int length && length > maximum)
        {
            Report("maxLength", Text(maximum), Text(length), $"The text has {Text(length)} characters; the maximum is {Text(maximum)}.");
        }
    }

    /// <summary><c>format: uri</c>: an RFC 3986 scheme at the start of the original text.</summary>
    /// <param name="value">The URI.</param>
    public void AbsoluteUri(Uri? value)
    {
        if (value is not null && !HasScheme(value.OriginalString))
        {
            ReportUri(value.OriginalString);
        }
    }

    internal void ReportUri(string actual) =>
        Report("format", "\"uri\"", Quote(actual), $"{Quote(actual)} is not an absolute URI. Begin with a scheme, as in https://example.com/image.png.");

    /// <summary>Whether a text begins with <c>scheme = ALPHA *( ALPHA / DIGIT / "+" / "-" / "." )</c> and a colon (RFC 3986, 3.1).</summary>
    internal static bool HasScheme(string text)
    {
        // Not Uri.IsAbsoluteUri: on Unix it takes "/x" for a file's URI.
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || !char.IsAsciiLetter(text[0]))
        {
            return false;
        }

        foreach (char c in text.AsSpan(1, colon - 1))
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The number of Unicode code points; a lone surrogate counts as one.</summary>
    internal static int CodePoints(string text)
    {
        int count = text.Length;
        for (int i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
            {
                count--;
                i++;
            }
        }

        return count;
    }

    /// <summary>A text in quotes, short enough for a message.</summary>
    internal static string Quote(string text)
    {
        const int Longest = 60;
        return text.Length <= Longest ? $"\"{text}\"" : $"\"{text.AsSpan(0, Longest)}…\"";
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
