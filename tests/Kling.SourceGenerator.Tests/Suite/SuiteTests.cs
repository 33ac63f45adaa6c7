using System.Text.Json;

namespace Kling.SourceGenerator.Tests.Suite;

/// <summary>The public JSON Schema test suite, read from beside the checkout.</summary>
public sealed class SuiteTests(SuiteRun run) : IClassFixture<SuiteRun>
{
    /// <summary>The files of the keywords that are enforced: nothing in them may fail.</summary>
    public static TheoryData<string> Enforced =>
    [
        "type", "enum", "const", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
        "minLength", "maxLength", "pattern", "minItems", "maxItems", "uniqueItems", "required", "properties", "items", "prefixItems",
        "additionalProperties", "patternProperties", "propertyNames", "minProperties", "maxProperties", "dependentRequired",
        "default", "defs", "ref", "allOf", "anyOf", "oneOf",
    ];

    [Theory]
    [MemberData(nameof(Enforced))]
    public void Every_case_of_an_enforced_keyword_passes(string file)
    {
        SkipWithoutSuite();
        Assert.Contains(SuiteGroup.All, group => group.File == file);
        Assert.DoesNotContain(run.Failed, test => test.File == file);
    }

    [Fact]
    public void No_file_of_the_suite_has_more_failures_than_its_row_in_the_table()
    {
        SkipWithoutSuite();
        SuiteCount[] counts = [.. SuiteGroup.All.GroupBy(static group => group.File).Select(Count)];
        if (Environment.GetEnvironmentVariable(SuiteTable.Switch) == "1")
        {
            SuiteTable.Write(counts);
        }

        var rows = SuiteTable.Read().ToDictionary(static row => row.File, StringComparer.Ordinal);
        Assert.All(counts, count =>
        {
            Assert.True(rows.TryGetValue(count.File, out SuiteCount? row), $"{count.File} has no row; write the table anew with {SuiteTable.Switch}=1.");
            Assert.True(count.Pass >= row.Pass && count.Fail <= row.Fail && count.Exempt <= row.Exempt, $"The row is {row.ToRow()}, this run {count.ToRow()}.");
        });
    }

    [Fact]
    public void Valid_values_of_the_suite_validate_and_survive_a_round_trip()
    {
        SkipWithoutSuite();
        Assert.All(SuiteRun.Cases.Where(test => test.IsValid && !run.Failed.Contains(test)), test =>
        {
            Assert.True(run.TryParse(test, out IKlingRequest? request));
            Assert.Empty(request!.Validate());
            using var stream = new MemoryStream();
            using (var writer = new Utf8JsonWriter(stream))
            {
                request.WriteTo(writer);
            }

            using var written = JsonDocument.Parse(stream.ToArray());
            using var given = JsonDocument.Parse(test.Json);
            Assert.True(JsonElement.DeepEquals(given.RootElement, written.RootElement), $"{test} came back as {written.RootElement.GetRawText()}.");
        });
    }

    private static void SkipWithoutSuite() =>
        Assert.SkipUnless(
            SuiteGroup.AreHere,
            "The JSON Schema test suite is not beside this checkout. It belongs to the maintainers' workspace and is not needed to work on the project.");

    private SuiteCount Count(IGrouping<string, SuiteGroup> file)
    {
        int exempt = file.Where(static group => group.Exemption is not null).Sum(static group => group.Cases.Count);
        SuiteCase[] failed = [.. run.Failed.Where(test => test.File == file.Key)];
        string[] keywords = [.. failed.SelectMany(test => run.NotEnforced[test.Slug]).Distinct().Order(StringComparer.Ordinal)];
        string[] exemptions = [.. file.Select(static group => group.Exemption).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        string reasons = string.Join("; ", ((string[])[string.Join(", ", exemptions), keywords.Length > 0 ? "not enforced: " + string.Join(", ", keywords) : ""]).Where(static part => part.Length > 0));
        return new SuiteCount(file.Key, file.Sum(static group => group.Cases.Count) - failed.Length - exempt, failed.Length, exempt, reasons);
    }
}
