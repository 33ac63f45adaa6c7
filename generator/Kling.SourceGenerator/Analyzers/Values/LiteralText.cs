using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>Where the characters of a string literal's value are in the code.</summary>
internal static class LiteralText
{
    /// <summary>The index in the literal's text of a character of its value, or <see langword="null"/> if it is not known.</summary>
    public static int? IndexOf(SyntaxToken literal, int character)
    {
        string code = literal.Text;
        string value = literal.ValueText;
        bool isRaw = literal.Kind() is SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken;
        bool isVerbatim = code.StartsWith("@", StringComparison.Ordinal);
        string indent = literal.IsKind(SyntaxKind.MultiLineRawStringLiteralToken) ? Indent(code) : "";
        int index = isRaw ? code.TakeWhile(static quote => quote == '"').Count() : code.IndexOf('"') + 1;
        if (literal.IsKind(SyntaxKind.MultiLineRawStringLiteralToken))
        {
            index = AfterIndent(code, code.IndexOf('\n') + 1, indent);
        }

        for (int i = 0; i < character; i++)
        {
            int? next =
                index >= code.Length || i >= value.Length ? null
                : isRaw ? Raw(code, index, value[i], indent)
                : isVerbatim ? (code[index] == value[i] ? index + (value[i] == '"' ? 2 : 1) : null)
                : code[index] == '\\' ? Escaped(code, index)
                : index + 1;
            if (next is not { } found)
            {
                return null;
            }

            index = found;
        }

        return index;
    }

    private static int? Raw(string code, int index, char letter, string indent) =>
        code[index] != letter ? null
        : letter == '\n' ? AfterIndent(code, index + 1, indent)
        : index + 1;

    private static int? Escaped(string code, int index) =>
        index + 1 >= code.Length ? null
        : code[index + 1] switch
        {
            'u' => index + 6,
            'U' or 'x' => null,
            _ => index + 2,
        };

    private static string Indent(string code)
    {
        int last = code.LastIndexOf('\n') + 1;
        return code.Substring(last, code.IndexOf('"', last) - last);
    }

    // A blank line may have less.
    private static int AfterIndent(string code, int index, string indent) =>
        string.CompareOrdinal(code, index, indent, 0, indent.Length) == 0 ? index + indent.Length : index;
}
