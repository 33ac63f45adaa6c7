using System.Text.Json;

namespace Kling.Cli.Tests;

/// <summary><c>--untyped</c>: a model that no schema describes.</summary>
public sealed class UntypedTests
{
    private const string Slug = "acme-unheard-of";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("run", Slug, "--untyped", "--input", "body.json", "--emulator", "--time-scale", "1000", "-o", "x.mp4")]
    [InlineData("run", "--untyped", Slug, "--input", "body.json", "--emulator", "--time-scale", "1000", "-o", "x.mp4")]
    public async Task A_request_of_any_model_runs_without_a_schema(params string[] args)
    {
        using var cli = new Cli();
        _ = cli.Write("body.json", """{"first": 1, "second": ["x"]}""");

        CliResult result = await cli.RunAsync(args);

        Assert.True(result.ExitCode == ExitCodes.Ok, result.ToString());
        Assert.True(File.Exists(Path.Combine(cli.Folder, "x.mp4")));
        Assert.DoesNotContain("has no parameter", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_body_of_a_built_in_model_is_not_validated_and_its_cost_is_not_known()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        string slug = Cli.Shipped[0].Slug;
        _ = cli.Write("body.json", """{"anything": {"at": "all"}}""");

        CliResult typed = await cli.RunAsync("submit", slug, "--input", "body.json", "--yes");
        CliResult result = await cli.RunAsync("submit", slug, "--untyped", "--input", "body.json");

        Assert.Equal(ExitCodes.InvalidRequest, typed.ExitCode);
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains($"1 job of '{slug}' at Segmind will be billed; the cost is not known.", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, cli.Wire.Requests);
    }

    [Theory]
    [InlineData("../up")]
    [InlineData("a b")]
    [InlineData("a/b")]
    public async Task A_slug_that_no_model_can_have_is_refused(string slug)
    {
        using var cli = new Cli { ApiKey = Cli.Key };

        CliResult result = await cli.RunAsync("run", slug, "--untyped", "--yes");

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains("cannot be the slug of a model", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(0, cli.Wire.Requests);
    }

    [Fact]
    public async Task The_emulator_serves_models_without_a_schema()
    {
        await using ServedEmulator served = await ServedEmulator.StartAsync("--untyped", Slug, "--time-scale", "100000", "--untyped", "acme-other");
        using KlingClient client = served.Connect();
        JsonElement body = JsonElement.Parse("""{"first": 1}""");

        _ = await client.SubmitAsync(Slug, body, Token);
        _ = await client.SubmitAsync("acme-other", body, Token);

        KlingApiException typed = await Assert.ThrowsAsync<KlingApiException>(() => client.SubmitAsync(Cli.Shipped[0].Slug, body, Token));
        Assert.Equal(KlingErrorKind.BadRequest, typed.Kind);
    }

    [Fact]
    public async Task Commands_that_describe_a_model_do_not_take_the_option()
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("models", Slug, "--untyped");

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
    }

    [Fact]
    public async Task An_unknown_model_is_an_error_that_mentions_the_option()
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("run", Slug, "--input", "body.json");

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains($"'kling run {Slug} --untyped --input <file>'", result.Error, StringComparison.Ordinal);
    }
}
