using System.Text.RegularExpressions;
using Kling.Formats;

namespace Kling.CompilerServices;

public partial struct KlingValidation
{
    /// <summary><c>pattern</c>: the expression matches somewhere in the text. A match that takes too long is a violation.</summary>
    /// <param name="value">The text.</param>
    /// <param name="regex">The pattern as .NET understands it.</param>
    /// <param name="pattern">The pattern as the schema writes it.</param>
    public void Pattern(string? value, Regex regex, string pattern)
    {
        ArgumentNullException.ThrowIfNull(regex);
        ArgumentNullException.ThrowIfNull(pattern);
        if (value is null)
        {
            return;
        }

        try
        {
            if (!regex.IsMatch(value))
            {
                Report("pattern", JsonText.Quote(pattern), Quote(value), $"{Quote(value)} does not match the pattern {pattern}.");
            }
        }
        catch (RegexMatchTimeoutException e)
        {
            Report("pattern", JsonText.Quote(pattern), Quote(value), $"{Quote(value)} could not be matched against the pattern {pattern} within {Text(e.MatchTimeout.TotalSeconds)} s. Use a shorter text.");
        }
    }

    /// <summary><c>format</c>. A format that is not known here says nothing about the text (JSON Schema Validation, 7.2.3).</summary>
    /// <param name="value">The text.</param>
    /// <param name="format">The format's name: <c>uri</c>, <c>uri-reference</c>, <c>date-time</c>, <c>date</c>, <c>uuid</c> or <c>email</c>.</param>
    public void Format(string? value, string format)
    {
        if (value is not null && TextFormat.Fault(format, value) is { } fault)
        {
            Report("format", JsonText.Quote(format), Quote(value), $"{Quote(value)} is {fault}");
        }
    }
}
