namespace Kling.SourceGenerator.Schema;

/// <summary>
/// Turns positions in a text into lines and columns. Lines end where the compiler and editors end them, so that a diagnostic has the same
/// line and column everywhere.
/// </summary>
internal sealed class LineMap
{
    private readonly List<int> _starts = [0];

    public LineMap(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            bool isFirstOfTwo = text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n';
            if (!isFirstOfTwo && text[i] is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029')
            {
                _starts.Add(i + 1);
            }
        }
    }

    public LineSpan Lines(TextSpan span)
    {
        (int startLine, int startColumn) = Position(span.Start);
        (int endLine, int endColumn) = Position(span.End);
        return new LineSpan(startLine, startColumn, endLine, endColumn);
    }

    private (int Line, int Column) Position(int position)
    {
        int found = _starts.BinarySearch(position);
        int line = found < 0 ? ~found - 1 : found;
        return (line, position - _starts[line]);
    }
}
