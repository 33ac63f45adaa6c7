using System.Globalization;
using System.Text.Json;

namespace Kling.Cli;

/// <summary>Chooses C# names for the values of a parameter if the page has enough information, as in the shipped files.</summary>
internal static class EnumNames
{
    /// <summary>A name for each value, or <see langword="null"/> if the generator's own names are as good.</summary>
    public static IReadOnlyList<string>? Of(PageParameter parameter, IReadOnlyList<PageValue> values)
    {
        bool isTime = parameter.Description.Contains("second", StringComparison.OrdinalIgnoreCase);
        string?[] names = values.Any(static value => value.Label is not null)
            ? [.. values.Select(static value => Label(value.Label))]
            : [.. values.Select(value => Ratio(Text(value)) ?? (isTime ? Seconds(Text(value)) : null))];
        return names.All(static name => name is not null) && names.Distinct(StringComparer.Ordinal).Count() == names.Length
            ? [.. names.Select(static name => name!)]
            : null;
    }

    private static string Text(PageValue value) =>
        value.Json.ValueKind is JsonValueKind.String ? value.Json.GetString()! : value.Json.GetRawText();

    /// <summary>The words of a label with a capital letter each; the first begins with a letter.</summary>
    private static string? Label(string? label)
    {
        string[] words = Words(label ?? "");
        return words.Length > 0 && char.IsAsciiLetter(words[0][0])
            ? string.Concat(words.Select(static word => char.ToUpperInvariant(word[0]) + word[1..]))
            : null;
    }

    private static string[] Words(string label) =>
        string.Concat(label.Select(static sign => char.IsAsciiLetterOrDigit(sign) ? sign : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string? Ratio(string value) =>
        value.Split(':') is [var width, var height] && Whole(width) is { } w && Whole(height) is { } h
            ? $"{(w > h ? "Landscape" : w < h ? "Portrait" : "Square")}{width}x{height}"
            : null;

    private static string? Seconds(string value) => Whole(value) is null ? null : "Seconds" + value;

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
