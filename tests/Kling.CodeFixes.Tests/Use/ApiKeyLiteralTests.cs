namespace Kling.CodeFixes.Tests.Use;

// The keys here are made up; they look like real ones because that is what the rule looks at.
public sealed class ApiKeyLiteralTests
{
    [Theory]
    [InlineData("_ = new KlingClient([|\"SG_3f9a07c1e58b24d6\"|]);")]
    [InlineData("_ = new KlingClient([|\" SG_3F9A07C1E58B24D6 \"|]);")]
    [InlineData("_ = new KlingClient([|\"SG_a1b2c3d4e5f60718\"|]);")]
    [InlineData("_ = new KlingClient([|\"SG_71ac0de94b8f6325\"|]);")]
    [InlineData("_ = new KlingClient([|\"SG_deadbeefcafe0042\"|]);")]
    [InlineData("KlingClient made = new([|\"SG_3f9a07c1e58b24d6\"|], new KlingClientOptions()); made.Dispose();")]
    [InlineData("_ = new KlingClient(options: null, apiKey: [|\"SG_3f9a07c1e58b24d6\"|]);")]
    [InlineData("const string key = [|\"SG_3f9a07c1e58b24d6\"|]; _ = new KlingClient(key);")]
    [InlineData("string key = [|\"SG_\" + \"3f9a07c1e58b24d6\"|]; _ = new KlingClient(key, new KlingClientOptions());")]
    [InlineData("string apiKey; apiKey = [|\"SG_3f9a07c1e58b24d6\"|]; _ = new KlingClientOptions { ApiKey = apiKey };")]
    [InlineData("const string text = \"SG_3f9a07c1e58b24d6\"; _ = new KlingClient([|text|]);")]
    [InlineData("var (key, _) = (\"SG_3f9a07c1e58b24d6\", 1); _ = new KlingClient([|key|]);")]
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
    [InlineData("_ = new KlingClient(\"SG_9f3a9f3a9f3a9f3a\");")]
    [InlineData("_ = new KlingClient(\"SG_3f9a07c11c70a9f3\");")]
    [InlineData("_ = new KlingClient(\"SG_0f0f0f0f0f0f0f0f\");")]
    [InlineData("var options = new KlingClientOptions(); options.BaseAddress = new Uri(\"http://localhost:5080\"); options.ApiKey = \"SG_3f9a07c1e58b24d6\";")]
    [InlineData("_ = new KlingClientOptions { BaseAddress = new Uri(\"http://localhost:5080\"), ApiKey = \"SG_3f9a07c1e58b24d6\" };")]
    [InlineData("var texts = new Dictionary<string, string> { [\"id\"] = \"SG_3f9a07c1e58b24d6\" }; Console.WriteLine(texts.Count);")]
    [InlineData("var prefix = (\"Prefix\", \"SG_\"); Console.WriteLine(prefix);")]
    [InlineData("_ = new KlingClient(\"SG_3f9a07c1e58b24d\");")]
    [InlineData("_ = new KlingClient(\"SG_3f9a07c1e58b24dx\");")]
    [InlineData("_ = new KlingClientOptions { ApiKey = null };")]
    [InlineData("string text = \"SG_3f9a07c1e58b24d6\"; Console.WriteLine(text);")]
    public Task Text_that_is_not_a_key_is_not_reported(string statements) => FixTest.AssertReportsAsync("KLING202", FixTest.InMethod(statements));

    [Theory]
    [InlineData("Environment.SetEnvironmentVariable(\"SEGMIND_API_KEY\", [|\"SG_3f9a07c1e58b24d6\"|]);")]
    [InlineData("using var http = new System.Net.Http.HttpClient(); http.DefaultRequestHeaders.Add(\"x-api-key\", [|\"SG_3f9a07c1e58b24d6\"|]);")]
    [InlineData("var settings = new Dictionary<string, string?> { [\"Kling:ApiKey\"] = [|\"SG_3f9a07c1e58b24d6\"|] }; Console.WriteLine(settings.Count);")]
    [InlineData("var settings = new Dictionary<string, string?> { { \"Kling:ApiKey\", [|\"SG_3f9a07c1e58b24d6\"|] } }; Console.WriteLine(settings.Count);")]
    [InlineData("var pair = new KeyValuePair<string, string?>(\"Kling__ApiKey\", [|\"SG_\" + \"3f9a07c1e58b24d6\"|]); Console.WriteLine(pair);")]
    [InlineData("var pair = (\"Kling:ApiKey\", [|\"SG_3f9a07c1e58b24d6\"|]); Console.WriteLine(pair);")]
    [InlineData("var options = new { ApiKey = [|\"SG_3f9a07c1e58b24d6\"|] }; Console.WriteLine(options);")]
    [InlineData("Take([|\"SG_3f9a07c1e58b24d6\"|]);\nstatic void Take(string apiKey) => Console.WriteLine(apiKey);")]
    public Task A_key_is_reported_if_the_name_of_its_target_says_key(string statements) => FixTest.AssertReportsAsync("KLING202", FixTest.InMethod(statements));

    [Fact]
    public Task A_key_in_a_member_is_reported_there_and_not_again_where_it_is_used() => FixTest.AssertReportsAsync(
        "KLING202",
        """
        internal static class Settings
        {
            public const string ApiKey = [|"SG_3f9a07c1e58b24d6"|];

            private static readonly string SegmindKey = System.Environment.GetEnvironmentVariable("KEY") ?? [|"SG_3f9a07c1e58b24d6"|];

            private const string Id = "SG_3f9a07c1e58b24d6";

            private static readonly string Production = [|"SG_3f9a07c1e58b24d6"|];

            public static string Secret { get; set; } = [|"SG_3f9a07c1e58b24d6"|];

            public static string Token => [|"SG_3f9a07c1e58b24d6"|];

            public static Kling.KlingClient Make(string apiKey = [|"SG_3f9a07c1e58b24d6"|]) => new(ApiKey ?? SegmindKey ?? apiKey ?? Production ?? [|Id.ToString()|]);
        }
        """);

    [Fact]
    public Task A_derived_client_that_hands_a_key_to_its_base_is_reported() => FixTest.AssertReportsAsync(
        "KLING202",
        """
        internal sealed class Mine() : Kling.KlingClient([|"SG_3f9a07c1e58b24d6"|]);
        """);
}
