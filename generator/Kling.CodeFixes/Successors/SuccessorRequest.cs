using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.CodeFixes;

/// <summary>A request to the successor, and how it differs from the replaced one.</summary>
/// <param name="Expression">The request.</param>
/// <param name="Lost">What has no counterpart: name and code.</param>
/// <param name="Missing">What the successor requires and the request does not set.</param>
internal sealed record SuccessorRequest(
    ExpressionSyntax Expression,
    IReadOnlyList<(string Name, string Code)> Lost,
    IReadOnlyList<string> Missing
)
{
    /// <summary>What the fix does, and what it cannot do.</summary>
    public string Title(string slug)
    {
        string without = Lost.Count == 0 ? "" : " without " + string.Join(", ", Lost.Select(static lost => lost.Name).Distinct());
        return $"Use '{slug}'{without}{(Missing.Count == 0 ? "" : $"; then set {string.Join(", ", Missing)}")}";
    }

    /// <summary>The request with a comment that lists what is lost, in the place of the replaced one.</summary>
    public ExpressionSyntax WithLosses(string slug, ExpressionSyntax replaced)
    {
        ExpressionSyntax placed = Expression.WithLeadingTrivia(replaced.GetLeadingTrivia());
        if (Lost.Count == 0)
        {
            return placed.WithTrailingTrivia(replaced.GetTrailingTrivia());
        }

        string codes = string.Join("; ", Lost.Select(static lost => lost.Code));
        SyntaxTrivia comment = Comments.Closed(SyntaxFactory.Comment($"// '{slug}' has no counterpart for: {codes}"));
        return placed.WithTrailingTrivia(SyntaxFactory.TriviaList(SyntaxFactory.Space, comment).AddRange(replaced.GetTrailingTrivia()));
    }
}
