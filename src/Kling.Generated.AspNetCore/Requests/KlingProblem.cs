namespace Kling;

/// <summary>Violations as a validation problem of ASP.NET Core.</summary>
internal static class KlingProblem
{
    public const string Title = "The request violates the schema of its model.";

    /// <summary>The messages by JSON Pointer, as ASP.NET Core's own validation groups them by property.</summary>
    public static Dictionary<string, string[]> Errors(IReadOnlyList<KlingViolation> violations) =>
        violations
            .GroupBy(static violation => violation.Path, StringComparer.Ordinal)
            .ToDictionary(
                static group => group.Key,
                static group => group.Select(static violation => violation.Message).ToArray(),
                StringComparer.Ordinal
            );
}
