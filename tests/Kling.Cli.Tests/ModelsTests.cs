using System.Globalization;
using System.Text.Json;

namespace Kling.Cli.Tests;

public sealed class ModelsTests
{
    [Fact]
    public async Task The_list_has_every_model_with_its_usual_time_and_cost()
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("models");

        Assert.Equal(ExitCodes.Ok, result.ExitCode);
        string[] lines = result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Cli.Shipped.Count + 1, lines.Length);
        Assert.Matches("^kling-o3-text2video +video +complete +153 s +about 2[.]34 USD, 0[.]63 to 5[.]25 USD [(]range[)] +Kling O3 Text-to-Video$", lines.Single(static line => line.StartsWith("kling-o3-text2video ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_model_is_shown_with_types_defaults_limits_and_allowed_values()
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("models", "kling-3-pro-image2video");

        string[] lines = result.Out.Split('\n');
        Assert.StartsWith("kling-3-pro-image2video: Kling 3.0 Pro Image-to-Video", lines[0], StringComparison.Ordinal);
        Assert.Contains("usual time 291 s, cost about 1.94 USD (average)", result.Out, StringComparison.Ordinal);
        Assert.Contains("status complete: ", result.Out, StringComparison.Ordinal);
        Assert.Contains(lines, static line => line.StartsWith("start_image_url ", StringComparison.Ordinal) && line.Contains("string (uri)", StringComparison.Ordinal) && line.Contains("required", StringComparison.Ordinal));
        Assert.Contains(lines, static line => line.StartsWith("cfg_scale ", StringComparison.Ordinal) && line.Contains("default 0.5", StringComparison.Ordinal) && line.Contains("minimum 0, maximum 1", StringComparison.Ordinal));
        Assert.Contains(lines, static line => line.StartsWith("aspect_ratio ", StringComparison.Ordinal) && line.Contains("\"16:9\", \"9:16\", \"1:1\"", StringComparison.Ordinal));
        Assert.Contains(lines, static line => line.StartsWith("multi_prompt[].prompt ", StringComparison.Ordinal) && line.Contains("maxLength 512", StringComparison.Ordinal));
        Assert.Contains(lines, static line => line.StartsWith("elements[].reference_image_urls ", StringComparison.Ordinal) && line.Contains("string[]", StringComparison.Ordinal) && line.Contains("maxItems 3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_parameter_of_every_model_is_in_the_JSON()
    {
        using var cli = new Cli();

        JsonElement all = (await cli.RunAsync("models", "--json")).Json();

        Assert.Equal(Cli.Shipped.Count, all.GetArrayLength());
        foreach ((KlingModel model, JsonElement json) in Cli.Shipped.Zip(all.EnumerateArray()))
        {
            Assert.Equal(model.Slug, json.GetProperty("slug").GetString());
            Assert.Equal(model.Status.ToString(), json.GetProperty("status").GetString(), ignoreCase: true);
            Assert.Equal(model.TypicalCost, json.GetProperty("typical_cost_usd").Deserialize<decimal?>());
            Assert.Equal(model.Cost.Highest, json.GetProperty("cost_usd").GetProperty("highest").Deserialize<decimal?>());
            Assert.Equal(model.TypicalDuration?.TotalSeconds, json.GetProperty("typical_seconds").Deserialize<double?>());
            Assert.Equal(
                model.Parameters.Select(static parameter => (parameter.Name, parameter.Type, parameter.IsRequired)),
                json.GetProperty("parameters").EnumerateArray().Select(static parameter =>
                    (parameter.GetProperty("name").GetString()!, parameter.GetProperty("type").GetString(), parameter.GetProperty("required").GetBoolean())));
        }
    }

    [Fact]
    public async Task One_model_is_one_JSON_object()
    {
        using var cli = new Cli();

        JsonElement json = (await cli.RunAsync("models", "kling-o1-image-to-video", "--json")).Json();

        JsonElement duration = json.GetProperty("parameters").EnumerateArray().Single(static parameter => parameter.GetProperty("name").GetString() == "duration");
        Assert.Equal("integer", duration.GetProperty("type").GetString());
        Assert.Equal(5, duration.GetProperty("default").GetInt32());
        Assert.Equal("[5,10]", JsonSerializer.Serialize(duration.GetProperty("allowed_values")));
    }

    [Fact]
    public async Task An_unknown_model_is_an_error_in_both_outputs()
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("models", "kling-o1-image-to-vidoe", "--json");

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains("Did you mean 'kling-o1-image-to-video'?", result.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Usage, result.Json().GetProperty("error").GetProperty("exit_code").GetInt32());
    }

    [Fact]
    public async Task Numbers_look_the_same_in_every_culture()
    {
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        using var cli = new Cli();

        CliResult models = await cli.RunAsync("models");
        CliResult run = await cli.RunAsync("run", "kling-o3-text2video", "--prompt", "x", "--cfg-scale", "0.5", "--emulator", "--time-scale", "1000.5");

        Assert.Contains("2.34 USD", models.Out, StringComparison.Ordinal);
        Assert.True(run.ExitCode == ExitCodes.Ok, run.ToString());
        Assert.Contains(", 2.34 USD", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replaced_model_is_shown_with_its_successor_and_what_differs_there()
    {
        using var cli = new Cli();
        _ = cli.Write("mine/acme-gone.json", """
            {
              "type": "object", "title": "Gone", "x-retired": true,
              "x-replaced-by": { "model": "acme-new", "parameters": { "image": "image_url", "cfg": null, "mode": { "values": { "std": "standard" } } } },
              "properties": { "image": {}, "cfg": {}, "mode": {} }
            }
            """);
        _ = cli.Write("mine/acme-late.json", """{ "type": "object", "title": "Late", "x-replaced-by": "acme-new", "properties": {} }""");

        CliResult list = await cli.RunAsync("models", "--schemas", "mine");
        CliResult card = await cli.RunAsync("models", "acme-gone", "--schemas", "mine");
        JsonElement gone = (await cli.RunAsync("models", "acme-gone", "--json", "--schemas", "mine")).Json().GetProperty("replaced_by");
        JsonElement shipped = (await cli.RunAsync("models", "kling-o3-text2video", "--json")).Json().GetProperty("replaced_by");

        Assert.Contains("Gone (retired, replaced by acme-new)", list.Out, StringComparison.Ordinal);
        Assert.Contains("Late (replaced by acme-new)", list.Out, StringComparison.Ordinal);
        Assert.Contains("replaced by acme-new: image becomes image_url, cfg has no counterpart, mode std becomes standard\n", card.Out, StringComparison.Ordinal);
        Assert.Equal(
            """{"slug":"acme-new","parameters":[{"name":"image","successor":"image_url","values":{}},{"name":"cfg","successor":null,"values":{}},{"name":"mode","successor":"mode","values":{"std":"standard"}}]}""",
            JsonSerializer.Serialize(gone));
        Assert.Equal(JsonValueKind.Null, shipped.ValueKind);
    }

    [Fact]
    public async Task Control_characters_in_a_schema_are_not_printed()
    {
        using var cli = new Cli();
        _ = cli.Write("mine/sly.json", """{"type": "object", "title": "[red]x\u001b[2J\nkling-fake", "description": "a\r\nb\u0007", "properties": {"x": {"type": "string", "format": "\\u001b[3J", "description": "\\u001b]0;"}}}""");

        CliResult list = await cli.RunAsync("models", "--schemas", "mine");
        CliResult card = await cli.RunAsync("models", "sly", "--schemas", "mine");
        CliResult help = await cli.RunAsync("run", "sly", "--help", "--schemas", "mine");

        Assert.Equal((ExitCodes.Ok, ExitCodes.Ok, ExitCodes.Ok), (list.ExitCode, card.ExitCode, help.ExitCode));
        Assert.Contains("[red]x", list.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(list.Out + card.Out + help.Out.ReplaceLineEndings("\n"), static sign => char.IsControl(sign) && sign != '\n');
    }
}
