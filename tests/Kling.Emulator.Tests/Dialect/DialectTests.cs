namespace Kling.Emulator.Tests.Dialect;

/// <summary>The dialect's schema refuses what it says it refuses, rule by rule, and takes every shipped file.</summary>
public sealed class DialectTests
{
    public static TheoryData<string> ModelFiles => [.. SchemaFolder.ModelFiles];

    public static TheoryData<string, string, string> Rejections =>
        [.. DialectRejections.All.Select(static rejection => (rejection.Rule, rejection.Error, rejection.Text))];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(ModelFiles))]
    public async Task Every_model_file_follows_the_dialect(string file) =>
        Assert.Empty(await SchemaErrors.Find(SchemaFolder.Read(SchemaFolder.DialectFile), SchemaFolder.Read(file), Cancellation));

    [Theory]
    [MemberData(nameof(ModelFiles))]
    public void Every_model_file_points_the_editor_to_the_dialect(string file) =>
        Assert.Contains($"\"$schema\": \"./{SchemaFolder.DialectFile}\"", SchemaFolder.Read(file), StringComparison.Ordinal);

    // The errors that go away with the rule are the rule's own. NJsonSchema counts required members of what is no object
    // too, so a text that should have been an object keeps an error of another rule.
    [Theory]
    [MemberData(nameof(Rejections))]
    public async Task A_text_that_breaks_a_rule_is_refused_because_of_that_rule(string rule, string error, string text)
    {
        IReadOnlyList<string> errors = await SchemaErrors.Find(SchemaFolder.Read(SchemaFolder.DialectFile), text, Cancellation);
        IReadOnlyList<string> errorsWithoutTheRule = await SchemaErrors.Find(DialectRules.Without(rule), text, Cancellation);

        Assert.Equal(error, string.Join("; ", errors.Except(errorsWithoutTheRule)));
    }

    [Fact]
    public void Every_rule_of_the_dialect_is_proven_by_a_refused_text() =>
        Assert.Equal(
            DialectRules.All.Order(StringComparer.Ordinal),
            DialectRejections.All.Select(static rejection => rejection.Rule).Order(StringComparer.Ordinal));
}
