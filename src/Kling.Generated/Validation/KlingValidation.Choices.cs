using System.Text.Json;

namespace Kling.CompilerServices;

public partial struct KlingValidation
{
    /// <summary><c>anyOf</c>: at least one of the checks must report no violation.</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="checks">One check per alternative.</param>
    public void AnyOf(JsonElement json, ReadOnlySpan<KlingJsonCheck> checks)
    {
        foreach (KlingJsonCheck check in checks)
        {
            var alternative = default(KlingValidation);
            check(json, ref alternative);
            if (alternative.Count == 0)
            {
                return;
            }
        }

        ReportNoMatch("anyOf", json, checks);
    }

    /// <summary><c>oneOf</c>: exactly one of the checks must report no violation.</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="checks">One check per alternative.</param>
    public void OneOf(JsonElement json, ReadOnlySpan<KlingJsonCheck> checks)
    {
        var matches = new List<int>();
        for (int i = 0; i < checks.Length; i++)
        {
            var alternative = default(KlingValidation);
            checks[i](json, ref alternative);
            if (alternative.Count == 0)
            {
                matches.Add(i + 1);
            }
        }

        if (matches.Count == 0)
        {
            ReportNoMatch("oneOf", json, checks);
        }
        else if (matches.Count > 1)
        {
            string numbers = string.Join(", ", matches.Select(static number => Text(number)));
            Report(
                "oneOf",
                "1",
                Text(matches.Count),
                $"The value matches {Text(matches.Count)} of the {Text(checks.Length)} alternatives (numbers {numbers}); it must match exactly one."
            );
        }
    }

    /// <summary>The schema <c>false</c>: no value is allowed.</summary>
    /// <param name="json">The JSON value.</param>
    public void Never(JsonElement json)
    {
        string actual = JsonText.Describe(json);
        Report("false", "false", actual, $"No value is allowed here, but this is {actual}. Remove it.");
    }

    private void ReportNoMatch(string keyword, JsonElement json, ReadOnlySpan<KlingJsonCheck> checks)
    {
        IReadOnlyList<KlingViolation> nearest = [];
        int number = 0;
        for (int i = 0; i < checks.Length; i++)
        {
            var alternative = default(KlingValidation);
            checks[i](json, ref alternative);
            if (number == 0 || Distance(alternative.Violations).CompareTo(Distance(nearest)) < 0)
            {
                (nearest, number) = (alternative.Violations, i + 1);
            }
        }

        Report(
            keyword,
            "1",
            "0",
            checks.Length == 1
                ? $"The value does not match the only alternative: {nearest[0]}"
                : $"The value matches none of the {Text(checks.Length)} alternatives. The nearest is number {Text(number)}: {nearest[0]}"
        );
    }

    /// <summary>
    /// An alternative for another type, or for another constant in a property, is farther away than one with many small problems.
    /// </summary>
    private static (bool OtherType, bool OtherKind, int Problems) Distance(IReadOnlyList<KlingViolation> violations) =>
        (
            violations.Any(static violation => violation is { Path: "", Keyword: "type" }),
            violations.Any(static violation => violation.Keyword is "const"),
            violations.Count
        );
}
