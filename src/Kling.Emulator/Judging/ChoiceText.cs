namespace Kling.Emulator;

/// <summary>Says why a value matches none of the alternatives of <c>anyOf</c> or <c>oneOf</c>, or too many of them.</summary>
internal static class ChoiceText
{
    /// <summary>The violation.</summary>
    /// <param name="keyword"><c>anyOf</c> or <c>oneOf</c>.</param>
    /// <param name="value">The value.</param>
    /// <param name="alternatives">What is wrong with the value by each alternative, in the schema's order.</param>
    public static KlingViolation Of(string keyword, JudgedValue value, IReadOnlyList<IReadOnlyList<KlingViolation>> alternatives)
    {
        string[] matches =
        [
            .. alternatives
                .Select(static (violations, index) => (violations, Number: SentenceText.Number(index + 1)))
                .Where(static alternative => alternative.violations.Count == 0)
                .Select(static alternative => alternative.Number),
        ];
        string count = SentenceText.Number(alternatives.Count);
        return matches.Length == 0
            ? value.Violates(keyword, "1", "0", NoMatch(value, alternatives, count))
            : value.Violates(
                keyword,
                "1",
                SentenceText.Number(matches.Length),
                $"The value matches {SentenceText.Number(matches.Length)} of the {count} alternatives (numbers {string.Join(", ", matches)}); it must match exactly one."
            );
    }

    private static string NoMatch(JudgedValue value, IReadOnlyList<IReadOnlyList<KlingViolation>> alternatives, string count)
    {
        (IReadOnlyList<KlingViolation> nearest, int index) = alternatives
            .Select(static (violations, index) => (violations, index))
            .MinBy(alternative => Distance(value, alternative.violations));
        KlingViolation problem = nearest[0] with { Path = nearest[0].Path[value.Pointer.Length..] };
        return alternatives.Count == 1
            ? $"The value does not match the only alternative: {problem}"
            : $"The value matches none of the {count} alternatives. The nearest is number {SentenceText.Number(index + 1)}: {problem}";
    }

    /// <summary>
    /// An alternative for another type, or for another constant in a property, is farther away than one with many small problems.
    /// </summary>
    private static (bool OtherType, bool OtherKind, int Problems) Distance(JudgedValue value, IReadOnlyList<KlingViolation> violations) =>
        (
            violations.Any(violation => violation.Keyword is "type" && violation.Path == value.Pointer),
            violations.Any(static violation => violation.Keyword is "const"),
            violations.Count
        );
}
