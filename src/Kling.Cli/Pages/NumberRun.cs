using System.Text.Json;

namespace Kling.Cli;

/// <summary>
/// Integers that a page shows without separators: <c>510</c> for 5 and 10. They are split only if exactly one way gives an ascending
/// sequence that contains the default.
/// </summary>
internal static class NumberRun
{
    // More digits than any such list has; the ways to cut them grow fast.
    private const int MaxDigits = 30;

    /// <summary>The values, or <see langword="null"/> if there is not exactly one way to read them.</summary>
    /// <param name="digits">The digits.</param>
    /// <param name="standard">The default, or <see langword="null"/> if there is none.</param>
    /// <param name="count">How many values there are, or <see langword="null"/> if that is not known.</param>
    public static IReadOnlyList<JsonElement>? Split(string digits, JsonElement? standard, int? count)
    {
        if (digits.Length is 0 or > MaxDigits || !digits.All(char.IsAsciiDigit))
        {
            return null;
        }

        string[][] ways =
        [
            .. Ways(digits, 0, [])
                .Where(way =>
                    (count is null || way.Length == count)
                    && (standard is not { } value || way.Contains(value.GetRawText(), StringComparer.Ordinal))
                )
                .Take(2),
        ];
        return ways is [var only] ? [.. only.Select(Number)] : null;
    }

    private static IEnumerable<string[]> Ways(string digits, int start, string[] before)
    {
        if (start == digits.Length)
        {
            return [before];
        }

        int longest = digits[start] == '0' ? 1 : digits.Length - start;
        return Enumerable
            .Range(1, longest)
            .Select(length => digits.Substring(start, length))
            .Where(number => before.Length == 0 || IsLess(before[^1], number))
            .SelectMany(number => Ways(digits, start + number.Length, [.. before, number]));
    }

    private static bool IsLess(string left, string right) =>
        left.Length != right.Length ? left.Length < right.Length : string.CompareOrdinal(left, right) < 0;

    private static JsonElement Number(string digits)
    {
        using var document = JsonDocument.Parse(digits);
        return document.RootElement.Clone();
    }
}
