using System.Text.Json;

namespace Kling.Cli.Tests;

public sealed class JsonOutputTests
{
    [Theory]
    [InlineData(ExitCodes.Ok, "demo", "--time-scale", "1000")]
    [InlineData(ExitCodes.Ok, "models")]
    [InlineData(ExitCodes.Ok, "models", "kling-o3-text2video")]
    [InlineData(ExitCodes.Ok, "run", "kling-o3-text2video", "--prompt", "x", "--emulator", "--time-scale", "1000")]
    [InlineData(ExitCodes.InvalidRequest, "run", "kling-o3-text2video")]
    [InlineData(ExitCodes.InvalidRequest, "validate", "kling-o3-text2video", "-")]
    [InlineData(ExitCodes.NoAccess, "demo", "--live")]
    [InlineData(ExitCodes.Usage, "nonsense")]
    [InlineData(ExitCodes.Usage, "run")]
    public async Task The_standard_output_is_one_JSON_document(int exitCode, params string[] args)
    {
        using var cli = new Cli { Input = "{}" };

        CliResult result = await cli.RunAsync([.. args, "--json"]);

        Assert.True(result.ExitCode == exitCode, result.ToString());
        JsonElement json = result.Json();
        Assert.Equal(exitCode != ExitCodes.Ok, json.ValueKind is JsonValueKind.Object && (json.TryGetProperty("error", out _) || json.TryGetProperty("valid", out _)));
    }

    [Fact]
    public async Task A_run_prints_the_id_the_files_and_the_response()
    {
        using var cli = new Cli();

        JsonElement json = (await cli.RunAsync("run", "kling-o3-text2video", "--prompt", "x", "--emulator", "--time-scale", "1000", "--json")).Json();

        Assert.Equal(("kling-o3-text2video", "completed"), (json.GetProperty("slug").GetString(), json.GetProperty("status").GetString()));
        string id = json.GetProperty("request_id").GetString()!;
        Assert.Equal(id, json.GetProperty("result").GetProperty("request_id").GetString());
        Assert.Equal(Path.Combine(cli.Folder, $"kling-o3-text2video-{id}.mp4"), Assert.Single(json.GetProperty("files").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task An_invalid_run_prints_every_violation()
    {
        using var cli = new Cli();

        JsonElement error = (await cli.RunAsync("run", "kling-o3-text2video", "--prompt", "x", "--cfg-scale", "1.5", "--json")).Json().GetProperty("error");

        JsonElement violation = Assert.Single(error.GetProperty("violations").EnumerateArray());
        Assert.Equal(("/cfg_scale", "maximum", "1", "1.5"), (
            violation.GetProperty("path").GetString(),
            violation.GetProperty("keyword").GetString(),
            violation.GetProperty("limit").GetString(),
            violation.GetProperty("actual").GetString()));
    }
}
