namespace Kling.CodeFixes.Tests.Use;

// The keys here are made up; they look like real ones because that is what the rule looks at.
public sealed class ApiKeyLiteralTests
{
    [Theory]
    [InlineData("_ = new KlingClient([|\"SG_3f9a07c1e58b24d6\"|]);")]
    [InlineData("_ = new KlingClient([|\" SG_3F9A07C1E58B24D6 \"|]);")]
    [InlineData("KlingClient made = new([|\"SG_3f9a07c1e58b24d6\"|], new KlingClientOptions()); made.Dispose();")]
    [InlineData("_ = new KlingClient(options: null, apiKey: [|\"SG_3f9a07c1e58b24d6\"|]);")]
    [InlineData("const string key = \"SG_3f9a07c1e58b24d6\"; _ = new KlingClient([|key|]);")]
    [InlineData("_ = new KlingClient([|\"SG_\" + \"3f9a07c1e58b24d6\"|]);")]
    [InlineData("_ = new KlingClientOptions { ApiKey = [|\"SG_3f9a07c1e58b24d6\"|] };")]
    [InlineData("new KlingClientOptions().ApiKey = [|\"SG_3f9a07c1e58b24d6\"|];")]
    [InlineData("_ = new KlingClientOptions { ApiKey = Environment.GetEnvironmentVariable(\"KEY\") ?? [|\"SG_3f9a07c1e58b24d6\"|] };")]
    [InlineData("_ = new KlingClientOptions { ApiKey = job0 is null ? null : [|\"SG_3f9a07c1e58b24d6\"|] };")]
    [InlineData("var options = new KlingClientOptions(); options.ApiKey ??= [|\"SG_3f9a07c1e58b24d6\"|];")]
    public Task A_key_in_the_source_is_reported(string statements) => FixTest.AssertReportsAsync("KLING202", FixTest.InMethod(statements));

    [Theory]
    [InlineData("_ = new KlingClient(Environment.GetEnvironmentVariable(\"SEGMIND_API_KEY\")!);")]
    [InlineData("_ = new KlingClient(\"your-api-key\");")]
    [InlineData("_ = new KlingClient(\"SG_0000000000000000\");")]
    [InlineData("_ = new KlingClient(\"SG_0123456789abcdef\");")]
    [InlineData("_ = new KlingClient(\"SG_fedcba9876543210\");")]
    [InlineData("_ = new KlingClient(\"SG_00112233aabbccdd\");")]
    [InlineData("_ = new KlingClient(\"SG_3f9a07c1e58b24d\");")]
    [InlineData("_ = new KlingClient(\"SG_3f9a07c1e58b24dx\");")]
    [InlineData("_ = new KlingClientOptions { ApiKey = \"\" };")]
    [InlineData("_ = new KlingClientOptions { ApiKey = null };")]
    [InlineData("string text = \"SG_3f9a07c1e58b24d6\"; Console.WriteLine(text);")]
    public Task What_is_no_key_is_not(string statements) => FixTest.AssertReportsAsync("KLING202", FixTest.InMethod(statements));

    [Fact]
    public Task A_derived_client_that_hands_a_key_to_its_base_is_reported() => FixTest.AssertReportsAsync(
        "KLING202",
        """
        internal sealed class Mine() : Kling.KlingClient([|"SG_3f9a07c1e58b24d6"|]);
        """);
}
