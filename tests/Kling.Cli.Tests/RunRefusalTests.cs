using Kling.Models;

namespace Kling.Cli.Tests;

public sealed class RunRefusalTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(Cli.Key)]
    public async Task A_value_over_its_limit_is_named_before_anything_is_sent(string? key)
    {
        using var cli = new Cli { ApiKey = key };

        CliResult result = await cli.RunAsync("run", "kling-o3-text2video", "--prompt", "x", "--cfg-scale", "1.5", "--yes");

        Assert.Equal(ExitCodes.InvalidRequest, result.ExitCode);
        Assert.Equal("error: the request for 'kling-o3-text2video' is not valid (1 violation); nothing was sent", result.ErrorLines[0]);
        Assert.StartsWith("  /cfg_scale: 1.5 ", result.ErrorLines[1], StringComparison.Ordinal);
        Assert.Contains("maximum of 1", result.ErrorLines[1], StringComparison.Ordinal);
        Assert.Equal(2, result.ErrorLines.Length);
        Assert.Equal("", result.Out);
        Assert.Equal(0, cli.Wire.Requests);
    }

    [Fact]
    public async Task Every_violation_is_listed_with_its_JSON_Pointer()
    {
        using var cli = new Cli { ApiKey = Cli.Key };

        CliResult result = await cli.RunAsync(
            "run", "kling-3-pro-image2video", "--cfg-scale", "abc", "--generate-audio", "maybe", "--duration", "2", "--multi-prompt", "[{}]", "--yes");

        Assert.Equal(ExitCodes.InvalidRequest, result.ExitCode);
        foreach (string place in (string[])["/prompt", "/start_image_url", "/cfg_scale", "/generate_audio", "/duration", "/multi_prompt/0/prompt"])
        {
            Assert.Contains(result.ErrorLines, line => line.StartsWith($"  {place}: ", StringComparison.Ordinal));
        }

        Assert.Equal(0, cli.Wire.Requests);
    }

    [Fact]
    public async Task Text_instead_of_a_number_is_a_violation_that_names_the_type()
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("run", "kling-o3-text2video", "--prompt", "x", "--cfg-scale", "abc");

        Assert.Equal(ExitCodes.InvalidRequest, result.ExitCode);
        Assert.Contains(result.ErrorLines, static line =>
            line.StartsWith("  /cfg_scale: ", StringComparison.Ordinal) && line.Contains("number", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("run", "--prompt", "x")]
    [InlineData("run", "--prompt", "x", "--emulator")]
    public async Task Options_without_a_model_are_an_error_that_says_what_is_missing(params string[] args)
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync(args);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Equal("error: name the model before its options: 'kling run <slug> --prompt …'; 'kling models' lists them", result.ErrorLines[0]);
    }

    [Fact]
    public async Task An_option_before_the_model_is_an_error_that_says_where_to_write_it()
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("run", "--prompt", "x", "kling-o3-text2video", "--emulator");

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Equal("error: '--prompt' is an option of 'kling run kling-o3-text2video' and must follow it: 'kling run kling-o3-text2video --prompt …'", result.ErrorLines[0]);
    }

    [Fact]
    public async Task An_unknown_model_is_an_error_that_names_the_nearest_model()
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("run", "kling-o3-tex2video", "--prompt", "x");

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Equal("error: there is no model 'kling-o3-tex2video'. Did you mean 'kling-o3-text2video'? 'kling models' lists all.", result.ErrorLines[0]);
    }

    [Theory]
    [InlineData("kling-hug", "")]
    [InlineData("kling-kiss", "")]
    [InlineData("kling-v2", " Did you mean 'kling-2'?")]
    [InlineData("kling-o1-text2video", " Did you mean 'kling-o3-text2video'?")]
    [InlineData("kling-3-pro-img2video", " Did you mean 'kling-3-pro-image2video'?")]
    [InlineData("klign-o3-text2video", " Did you mean 'kling-o3-text2video'?")]
    public void A_suggestion_is_near_in_the_words_that_differ(string slug, string expected) =>
        Assert.Equal(expected, Suggestion.For(slug, KlingModels.All.Select(static model => model.Slug)));

    [Theory]
    [InlineData("--cfg-scal", "0.5", "has no option '--cfg-scal'. Did you mean '--cfg-scale'?")]
    [InlineData("--promt=x", null, "has no option '--promt'. Did you mean '--prompt'?")]
    [InlineData("--set", "promt=x", "has no parameter 'promt'. Did you mean 'prompt'?")]
    [InlineData("--set", "prompt", "--set must be name=value")]
    [InlineData("--cfg-scale", null, "'--cfg-scale'")]
    [InlineData("stray", null, "unexpected 'stray'")]
    [InlineData("--timeout", "-1", "--timeout must be a number from 0 to 86400")]
    [InlineData("--time-scale", "1,5", "--time-scale must be a number")]
    [InlineData("--input", "missing.json", "missing.json cannot be read")]
    public async Task A_mistake_in_the_command_line_is_reported_in_one_line(string first, string? second, string expected)
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        string[] args = ["run", "kling-o3-text2video", "--yes", first, .. second is null ? Array.Empty<string>() : [second]];

        CliResult result = await cli.RunAsync(args);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains(expected, result.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal(0, cli.Wire.Requests);
    }

    [Theory]
    [InlineData("--prompt", "a", "--prompt", "b")]
    [InlineData("--prompt", "a", "--set", "prompt=b")]
    [InlineData("--set", "prompt=a", "--set", "prompt=b")]
    public async Task A_parameter_given_twice_is_an_error(params string[] options)
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync(["run", "kling-o3-text2video", .. options]);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains("prompt", result.ErrorLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_objects_must_be_JSON()
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("run", "kling-o3-text2video", "--prompt", "x", "--multi-prompt", "{\"prompt\"");

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains("--multi-prompt must be JSON", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"prompt\": \"x\",\n  oops}", "body.json(2,3): not JSON")]
    [InlineData("{\"prompt\": \"x\", \"prompt\": \"y\"}", "body.json(1,")]
    [InlineData("[1]", "--input: the request must be a JSON object")]
    public async Task An_invalid_input_file_is_reported_with_line_and_column(string text, string expected)
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("run", "kling-o3-text2video", "--input", cli.Write("body.json", text));

        Assert.Equal(ExitCodes.InvalidRequest, result.ExitCode);
        Assert.Contains(expected, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_without_a_key_says_where_to_set_it_and_what_works_without_it()
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("run", "kling-o3-text2video", "--prompt", "x");

        Assert.Equal(ExitCodes.NoAccess, result.ExitCode);
        Assert.Contains("SEGMIND_API_KEY", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("--emulator", result.Error, StringComparison.Ordinal);

        CliResult local = await cli.RunAsync("run", "kling-o3-text2video", "--prompt", "x", "--base-address", "http://127.0.0.1:5080");

        Assert.Equal(
            "error: there is no API key. Set the environment variable SEGMIND_API_KEY. An emulator accepts any key of SG_ and 16 hexadecimal digits.",
            Assert.Single(local.ErrorLines));
    }

    [Theory]
    [InlineData("ftp://example.com")]
    [InlineData("http://example.com")]
    [InlineData("nowhere")]
    public async Task A_base_address_that_the_key_must_not_go_to_is_refused(string address)
    {
        using var cli = new Cli { ApiKey = Cli.Key };

        CliResult result = await cli.RunAsync("run", "kling-o3-text2video", "--prompt", "x", "--yes", "--base-address", address);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains(address, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(0, cli.Wire.Requests);
    }

    [Fact]
    public async Task Nothing_is_submitted_if_the_result_cannot_be_saved()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        _ = Directory.CreateDirectory(Path.Combine(cli.Folder, "folder"));
        _ = cli.Write("file", "");

        CliResult folder = await cli.RunAsync("run", "kling-o3-text2video", "--prompt", "x", "--yes", "-o", "folder");
        CliResult file = await cli.RunAsync("run", "kling-o3-text2video", "--prompt", "x", "--yes", "-o", "file/video.mp4");

        Assert.Equal((ExitCodes.Usage, ExitCodes.Usage), (folder.ExitCode, file.ExitCode));
        Assert.StartsWith("error: -o: ", folder.Error, StringComparison.Ordinal);
        Assert.StartsWith("error: -o: ", file.Error, StringComparison.Ordinal);
        Assert.Equal(0, cli.Wire.Requests);
    }

    [Fact]
    public async Task A_job_of_the_emulator_does_not_outlive_the_command()
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("run", "kling-o3-text2video", "--prompt", "x", "--emulator", "--time-scale", "1", "--timeout", "0");

        Assert.Equal(ExitCodes.TimedOut, result.ExitCode);
        Assert.EndsWith("The emulator and its jobs end with this command.", result.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("modls", "Did you mean 'models'?")]
    [InlineData("--jsn", "Did you mean '--json'?")]
    public async Task An_unknown_command_or_option_is_an_error_that_names_the_nearest(string word, string expected)
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync(word);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains(expected, result.ErrorLines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name a command: demo, models, run, estimate, validate, upload, credits, submit, status, wait, jobs, history, new, import, diff, sync, breaking, studio")]
    [InlineData("name a model", "run")]
    public async Task A_command_line_that_ends_too_early_says_what_is_missing(string expected, params string[] args)
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync(args);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains(expected, result.ErrorLines[0], StringComparison.Ordinal);
    }
}
