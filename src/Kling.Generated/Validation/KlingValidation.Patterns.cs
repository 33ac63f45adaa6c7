using System.Text.RegularExpressions;
using Kling.Formats;

namespace Kling.CompilerServices;

public partial struct KlingValidation
{
    /// <summary><c>pattern</c>: the expression must match a part of the text. A match that takes too long is a violation.</summary>
    /// <param name="value">The text.</param>
    /// <param name="pattern">The pattern.</param>
    internal void Pattern(string? value, KlingPattern pattern)
    {
        if (value is null)
        {
            return;
        }

        try
        {
            if (!pattern.Regex.IsMatch(value))
            {
                Report("pattern", JsonText.Quote(pattern.Ecma), Quote(value), $"{Quote(value)} does not match the pattern {pattern.Ecma}.");
            }
        }
        catch (RegexMatchTimeoutException e)
        {
            string longest = Text(e.MatchTimeout.TotalSeconds);
            Report(
                "pattern",
                JsonText.Quote(pattern.Ecma),
                Quote(value),
                $"{Quote(value)} could not be matched against the pattern {pattern.Ecma} within {longest} s. Use a shorter text."
            );
        }
    }

    /// <summary><c>format</c>. A format that is not known here says nothing about the text (JSON Schema Validation, 7.2.3).</summary>
    /// <param name="value">The text.</param>
    /// <param name="format">The format's name: <c>uri</c>, <c>uri-reference</c>, <c>date-time</c>, <c>date</c>, <c>uuid</c> or
    /// <c>email</c>.</param>
    internal void Format(string? value, string format)
    {
        if (value is not null && TextFormat.Fault(format, value) is { } fault)
        {
            Report("format", JsonText.Quote(format), Quote(value), $"{Quote(value)} is {fault}");
        }
    }
}
