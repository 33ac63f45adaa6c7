namespace Kling.CodeFixes.Tests.Fixes;

// The key is made up; it looks like a real one because that is what the rule looks at.
public sealed class ReadKeyFromEnvironmentFixTests
{
    [Theory]
    [InlineData("_ = new KlingClient(\"SG_3f9a07c1e58b24d6\");", "_ = new KlingClient();")]
    [InlineData(
        "_ = new KlingClient(\"SG_3f9a07c1e58b24d6\", new KlingClientOptions());",
        "_ = new KlingClient(Environment.GetEnvironmentVariable(\"SEGMIND_API_KEY\") ?? throw new InvalidOperationException(\"Set SEGMIND_API_KEY to your API key.\"), new KlingClientOptions());")]
    [InlineData(
        "_ = new KlingClientOptions { ApiKey = /* mine */ \"SG_3f9a07c1e58b24d6\" };",
        "_ = new KlingClientOptions { ApiKey = /* mine */ Environment.GetEnvironmentVariable(\"SEGMIND_API_KEY\") };")]
    [InlineData(
        "_ = new KlingClientOptions { ApiKey = Environment.GetEnvironmentVariable(\"KEY\") ?? \"SG_3f9a07c1e58b24d6\" };",
        "_ = new KlingClientOptions { ApiKey = Environment.GetEnvironmentVariable(\"KEY\") ?? Environment.GetEnvironmentVariable(\"SEGMIND_API_KEY\") };")]
    [InlineData(
        "_ = new KlingClient(\"SG_3f9a07c1e58b24d6\");\nnew KlingClientOptions().ApiKey = \"SG_3f9a07c1e58b24d6\";",
        "_ = new KlingClient();\nnew KlingClientOptions().ApiKey = Environment.GetEnvironmentVariable(\"SEGMIND_API_KEY\");")]
    [InlineData(
        "string key = \"SG_3f9a07c1e58b24d6\"; // mine\n_ = new KlingClient(key);",
        "string key = Environment.GetEnvironmentVariable(\"SEGMIND_API_KEY\") ?? throw new InvalidOperationException(\"Set SEGMIND_API_KEY to your API key.\"); // mine\n_ = new KlingClient(key);")]
    [InlineData(
        "_ = new KlingClient(\n    options: new KlingClientOptions(),\n    apiKey: \"SG_3f9a07c1e58b24d6\"); // last",
        "_ = new KlingClient(\n    options: new KlingClientOptions(),\n    apiKey: Environment.GetEnvironmentVariable(\"SEGMIND_API_KEY\") ?? throw new InvalidOperationException(\"Set SEGMIND_API_KEY to your API key.\")); // last")]
    [InlineData(
        "_ = new KlingClientOptions\n{\n    ApiKey = \"SG_3f9a07c1e58b24d6\", // mine\n    SubmitTimeout = TimeSpan.FromMinutes(1),\n};",
        "_ = new KlingClientOptions\n{\n    ApiKey = Environment.GetEnvironmentVariable(\"SEGMIND_API_KEY\"), // mine\n    SubmitTimeout = TimeSpan.FromMinutes(1),\n};")]
    public Task The_key_is_read_from_the_environment(string before, string after) => FixTest.AssertFixesAsync(
        new ReadKeyFromEnvironmentFix(), "Read the key from SEGMIND_API_KEY", FixTest.InMethod(before), FixTest.InMethod(after));

    [Fact]
    public Task A_file_without_usings_names_the_namespace() => FixTest.AssertFixesAsync(
        new ReadKeyFromEnvironmentFix(),
        "Read the key from SEGMIND_API_KEY",
        """
        internal sealed class Mine() : Kling.KlingClient("SG_3f9a07c1e58b24d6", null);
        """,
        """
        internal sealed class Mine() : Kling.KlingClient(System.Environment.GetEnvironmentVariable("SEGMIND_API_KEY") ?? throw new System.InvalidOperationException("Set SEGMIND_API_KEY to your API key."), null);
        """);

    [Theory]
    [InlineData("const string key = \"SG_3f9a07c1e58b24d6\"; _ = new KlingClient(key);")]
    public Task Where_only_a_constant_can_stand_nothing_is_offered(string statements) =>
        FixTest.AssertNotFixedAsync(new ReadKeyFromEnvironmentFix(), FixTest.InMethod(statements));
}
