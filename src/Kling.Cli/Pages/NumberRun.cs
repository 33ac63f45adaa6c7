using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kling.Cli;

/// <summary>
/// Integers that a page shows without separators: <c>510</c> for 5 and 10. They are split only if exactly one way gives an ascending
/// sequence that contains the default.
/// </summary>
internal static partial class NumberRun
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

    /// <summary>
    /// Splits a default in front of its allowed values, <c>5510</c> for 5, of 5 and 10. One of the values must be the one that the example
    /// sends, or all of them must be in the description; otherwise the digits may be one number.
    /// </summary>
    /// <returns>The default and the values, or <see langword="null"/> if there is not exactly one way to read them.</returns>
    public static (JsonElement Default, IReadOnlyList<JsonElement> Values)? WithDefault(string digits, string? sample, string description)
    {
        if (digits == sample || digits.Length > MaxDigits || !digits.All(char.IsAsciiDigit))
        {
            return null;
        }

        string[] stated = [.. Digits().Matches(description).Select(static match => match.Value)];
        (JsonElement, IReadOnlyList<JsonElement>)[] ways =
        [
            .. Enumerable
                .Range(1, Math.Max(0, digits.Length - 1))
                .Where(length => digits[0] != '0' || length == 1)
                .Select(length => (Default: Number(digits[..length]), Values: Split(digits[length..], Number(digits[..length]), count: null)))
                .Where(way =>
                    way.Values is { } values
                    && (
                        values.Any(value => value.GetRawText() == sample)
                        || (values.Count > 1 && values.All(value => stated.Contains(value.GetRawText(), StringComparer.Ordinal)))
                    )
                )
                .Select(static way => (way.Default, way.Values!))
                .Take(2),
        ];
        return ways is [var only] ? only : null;
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

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
