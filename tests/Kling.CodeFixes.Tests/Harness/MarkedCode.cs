using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Kling.CodeFixes.Tests;

/// <summary>C# with the places where a diagnostic is expected between <c>[|</c> and <c>|]</c>.</summary>
internal sealed partial record MarkedCode(string Text, IReadOnlyList<TextSpan> Marks)
{
    public static MarkedCode Parse(string marked)
    {
        List<TextSpan> marks = [];
        string text = marked;
        while (Mark().Match(text) is { Success: true } mark)
        {
            string inner = mark.Groups[1].Value;
            marks.Add(new TextSpan(mark.Index, inner.Length));
            text = text[..mark.Index] + inner + text[(mark.Index + mark.Length)..];
        }

        return new MarkedCode(text, marks);
    }

    [GeneratedRegex(@"\[\|(.*?)\|\]", RegexOptions.Singleline)]
    private static partial Regex Mark();
}
