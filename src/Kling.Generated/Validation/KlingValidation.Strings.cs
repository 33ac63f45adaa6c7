namespace Kling.CompilerServices;

public partial struct KlingValidation
{
    /// <summary><c>minLength</c>, in Unicode code points.</summary>
    /// <param name="value">The text.</param>
    /// <param name="minimum">The minimum length.</param>
    internal void MinLength(string? value, int minimum)
    {
        // Half of the UTF-16 units is the least number of code points that a text can have: most texts need no count.
        if (value is not null && value.Length / 2 < minimum && CodePoints(value) is int length && length < minimum)
        {
            Report(
                "minLength",
                Text(minimum),
                Text(length),
                $"The text has {Counted(length, "character", "characters")}; the minimum is {Text(minimum)}."
            );
        }
    }

    /// <summary><c>maxLength</c>, in Unicode code points.</summary>
    /// <param name="value">The text.</param>
    /// <param name="maximum">The maximum length.</param>
    internal void MaxLength(string? value, int maximum)
    {
        if (value is not null && value.Length > maximum && CodePoints(value) is int length && length > maximum)
        {
            Report(
                "maxLength",
                Text(maximum),
                Text(length),
                $"The text has {Counted(length, "character", "characters")}; the maximum is {Text(maximum)}."
            );
        }
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
    internal static string Quote(string text) => $"\"{JsonText.Cut(text)}\"";

    /// <summary>A count with its noun: <c>1 item</c>, <c>2 items</c>.</summary>
    internal static string Counted(int count, string one, string many) => $"{Text(count)} {(count == 1 ? one : many)}";
}
