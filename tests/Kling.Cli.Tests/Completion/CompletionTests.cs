namespace Kling.Cli.Tests;

public sealed class CompletionTests
{
    private const string Slug = "kling-o3-text2video";

    [Theory]
    [InlineData("kling val", "validate")]
    [InlineData("kling --js", "--json")]
    [InlineData("kling --json val", "validate")]
    [InlineData("kling jobs pa", "pause")]
    [InlineData("/opt/kling/kling jobs resu", "resume")]
    [InlineData("kling run kling-o3-text", Slug)]
    [InlineData("kling jobs add kling-o3-text", Slug)]
    [InlineData("kling models kling-o3-text", Slug)]
    [InlineData("kling validate kling-o3-text", Slug)]
    [InlineData("kling history --model kling-o3-text", Slug)]
    [InlineData("kling history --status f", "failed")]
    [InlineData("kling jobs list --state sub", "submitting", "submitted")]
    [InlineData("kling completion ", "bash", "zsh", "fish", "pwsh")]
    [InlineData("kling run kling-o3-text2video --dur", "--duration")]
    [InlineData("kling run kling-o3-text2video --aspect_", "--aspect_ratio")]
    [InlineData("kling run kling-o3-text2video --aspect-ratio ", "16:9", "9:16", "1:1")]
    [InlineData("kling run kling-o3-text2video --aspect-ratio 1", "16:9", "1:1")]
    [InlineData("kling run kling-o3-text2video --aspect-ratio=1", "--aspect-ratio=16:9", "--aspect-ratio=1:1")]
    [InlineData("kling run kling-o3-text2video --generate-audio f", "false")]
    [InlineData("kling run kling-o3-text2video --set generate_audio=", "generate_audio=true", "generate_audio=false")]
    [InlineData("kling run kling-o3-text2video --prompt 'An \"eagle\" --mode' --mo", "--mode")]
    [InlineData("kling run kling-o3-text2video --prompt \"An \\\"eagle\\\"\" --mo", "--mode")]
    [InlineData("kling run kling-o3-text2video --mode pro --mo")]
    [InlineData("kling run kling-o3-text2video --prompt ")]
    [InlineData("kling run kling-o3-text2video --prompt kling")]
    [InlineData("kling run other-model --untyped --inp", "--input")]
    [InlineData("kling run other-model --", "--untyped", "--help", "--schemas", "--json")]
    [InlineData("kling new kling")]
    [InlineData("kling upload ", ":file")]
    [InlineData("kling upload some", ":file")]
    [InlineData("kling validate kling-o3-text2video ", ":file")]
    [InlineData("kling breaking old.json ", ":file")]
    [InlineData("kling run kling-o3-text2video --input ", ":file")]
    [InlineData("kling run kling-o3-text2video --input=", ":file")]
    [InlineData("kling sync --catalogue ", ":file")]
    [InlineData("kling --schemas ", ":folder")]
    [InlineData("kling --schemas missing models kling-o3-text")]
    public async Task The_end_of_a_line_is_completed(string line, params string[] expected)
    {
        Assert.Equal(expected, await CompleteAsync(line));
    }

    [Fact]
    public async Task A_model_offers_its_parameters_and_the_options_that_are_not_given_yet()
    {
        string[] values = await CompleteAsync($"kling run {Slug} --yes -o x.mp4 --prompt x ");

        Assert.Contains("--duration", values);
        Assert.Contains("--emulator", values);
        Assert.DoesNotContain(values, static value => value is "--prompt" or "--output" or "--yes" or "-y" or "--aspect_ratio");
    }

    [Fact]
    public async Task The_models_of_a_folder_are_completed_with_their_parameters()
    {
        using var cli = new Cli();
        _ = cli.Write($"mine/{TestSchema.Slug}.json", TestSchema.Json);

        Assert.Equal([TestSchema.Slug], await CompleteAsync($"kling --schemas mine run {TestSchema.Slug[..^2]}", cli));
        Assert.Equal(["--whole-number"], await CompleteAsync($"kling run {TestSchema.Slug} --schemas mine --whole", cli));
        Assert.Empty(await CompleteAsync($"kling run {TestSchema.Slug} --whole", cli));
    }

    [Fact]
    public async Task Only_what_stands_before_the_cursor_counts()
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("[suggest:9]", "kling val kling-o3-text2video");

        Assert.Equal("validate\tChecks a request body against its model's schema\n", result.Out);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task The_script_of_a_shell_says_how_to_load_it_and_calls_kling(string shell)
    {
        using var cli = new Cli();

        CliResult text = await cli.RunAsync("completion", shell);
        CliResult json = await cli.RunAsync("completion", shell, "--json");

        Assert.Equal((ExitCodes.Ok, ""), (text.ExitCode, text.Error));
        Assert.Contains($"kling completion {shell}", text.Out, StringComparison.Ordinal);
        Assert.Contains("kling \"[suggest:", text.Out, StringComparison.Ordinal);
        Assert.Equal((shell, text.Out), (json.Json().GetProperty("shell").GetString(), json.Json().GetProperty("script").GetString()));
    }

    [Theory]
    [InlineData("tcsh")]
    [InlineData()]
    public async Task An_unknown_shell_is_an_error(params string[] shell)
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync(["completion", .. shell]);

        Assert.Equal((ExitCodes.Usage, ""), (result.ExitCode, result.Out));
    }

    private static async Task<string[]> CompleteAsync(string line, Cli? cli = null)
    {
        using Cli? own = cli is null ? new Cli() : null;
        CliResult result = await (cli ?? own!).RunAsync($"[suggest:{line.Length}]", line);
        Assert.Equal("", result.Error);
        return [.. result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static item => item.Split('\t')[0])];
    }
}
