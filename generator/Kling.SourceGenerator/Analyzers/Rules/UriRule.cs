using Kling.SourceGenerator.Diagnostics;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>KLING107: <c>format: uri</c> wants a scheme at the start of the text.</summary>
internal static class UriRule
{
    public static void Check(ConstraintCheck check)
    {
        if (UriReader.Read(check.Value, check.Cancellation) is { } uri)
        {
            if (uri.IsRelative || !HasScheme(uri.Text))
            {
                check.Fail(ConstraintDiagnostics.UriIsNotAbsolute, uri.Text, "");
            }
        }
        else if (check.Value.Constant().Value is string text && !HasScheme(text))
        {
            check.Fail(ConstraintDiagnostics.UriIsNotAbsolute, text, "");
        }
    }

    /// <summary><c>scheme = ALPHA *( ALPHA / DIGIT / "+" / "-" / "." )</c> and a colon (RFC 3986, 3.1), as at run time.</summary>
    private static bool HasScheme(string text)
    {
        int colon = text.IndexOf(':');
        return colon > 0 && IsLetter(text[0]) && text.Take(colon).All(static c => IsLetter(c) || c is (>= '0' and <= '9') or '+' or '-' or '.');
    }

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
