using System.Globalization;

namespace Kling.CompilerServices;

public partial struct KlingValidation
{
    /// <summary><c>x-references</c>: each marker in a text names an item that is there, counted from 1.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The text's name in the JSON.</param>
    /// <param name="marker">How the text refers to an item; <c>{n}</c> is the number of the item, starting at 1.</param>
    /// <param name="count">How many items the list has.</param>
    /// <param name="list">The list's name in the JSON.</param>
    internal void References(string? text, string name, string marker, int count, string list)
    {
        if (text is null)
        {
            return;
        }

        int place = marker.IndexOf("{n}", StringComparison.Ordinal);
        ReadOnlySpan<char> before = marker.AsSpan(0, place);
        ReadOnlySpan<char> after = marker.AsSpan(place + "{n}".Length);
        int since = Count;
        int at = 0;
        while (at < text.Length && text.AsSpan(at).IndexOf(before) is int next and >= 0)
        {
            at += next;
            ReadOnlySpan<char> rest = text.AsSpan(at + before.Length);
            int digits = rest.IndexOfAnyExceptInRange('0', '9') is int end and >= 0 ? end : rest.Length;
            if (digits > 0 && rest[digits..].StartsWith(after, StringComparison.Ordinal) && !Names(rest[..digits], count))
            {
                string found = text.Substring(at, before.Length + digits + after.Length);
                Report(
                    "x-references",
                    JsonText.Quote(list),
                    Quote(found),
                    $"The text refers to {found}, but '{list}' has {Counted(count, "item", "items")}."
                );
            }

            at++;
        }

        _ = Nest(name, since);
    }

    private static bool Names(ReadOnlySpan<char> digits, int count) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= count;
}
