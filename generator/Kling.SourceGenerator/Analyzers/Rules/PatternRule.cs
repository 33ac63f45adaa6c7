using System.Text.RegularExpressions;
using Kling.SourceGenerator.Diagnostics;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>KLING106: <c>pattern</c>.</summary>
internal static class PatternRule
{
    public static void Check(ConstraintCheck check, PatternConstraint pattern)
    {
        if (check.Known.Text is { } text && !Matches(text, pattern.Regex))
        {
            check.Fail(ConstraintDiagnostics.PatternIsNotMatched, text, pattern.Pattern);
        }
        else if (check.Known is TextParts parts && TextAlphabet.Excludes(parts, pattern.Pattern))
        {
            check.Fail(ConstraintDiagnostics.PatternIsNotMatched, parts.Shown, pattern.Pattern);
        }
    }

    private static bool Matches(string text, Regex regex)
    {
        try
        {
            return regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            // Not known in time, so nothing is said.
            return true;
        }
    }
}
