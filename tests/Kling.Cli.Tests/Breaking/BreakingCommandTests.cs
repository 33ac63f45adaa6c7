using System.Diagnostics;
using System.Text.Json;

namespace Kling.Cli.Tests;

public sealed class BreakingCommandTests
{
    private const string Old = "{\n  \"type\": \"object\",\n  \"properties\": {\n    \"height\": { \"type\": \"integer\", \"maximum\": 9 }\n  }\n}\n";
    private const string New = "{\n  \"type\": \"object\",\n  \"properties\": {\n\n    \"height\": { \"type\": \"integer\", \"maximum\": 8 }\n  }\n}\n";

    [Fact]
    public async Task A_breaking_change_is_listed_with_both_locations_and_has_its_own_exit_code()
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("breaking", cli.Write("old/reel.json", Old), cli.Write("new/reel.json", New));

        Assert.Equal(ExitCodes.Breaking, result.ExitCode);
        Assert.Equal(
            "new/reel.json(5,36): breaking wire limit-tightened: height maximum: 9 -> 8 (was at old/reel.json(4,36))\nbreaking: 1 change, of which 1 breaking (1 wire)\n",
            result.Out);
        Assert.Equal("", result.Error);
    }

    [Fact]
    public async Task Compatible_changes_are_notes()
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("breaking", cli.Write("new/reel.json", New), cli.Write("old/reel.json", Old));

        Assert.Equal(ExitCodes.Ok, result.ExitCode);
        Assert.EndsWith("\nnot breaking: 1 change\n", result.Out, StringComparison.Ordinal);
        Assert.Contains(": note wire limit-loosened: height maximum: 8 -> 9 ", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folders_are_compared_model_by_model()
    {
        using var cli = new Cli();
        _ = cli.Write("old/gone.json", Old);
        _ = cli.Write("old/reel.json", Old);
        _ = cli.Write("new/below/reel.json", New);
        _ = cli.Write("new/wave.json", New);

        JsonElement json = (await cli.RunAsync("breaking", "old", "new", "--json")).Json();

        Assert.Equal(["model-removed", "limit-tightened", "model-added"], TwoVersions.Names(json));
        Assert.False(json.GetProperty("changes")[0].GetProperty("new").TryGetProperty("file", out _));
    }

    [Fact]
    public async Task A_file_of_a_folder_whose_slug_changed_is_the_same_model()
    {
        using var cli = new Cli();
        _ = cli.Write("old/reel.json", Old);
        _ = cli.Write("old/wave.json", Old);
        _ = cli.Write("new/reel.json", Old.Replace("\"properties\"", "\"x-slug\": \"tide\", \"x-csharp-name\": \"Reel\", \"properties\"", StringComparison.Ordinal));
        _ = cli.Write("new/wave.json", Old);

        Assert.Equal(["slug-changed"], TwoVersions.Names((await cli.RunAsync("breaking", "old", "new", "--json")).Json()));
    }

    [Fact]
    public async Task The_json_has_rule_class_and_both_locations()
    {
        using var cli = new Cli();

        JsonElement json = (await cli.RunAsync("breaking", cli.Write("old.json", TwoVersions.Old), cli.Write("new.json", TwoVersions.With("/properties/mode/enum", "[\"pro\"]")), "--json")).Json();

        JsonElement change = json.GetProperty("changes").EnumerateArray().First(static change => change.GetProperty("rule").GetString() == "value-removed");
        Assert.True(json.GetProperty("breaking").GetBoolean());
        Assert.Equal("wire", change.GetProperty("class").GetString());
        Assert.True(change.GetProperty("breaking").GetBoolean());
        Assert.Equal("mode", change.GetProperty("parameter").GetString());
        Assert.Equal("\"std\"", change.GetProperty("old").GetProperty("text").GetString());
        Assert.Equal("/properties/mode/enum/0", change.GetProperty("old").GetProperty("pointer").GetString());
        Assert.Equal("/properties/mode/enum", change.GetProperty("new").GetProperty("pointer").GetString());
        Assert.Equal("new.json", change.GetProperty("new").GetProperty("file").GetString());
        Assert.True(change.GetProperty("new").GetProperty("line").GetInt32() > 0);
        Assert.True(change.GetProperty("new").GetProperty("column").GetInt32() > 0);
    }

    [Fact]
    public async Task The_sarif_log_has_the_shape_of_version_2_1_0()
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("breaking", cli.Write("old/reel.json", Old), cli.Write("new/reel.json", New), "--sarif", "log.sarif");

        Assert.Equal(ExitCodes.Breaking, result.ExitCode);
        using var log = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(cli.Folder, "log.sarif"), TestContext.Current.CancellationToken));
        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        Assert.EndsWith("sarif-schema-2.1.0.json", log.RootElement.GetProperty("$schema").GetString(), StringComparison.Ordinal);
        JsonElement run = Assert.Single(log.RootElement.GetProperty("runs").EnumerateArray());
        JsonElement driver = run.GetProperty("tool").GetProperty("driver");
        Assert.Equal("kling breaking", driver.GetProperty("name").GetString());
        JsonElement[] rules = [.. driver.GetProperty("rules").EnumerateArray()];
        Assert.Equal(ChangeRules.All.Select(static rule => rule.Id), rules.Select(static rule => rule.GetProperty("id").GetString()!));
        JsonElement finding = Assert.Single(run.GetProperty("results").EnumerateArray());
        Assert.Equal("limit-tightened", finding.GetProperty("ruleId").GetString());
        Assert.Equal("limit-tightened", rules[finding.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        Assert.Equal("error", finding.GetProperty("level").GetString());
        Assert.NotEqual("", finding.GetProperty("message").GetProperty("text").GetString());
        AssertLocation(Assert.Single(finding.GetProperty("locations").EnumerateArray()), "new/reel.json", 5);
        AssertLocation(Assert.Single(finding.GetProperty("relatedLocations").EnumerateArray()), "old/reel.json", 4);
    }

    [Fact]
    public async Task Git_revisions_are_read_as_files_and_as_folders()
    {
        using var cli = new Cli();
        _ = cli.Write("schemas/reel.json", Old);
        _ = cli.Write("schemas/kling-model.schema.json", "{}");
        Git(cli, "init", "-q");
        Git(cli, "add", "schemas");
        Git(cli, "-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false", "commit", "-q", "-m", "One");
        _ = cli.Write("schemas/reel.json", New);

        CliResult folder = await cli.RunAsync("breaking", "HEAD:schemas", "schemas");
        CliResult file = await cli.RunAsync("breaking", "HEAD:schemas/reel.json", "schemas/reel.json");
        CliResult same = await cli.RunAsync("breaking", "HEAD:schemas", "HEAD:schemas");
        CliResult missing = await cli.RunAsync("breaking", "HEAD:other", "schemas");

        Assert.Equal(ExitCodes.Breaking, folder.ExitCode);
        Assert.Contains("(was at HEAD:schemas/reel.json(4,36))", folder.Out, StringComparison.Ordinal);
        Assert.Equal(folder.Out, file.Out);
        Assert.Equal("not breaking: 0 changes\n", same.Out);
        Assert.Equal(ExitCodes.Usage, missing.ExitCode);
        Assert.StartsWith("error: 'HEAD:other' cannot be read by git: ", Assert.Single(missing.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.json", "missing.json cannot be read: ")]
    [InlineData("empty", "'empty' contains no schema files")]
    [InlineData("-x:schemas", "")]
    [InlineData("list.json", "list.json(1,1): error KLING")]
    public async Task What_cannot_be_compared_is_a_usage_error(string argument, string expected)
    {
        using var cli = new Cli();
        _ = Directory.CreateDirectory(Path.Combine(cli.Folder, "empty"));
        _ = cli.Write("list.json", "[]");

        CliResult result = await cli.RunAsync("breaking", argument, cli.Write("new.json", New));

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.StartsWith("error: " + expected, result.ErrorLines[0], StringComparison.Ordinal);
    }

    private static void AssertLocation(JsonElement location, string file, int line)
    {
        JsonElement physical = location.GetProperty("physicalLocation");
        Assert.Equal(file, physical.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(line, physical.GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.Equal(36, physical.GetProperty("region").GetProperty("startColumn").GetInt32());
        Assert.Equal("/properties/height/maximum", Assert.Single(location.GetProperty("logicalLocations").EnumerateArray()).GetProperty("fullyQualifiedName").GetString());
    }

    private static void Git(Cli cli, params string[] arguments)
    {
        using Process git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = cli.Folder })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
