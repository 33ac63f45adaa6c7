namespace Kling.SourceGenerator.Tests.Diagnostics;

/// <summary>A schema with <c>[|</c> and <c>|]</c> around the text that a diagnostic is expected at.</summary>
internal sealed record MarkedSchema(string Text, int Line, int Column, int Length)
{
    public static MarkedSchema Parse(string marked)
    {
        int start = marked.IndexOf("[|", StringComparison.Ordinal);
        int end = marked.IndexOf("|]", StringComparison.Ordinal) - 2;
        string text = marked.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        string before = text[..start];
        int line = before.Count(static c => c == '\n') + 1;
        return new MarkedSchema(text, line, start - before.LastIndexOf('\n'), end - start);
    }
}
