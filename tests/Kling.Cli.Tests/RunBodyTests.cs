using System.Text.Json.Nodes;

namespace Kling.Cli.Tests;

public sealed class RunBodyTests
{
    [Theory]
    [InlineData("""{"text":"5"}""", "--text", "5")]
    [InlineData("""{"text":"true"}""", "--text=true")]
    [InlineData("""{"text":"@Element1 walks"}""", "--text", "@Element1 walks")]
    [InlineData("""{"text":"--json"}""", "--text=--json")]
    [InlineData("""{"text":"-1"}""", "--text", "-1")]
    [InlineData("""{"text":""}""", "--text", "")]
    [InlineData("""{"text":"a","whole_number":7}""", "--text", "a", "--whole-number", "7")]
    [InlineData("""{"text":"a","whole_number":7}""", "--text", "a", "--whole_number", "7")]
    [InlineData("""{"text":"a","number":-0.50}""", "--text", "a", "--number", "-0.50")]
    [InlineData("""{"text":"a","flag":true}""", "--text", "a", "--flag")]
    [InlineData("""{"text":"a","flag":false}""", "--text", "a", "--flag", "false")]
    [InlineData("""{"text":"a","words":["x, y","5"]}""", "--text", "a", "--words", "x, y", "--words", "5")]
    [InlineData("""{"text":"a","numbers":[1,2.5]}""", "--text", "a", "--numbers", "1", "--numbers", "2.5")]
    [InlineData("""{"text":"a","shots":[{"prompt":"x"},{"prompt":"y"}]}""", "--text", "a", "--shots", """[{"prompt":"x"},{"prompt":"y"}]""")]
    [InlineData("""{"text":"a","shots":[{"prompt":"x"},{"prompt":"y"}]}""", "--text", "a", "--shots", """{"prompt":"x"}""", "--shots", """{"prompt":"y"}""")]
    [InlineData("""{"text":"a","options":{"depth":3}}""", "--text", "a", "--options", """{"depth":3}""")]
    [InlineData("""{"text":"a","anything":[1,null]}""", "--text", "a", "--anything", "[1,null]")]
    [InlineData("""{"text":"a","anything":"free words"}""", "--text", "a", "--anything", "free words")]
    [InlineData("""{"text":"a","size":"5"}""", "--text", "a", "--size", "5")]
    [InlineData("""{"text":"a","size":10}""", "--text", "a", "--size", "10")]
    [InlineData("""{"text":"a","input":"i","json":false,"output":["o","p"]}""", "--text", "a", "--set", "input=i", "--set", "json=false", "--set", "output=o", "--set", "output=p")]
    [InlineData("""{"text":"a=b","whole_number":1}""", "--set", "text=a=b", "--set", "whole-number=1")]
    public async Task Options_become_the_body_by_the_types_of_their_parameters(string body, params string[] options)
    {
        using var cli = new Cli();

        Assert.Equal(body, await SentAsync(cli, options));
    }

    [Fact]
    public async Task Options_and_set_override_the_values_of_the_input_file()
    {
        using var cli = new Cli();
        string file = cli.Write("body.json", """{"text": "from the file", "number": 1, "flag": true, "brand_new": 1.0}""");

        string body = await SentAsync(cli, "--input", file, "--number", "2", "--set", "flag=false");

        Assert.Equal("""{"text":"from the file","number":2,"flag":false,"brand_new":1.0}""", body);
    }

    [Fact]
    public async Task A_body_may_be_piped_in()
    {
        using var cli = new Cli { Input = """{"text": "piped"}""" };

        Assert.Equal("""{"text":"piped"}""", await SentAsync(cli, "--input", "-"));
    }

    [Fact]
    public async Task An_undeclared_parameter_is_sent_and_mentioned()
    {
        using var cli = new Cli();
        _ = cli.Write("schemas/" + TestSchema.Slug + ".json", TestSchema.Json);
        string file = cli.Write("body.json", """{"text": "a", "nmber": 1}""");

        CliResult result = await cli.RunAsync("run", TestSchema.Slug, "--schemas", "schemas", "--input", file, "--emulator", "--time-scale", "1000");

        Assert.True(result.ExitCode == ExitCodes.Ok, result.ToString());
        Assert.Contains("has no parameter 'nmber'; it is sent unchanged. Did you mean 'number'?", result.Error, StringComparison.Ordinal);
    }

    /// <summary>What reaches Segmind, which here takes the test model's requests under the slug of a shipped one.</summary>
    private static async Task<string> SentAsync(Cli cli, params string[] options)
    {
        string slug = Cli.Shipped[0].Slug;
        _ = cli.Write($"schemas/{slug}.json", TestSchema.Json);
        using var live = new Cli { ApiKey = Cli.Key, Input = cli.Input };

        CliResult result = await live.RunAsync(["run", slug, "--schemas", Path.Combine(cli.Folder, "schemas"), "--yes", .. options.Select(option => option == "body.json" ? Path.Combine(cli.Folder, option) : option)]);

        // The emulator of the shipped model refuses the body; what was sent is what counts here.
        Assert.True(result.ExitCode == ExitCodes.ApiError, result.ToString());
        return JsonNode.Parse(Assert.Single(live.Wire.Bodies).GetRawText())!.ToJsonString();
    }
}
