using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Kling.Completion;

/// <summary>The string that the caret is in.</summary>
internal sealed class StringAtCaret
{
    private readonly string _text;

    private StringAtCaret(ExpressionSyntax expression, TextSpan content, string text)
    {
        Expression = expression;
        Content = content;
        _text = text;
    }

    /// <summary>The literal or interpolated string.</summary>
    public ExpressionSyntax Expression { get; }

    /// <summary>The text around the caret without quotes; in an interpolated string, up to the next hole.</summary>
    public TextSpan Content { get; }

    /// <summary>The string around a position, or <see langword="null"/>.</summary>
    public static StringAtCaret? Find(SyntaxNode root, int position)
    {
        // An empty or unfinished string ends at the caret.
        SyntaxToken token = root.FindToken(position);
        return At(token, position) ?? (token.SpanStart > 0 && position > 0 ? At(root.FindToken(position - 1), position) : null);
    }

    /// <summary>The text before the caret that belongs to a suggestion: the longest beginning of one.</summary>
    public TextSpan WordBefore(int position, IReadOnlyList<Suggestion> suggestions)
    {
        int length = Math.Min(position - Content.Start, suggestions.Max(static suggestion => suggestion.Text.Length));
        for (; length > 0; length--)
        {
            string before = _text.Substring(position - Content.Start - length, length);
            if (suggestions.Any(suggestion => suggestion.Text.StartsWith(before, StringComparison.OrdinalIgnoreCase)))
            {
                break;
            }
        }

        return TextSpan.FromBounds(position - length, position);
    }

    private static StringAtCaret? At(SyntaxToken token, int position)
    {
        if (
            token.Parent?.FirstAncestorOrSelf<InterpolatedStringExpressionSyntax>() is { } interpolated
            && token.Parent is InterpolatedStringExpressionSyntax or InterpolatedStringTextSyntax
        )
        {
            InterpolatedStringTextSyntax? part = interpolated
                .Contents.OfType<InterpolatedStringTextSyntax>()
                .FirstOrDefault(part => part.Span.Start <= position && position <= part.Span.End);
            return part is not null ? new(interpolated, part.Span, part.ToString())
                : interpolated.Contents.Count == 0 && position == interpolated.StringStartToken.Span.End
                    ? new(interpolated, new(position, 0), "")
                : null;
        }

        if (
            token.Parent is not LiteralExpressionSyntax literal
            || !token.IsKind(SyntaxKind.StringLiteralToken)
                && !token.IsKind(SyntaxKind.SingleLineRawStringLiteralToken)
                && !token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken)
        )
        {
            return null;
        }

        string text = token.Text;
        int at = text[0] == '@' ? 1 : 0;
        int quotes = text.Skip(at).TakeWhile(static character => character is '"').Count();
        if (at + quotes == text.Length)
        {
            // Empty: half of the quotes begin it.
            quotes = Math.Max(1, quotes / 2);
        }

        int start = at + quotes;
        int end = text.Length > start && text[text.Length - 1] == '"' ? Math.Max(start, text.Length - quotes) : text.Length;
        var content = TextSpan.FromBounds(token.SpanStart + start, token.SpanStart + end);
        return position >= content.Start && position <= content.End ? new(literal, content, text.Substring(start, content.Length)) : null;
    }
}
