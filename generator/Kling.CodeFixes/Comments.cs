using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kling.CodeFixes;

/// <summary>Keeps the comments of code that is replaced.</summary>
internal static class Comments
{
    /// <summary>A node in place of another, with the comments around it and those inside it.</summary>
    /// <param name="replaced">What is replaced.</param>
    /// <param name="replacement">What replaces it.</param>
    /// <param name="kept">The part of the replaced node that the replacement contains, with its own comments.</param>
    public static T Keep<T>(SyntaxNode replaced, T replacement, SyntaxNode? kept = null)
        where T : SyntaxNode =>
        replacement
            .WithLeadingTrivia(replaced.GetLeadingTrivia())
            .WithTrailingTrivia(Inside(replaced, kept).AddRange(replaced.GetTrailingTrivia()));

    /// <summary>The comments inside a node, each after a space and on the same line.</summary>
    public static SyntaxTriviaList Inside(SyntaxNode node, SyntaxNode? kept = null) =>
        SyntaxFactory.TriviaList(
            node.DescendantTrivia()
                .Where(trivia => IsComment(trivia) && node.Span.Contains(trivia.Span) && kept?.Span.Contains(trivia.Span) is not true)
                .SelectMany(static trivia => new[] { SyntaxFactory.Space, Closed(trivia) })
        );

    /// <summary>A comment that ends before the end of its line.</summary>
    public static SyntaxTrivia Closed(SyntaxTrivia comment) =>
        comment.IsKind(SyntaxKind.SingleLineCommentTrivia)
            ? SyntaxFactory.Comment($"/* {comment.ToString().Substring(2).Replace("*/", "* /").Trim()} */")
            : comment;

    public static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);
}
