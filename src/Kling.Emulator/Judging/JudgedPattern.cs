using System.Text.RegularExpressions;
using Kling.CompilerServices;
using Kling.SourceGenerator.Binding.Patterns;

namespace Kling.Emulator;

/// <summary>
/// A regular expression of a schema: ECMA-262's (JSON Schema Core, 6.4), translated and searched for as generated types do it, so that a
/// pattern has one meaning and one time limit. What matching it says of a value is judged apart.
/// </summary>
internal sealed class JudgedPattern(string pattern)
{
    private readonly Regex _regex = new KlingPattern(
        pattern,
        EcmaPattern.Translate(pattern, out string? reason) ?? throw new ArgumentException(reason, nameof(pattern))
    ).Regex;

    /// <summary>The time after which a search is given up, for a sentence.</summary>
    public string Longest => FormattableString.Invariant($"{_regex.MatchTimeout.TotalSeconds} s");

    /// <summary>Whether the pattern matches somewhere in a text; <see langword="null"/> if the time was not enough to find out.</summary>
    public bool? IsMatch(string text)
    {
        try
        {
            return _regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>The pattern in the schema.</summary>
    public override string ToString() => pattern;
}
