namespace Kling.Cli.Tests;

/// <summary>The verdict about requests agrees with two judges of JSON.</summary>
public sealed class BreakingAgreementTests
{
    public static TheoryData<string> Schemas =>
        [ComparedModels.Limits, ComparedModels.Nested, TwoVersions.Old, .. Shipped()];

    [Theory]
    [MemberData(nameof(Schemas))]
    public void No_valid_request_is_refused_after_a_change_that_is_called_compatible(string schema)
    {
        var agreement = new BreakingAgreement(seed: 14);

        agreement.Try(schema, mutations: 40, requests: 120);

        Assert.True(agreement.Contradictions is [], string.Join("\n\n", agreement.Contradictions.Take(3)));
        Assert.True(agreement.Compatible > 0 && agreement.ValidRequests > 100);
        Assert.True(agreement.BreakingShown > 0);
        TestContext.Current.TestOutputHelper?.WriteLine($"compatible {agreement.Compatible}, breaking and shown {agreement.BreakingShown}, breaking and not shown {agreement.BreakingNotShown}, no model {agreement.Unreadable}, valid requests {agreement.ValidRequests}");
    }

    private static IEnumerable<string> Shipped() =>
        Cli.Shipped.Select(static model => model.Slug).Order(StringComparer.Ordinal).Where(static (_, index) => index % 6 == 0)
            .Select(static slug => File.ReadAllText(Path.Combine(Cli.RepositoryRoot, "schemas", slug + ".json")));
}
