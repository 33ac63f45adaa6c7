namespace Kling.SourceGenerator.Tests.Suite;

/// <summary>The checked-in counts, one row per file of the suite.</summary>
internal static class SuiteTable
{
    /// <summary>The environment variable that has the table written anew: <c>KLING_WRITE_SUITE_RESULTS=1</c>.</summary>
    public const string Switch = "KLING_WRITE_SUITE_RESULTS";

    private static readonly string Place = Path.Combine(Checkout.Tests, "Suite", "RESULTS.md");

    public static IReadOnlyList<SuiteCount> Read() => [.. File.ReadAllLines(Place).Select(SuiteCount.FromRow).OfType<SuiteCount>()];

    public static void Write(IReadOnlyList<SuiteCount> counts)
    {
        string[] rows = [.. counts.Select(static count => count.ToRow())];
        var sum = new SuiteCount("all", counts.Sum(static count => count.Pass), counts.Sum(static count => count.Fail), counts.Sum(static count => count.Exempt), "");
        File.WriteAllText(Place, $"""
            # The JSON Schema test suite (2020-12) against generated code

            Every group's schema is generated as the schema of one parameter, compiled, and asked through `KlingModel.TryParse`. A case passes if
            the verdict is the suite's. A test keeps `pass` from falling, and `fail` and `exempt` from rising. To write the table anew:

            ```
            {Switch}=1 dotnet test --project tests/Kling.SourceGenerator.Tests
            ```

            Exempt are groups that need other documents, base addresses or vocabularies. The last column names what they need, and behind
            `not enforced` the keywords of failing groups that the generator says it does not enforce.

            | file | pass | fail | exempt | reasons |
            |---|---:|---:|---:|---|
            {string.Join("\n", rows)}
            {sum.ToRow()}

            """.ReplaceLineEndings("\n"));
    }
}
