using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kling.CodeFixes;

/// <summary>The line end and the indent of the code around an edit.</summary>
internal static class LineEnd
{
    /// <summary>The first line end of a file.</summary>
    public static SyntaxTrivia Of(SyntaxNode root) =>
        root.DescendantTrivia(descendIntoTrivia: true).FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            is { RawKind: not 0 } first
            ? SyntaxFactory.EndOfLine(first.ToString())
            : SyntaxFactory.LineFeed;

    /// <summary>The white space at the beginning of the line that a node begins in.</summary>
    public static string Indent(SyntaxNode node)
    {
        string line = node.SyntaxTree.GetText().Lines.GetLineFromPosition(node.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }
}
