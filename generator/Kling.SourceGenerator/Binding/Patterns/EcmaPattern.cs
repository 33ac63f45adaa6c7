using System.Text.RegularExpressions;

namespace Kling.SourceGenerator.Binding.Patterns;

/// <summary>
/// Regular expressions of a schema, which are ECMA-262's under its <c>u</c> flag (JSON Schema Core, 6.4), as .NET's. The two look alike and
/// differ in meaning: in .NET <c>\d</c> takes every script's digits, <c>$</c> a last line break, and <c>.</c> half of an emoji.
/// </summary>
internal static class EcmaPattern
{
    // Patterns written by hand are shorter, and the compiler must not spend its time on longer ones.
    private const int Longest = 10_000;

    /// <summary>Translates a pattern for <see cref="RegexOptions.CultureInvariant"/>, to be searched for in a text.</summary>
    /// <param name="pattern">The pattern as the schema writes it.</param>
    /// <param name="reason">Why there is no translation, as the end of a sentence.</param>
    /// <returns>A pattern of .NET that finds a match in the same texts; null if there is none.</returns>
    public static string? Translate(string pattern, out string? reason)
    {
        if (pattern.Length > Longest)
        {
            reason = $"it is longer than {Longest} characters";
            return null;
        }

        try
        {
            string translated = new EcmaPatternReader(pattern).Translate();
            _ = new Regex(translated, RegexOptions.CultureInvariant);
            reason = null;
            return translated;
        }
        catch (EcmaPatternException e)
        {
            reason = e.Message;
        }
        catch (ArgumentException)
        {
            reason = "it has no equivalent in .NET";
        }

        return null;
    }
}
