using System.Globalization;
using System.Text.RegularExpressions;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>A marker in a text.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Digits">The item's number.</param>
/// <param name="IsExact">Whether capital letters are written as the schema has them.</param>
/// <param name="MayGoOn">Whether the number may have more digits, in a part of the text that is not known.</param>
internal sealed record MarkerUse(string Text, string Digits, bool IsExact, bool MayGoOn)
{
    /// <summary>The markers in the known parts of a text.</summary>
    public static IEnumerable<MarkerUse> In(KnownValue text, MarkerReference reference)
    {
        if (text is not (TextParts or TextSamples or ExactValue { Constant: string }))
        {
            return [];
        }

        string[] parts = text.Parts;
        return parts.SelectMany(
            (part, index) =>
                reference
                    .AnyCase.Matches(part)
                    .Cast<Match>()
                    .Where(match => reference.Exact.IsMatch(match.Value) || !IsInWord(part, match.Index))
                    .Select(match => new MarkerUse(
                        match.Value,
                        match.Groups[1].Value,
                        reference.Exact.IsMatch(match.Value),
                        match.Index + match.Length == part.Length
                            && index < parts.Length - 1
                            && reference.Marker.EndsWith("{n}", StringComparison.Ordinal)
                    ))
        );
    }

    /// <summary>
    /// Whether the marker names an item, or can if its number goes on: more digits only make it larger, if it is not 0 yet.
    /// </summary>
    public bool CanName(int count) =>
        int.TryParse(Digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        && number <= count
        && (number >= 1 || MayGoOn);

    // A mail address, for example.
    private static bool IsInWord(string text, int index) => index > 0 && (char.IsLetterOrDigit(text[index - 1]) || text[index - 1] == '_');
}
