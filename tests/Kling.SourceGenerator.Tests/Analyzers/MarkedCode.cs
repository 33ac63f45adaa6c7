using Microsoft.CodeAnalysis.Text;

namespace Kling.SourceGenerator.Tests.Analyzers;

/// <summary>C# in which <c>[|</c> and <c>|]</c> stand around each place that a diagnostic is expected at.</summary>
internal sealed class MarkedCode
{
    public MarkedCode(string marked)
    {
        var starts = new Stack<int>();
        var spans = new List<TextSpan>();
        var code = new System.Text.StringBuilder(marked.Length);
        for (int i = 0; i < marked.Length; i++)
        {
            if (marked.AsSpan(i).StartsWith("[|", StringComparison.Ordinal))
            {
                starts.Push(code.Length);
                i++;
            }
            else if (marked.AsSpan(i).StartsWith("|]", StringComparison.Ordinal))
            {
                spans.Add(TextSpan.FromBounds(starts.Pop(), code.Length));
                i++;
            }
            else
            {
                code.Append(marked[i]);
            }
        }

        Code = code.ToString();
        Spans = [.. spans.OrderBy(static span => span)];
    }

    /// <summary>The code without its marks.</summary>
    public static string Unmarked(string marked) =>
        marked.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);

    public string Code { get; }

    public IReadOnlyList<TextSpan> Spans { get; }
}
