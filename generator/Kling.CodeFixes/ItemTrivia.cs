using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.CodeFixes;

/// <summary>
/// Which comments, blanks and line ends go with an item when it is removed. The comments directly above an item, before it and after it
/// on its own line are the item's. What is written at the end of a line with other items, or above a blank line, stays.
/// </summary>
internal static class ItemTrivia
{
    /// <summary>Whether an item contains a directive such as <c>#if</c>, or is next to one. Which items it applies to is unknown.</summary>
    public static bool HasDirective(SyntaxNode item) => item.ContainsDirectives || Next(item).ContainsDirectives;

    /// <summary>Whether a line ends in the trivia after a token.</summary>
    public static bool EndsLine(SyntaxTriviaList trivia) => trivia.Any(SyntaxKind.EndOfLineTrivia);

    /// <summary>Trivia on one line: a comment to the end of the line becomes one with an end of its own.</summary>
    public static SyntaxTriviaList WithoutLineEnd(SyntaxTriviaList trivia)
    {
        SyntaxTrivia[] kept = [.. trivia.Where(static part => !part.IsKind(SyntaxKind.EndOfLineTrivia)).Select(Comments.Closed)];
        return kept.Any(Comments.IsComment) ? SyntaxFactory.TriviaList(kept) : default;
    }

    /// <summary>The comments that go with an item, on one line, but for those inside a part of it that is kept.</summary>
    public static SyntaxTriviaList CommentsOf(SyntaxNode item, SyntaxNode? kept)
    {
        SyntaxToken separator = item.GetFirstToken().GetPreviousToken();
        SyntaxToken comma = item.GetLastToken().GetNextToken();
        SyntaxTriviaList before = EndsLine(separator.TrailingTrivia)
            ? item.GetLeadingTrivia()
            : separator.TrailingTrivia.AddRange(item.GetLeadingTrivia());
        SyntaxTriviaList after = item.GetTrailingTrivia();
        after =
            comma.IsKind(SyntaxKind.CommaToken) && EndsLine(separator.TrailingTrivia) && EndsLine(comma.TrailingTrivia)
                ? after.AddRange(comma.TrailingTrivia)
                : after;
        return OnOneLine(
            SyntaxFactory.TriviaList(
                before
                    .Skip(Section(before).Count)
                    .Concat(
                        item.DescendantTrivia()
                            .Where(trivia => item.Span.Contains(trivia.Span) && kept?.Span.Contains(trivia.Span) is not true)
                    )
                    .Concat(after)
            )
        );
    }

    /// <summary>The comments alone, each after a space and on the same line.</summary>
    public static SyntaxTriviaList OnOneLine(SyntaxTriviaList trivia) =>
        SyntaxFactory.TriviaList(
            trivia.Where(Comments.IsComment).SelectMany(static part => new[] { SyntaxFactory.Space, Comments.Closed(part) })
        );

    /// <summary>The list with everything around an item that does not go with it moved to what stays before and after it.</summary>
    public static T Release<T>(T list, SyntaxNode item)
        where T : SyntaxNode
    {
        SyntaxToken separator = item.GetFirstToken().GetPreviousToken();
        SyntaxToken comma = item.GetLastToken().GetNextToken();
        SyntaxToken next = Next(item);
        bool isFirst = separator == list.GetFirstToken();
        bool isLast = next == list.GetLastToken();
        var around = new Around(
            separator.TrailingTrivia,
            item.GetLeadingTrivia(),
            comma.IsKind(SyntaxKind.CommaToken) ? comma.TrailingTrivia : item.GetTrailingTrivia(),
            next.LeadingTrivia
        );
        (SyntaxTriviaList trailing, SyntaxTriviaList leading) = Gap(around, isFirst, isLast);
        if (isFirst || comma.IsKind(SyntaxKind.CommaToken))
        {
            return Change(list, separator, trailing, next, leading);
        }

        // The comma before the last item goes with it.
        SyntaxToken previous = separator.GetPreviousToken();
        return Change(
            list,
            previous,
            EndsLine(previous.TrailingTrivia) ? previous.TrailingTrivia : previous.TrailingTrivia.AddRange(trailing),
            next,
            leading
        );
    }

    /// <summary>The root without a statement and the comments that go with it: those directly above it and after it on its line.</summary>
    public static SyntaxNode RemoveStatement(SyntaxNode root, StatementSyntax statement)
    {
        SyntaxToken before = statement.GetFirstToken().GetPreviousToken();
        SyntaxToken next = statement.GetLastToken().GetNextToken();
        SyntaxTriviaList after = statement.GetTrailingTrivia();
        SyntaxNode removed = statement.Parent is GlobalStatementSyntax global ? global : statement;

        // Anything at the end of a line with other statements stays there.
        SyntaxTriviaList trailing = EndsLine(before.TrailingTrivia) || !EndsLine(after) ? before.TrailingTrivia : after;
        SyntaxTriviaList leading = EndsLine(before.TrailingTrivia)
            ? Section(statement.GetLeadingTrivia()).AddRange(EndsLine(after) ? default : Indent(statement.GetLeadingTrivia()))
            : default;
        var mark = new SyntaxAnnotation();
        SyntaxNode marked = root.ReplaceSyntax(
            [removed],
            (_, node) => node.WithAdditionalAnnotations(mark),
            [before, next],
            (token, _) =>
                token == before ? token.WithTrailingTrivia(trailing) : token.WithLeadingTrivia(leading.AddRange(token.LeadingTrivia)),
            [],
            static (trivia, _) => trivia
        );
        return marked.RemoveNode(marked.GetAnnotatedNodes(mark).Single(), SyntaxRemoveOptions.KeepNoTrivia)!;
    }

    private static T Change<T>(T list, SyntaxToken before, SyntaxTriviaList trailing, SyntaxToken after, SyntaxTriviaList leading)
        where T : SyntaxNode =>
        list.ReplaceTokens(
            [before, after],
            (token, _) => token == before ? token.WithTrailingTrivia(trailing) : token.WithLeadingTrivia(leading)
        );

    /// <summary>
    /// What is written between the tokens before and after an item, when it is gone: after the first, and before the second.
    /// </summary>
    private static (SyntaxTriviaList Trailing, SyntaxTriviaList Leading) Gap(Around around, bool isFirst, bool isLast) =>
        (EndsLine(around.Before), EndsLine(around.After)) switch
        {
            (true, true) => (around.Before, Section(around.Above).AddRange(around.Below)),
            (true, false) when !isLast => (
                around.Before,
                Section(around.Above).AddRange(Indent(around.Above)).AddRange(FromComment(around.After)).AddRange(around.Below)
            ),
            (true, false) when Section(around.Above).Any() || around.Before.Any(SyntaxKind.SingleLineCommentTrivia) => (
                around.Before,
                Section(around.Above).AddRange(Indent(around.Above))
            ),
            (true, false) => (isFirst ? around.Before : WithoutLineEnd(around.Before), isFirst ? Indent(around.Above) : default),
            (false, true) when isFirst && !isLast && !around.Below.Any(Comments.IsComment) => (around.Before, default),
            (false, true) => (isFirst ? LineEnd(around.After) : around.After, around.Below),
            (false, false) when isLast => (isFirst ? default : LastBlank(around.After), around.Below),
            (false, false) => (isFirst ? Blanks(around.Before).AddRange(FromComment(around.After)) : around.After, around.Below),
        };

    /// <summary>What is written above the last blank line.</summary>
    public static SyntaxTriviaList Section(SyntaxTriviaList above)
    {
        int end = 0;
        bool isBlank = true;
        for (int at = 0; at < above.Count; at++)
        {
            if (above[at].IsKind(SyntaxKind.EndOfLineTrivia))
            {
                end = isBlank ? at + 1 : end;
                isBlank = true;
            }
            else
            {
                isBlank &= above[at].IsKind(SyntaxKind.WhitespaceTrivia);
            }
        }

        SyntaxTrivia[] section = [.. above.Take(end)];
        return section.Any(Comments.IsComment) ? SyntaxFactory.TriviaList(section) : default;
    }

    private static SyntaxTriviaList Indent(SyntaxTriviaList above) =>
        SyntaxFactory.TriviaList(
            above
                .Reverse()
                .TakeWhile(static part => !part.IsKind(SyntaxKind.EndOfLineTrivia))
                .Where(static part => part.IsKind(SyntaxKind.WhitespaceTrivia))
                .Take(1)
        );

    private static SyntaxTriviaList FromComment(SyntaxTriviaList trivia) =>
        SyntaxFactory.TriviaList(trivia.SkipWhile(static part => part.IsKind(SyntaxKind.WhitespaceTrivia)));

    private static SyntaxTriviaList Blanks(SyntaxTriviaList trivia) =>
        SyntaxFactory.TriviaList(trivia.Where(static part => part.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1));

    public static SyntaxTriviaList LastBlank(SyntaxTriviaList trivia) =>
        trivia.Count > 0 && trivia[trivia.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia)
            ? SyntaxFactory.TriviaList(trivia[trivia.Count - 1])
            : default;

    private static SyntaxTriviaList LineEnd(SyntaxTriviaList trivia) =>
        SyntaxFactory.TriviaList(trivia.Where(static part => part.IsKind(SyntaxKind.EndOfLineTrivia)));

    private static SyntaxToken Next(SyntaxNode item)
    {
        SyntaxToken next = item.GetLastToken().GetNextToken();
        return next.IsKind(SyntaxKind.CommaToken) ? next.GetNextToken() : next;
    }

    /// <summary>The trivia around an item.</summary>
    /// <param name="Before">After the comma or bracket before the item.</param>
    /// <param name="Above">Before the item, usually on lines of its own.</param>
    /// <param name="After">After the item, or after its comma.</param>
    /// <param name="Below">Before what follows.</param>
    private sealed record Around(SyntaxTriviaList Before, SyntaxTriviaList Above, SyntaxTriviaList After, SyntaxTriviaList Below);
}
