using System.Text.Json;

namespace Kling.Cli.Tests;

/// <summary><c>kling sync</c> reports in which certain facts a schema and the catalogue differ; the others are notes.</summary>
public sealed class SyncTests
{
    [Fact]
    public async Task A_schema_that_matches_the_catalogue_has_no_differences()
    {
        using var cli = new Cli();

        CliResult result = await SyncAsync(cli, TestPage.Schema, TestCatalogue.Json);

        Assert.Equal(ExitCodes.Ok, result.ExitCode);
        Assert.Equal("no drift: catalogue.json\n", result.Out);
        Assert.Equal(["note: the catalogue lists models without a schema here: acme-tide. 'kling import --catalogue' creates one."], result.ErrorLines);
    }

    [Theory]
    [InlineData("textTOImage", "imageToVideo", "", "x-output", "image", "video")]
    [InlineData("\"is_depreciated\": false,\n      \"is_visible\"", "\"is_depreciated\": true,\n      \"is_visible\"", "", "x-retired", "false", "true")]
    [InlineData("\"layers\": {},", "\"layers\": {}, \"seed\": {},", "seed", "parameter", "(missing)", "any")]
    [InlineData("\"layers\": {},", "", "layers", "parameter", "object[]", "(missing)")]
    public async Task Certain_facts_that_differ_are_drift(string old, string replacement, string parameter, string what, string schema, string catalogue)
    {
        using var cli = new Cli();

        CliResult table = await SyncAsync(cli, TestPage.Schema, TestCatalogue.With(old, replacement));
        JsonElement json = (await SyncAsync(cli, TestPage.Schema, TestCatalogue.With(old, replacement), "--json")).Json();

        Assert.Equal(ExitCodes.Drift, table.ExitCode);
        Assert.EndsWith("\ndrift: 1 of 1 model differs from catalogue.json\n", table.Out, StringComparison.Ordinal);
        Assert.Equal([$"drift {parameter} {what} {schema} -> {catalogue}"], Differences(json));
        Assert.True(json.GetProperty("drift").GetBoolean());
    }

    [Theory]
    [InlineData("\"isRequired\": true, \"component\"", "\"isRequired\": false, \"component\"", "note prompt required required -> optional")]
    [InlineData("\"isRequired\": false, \"default\": true", "\"isRequired\": true, \"default\": false", "note calm required optional -> required, note calm default true -> false")]
    [InlineData("\"default\": \"2\", \"min\": 1, \"max\": 9", "\"default\": 3, \"min\": 2, \"max\": 12", "note height default 2 -> 3, note height minimum 1 -> 2, note height maximum 9 -> 12")]
    [InlineData("\"min\": 1, \"max\": 9", "\"max\": 8", "note height maximum 9 -> 8")]
    [InlineData("[\"soft\", \"hard\"]", "[\"soft\", \"wild\"]", "note style enum \"soft\", \"hard\" -> \"soft\", \"wild\"")]
    [InlineData("\"default\": \"2\", \"min\": 1, \"max\": 9", "\"default\": 2.0", "")]
    [InlineData("\"isRequired\": true, \"component\": \"text\"", "\"component\": \"text\"", "")]
    [InlineData("\"options\": [\"soft\", \"hard\"]", "\"options\": []", "")]
    [InlineData("\"default\": true, \"hidden\"", "\"default\": \"True\", \"hidden\"", "")]
    [InlineData("Makes waves.", "Makes something else.", "")]
    [InlineData("\"Acme Wave\"", "\"Other\"", "")]
    [InlineData("\"is_depreciated\": false,\n      \"is_visible\"", "\"is_visible\"", "")]
    [InlineData("\"parameters\": {\n        \"prompt\": { \"isRequired\": true, \"component\"", "\"unrelated\": {\n        \"prompt\": { \"isRequired\": true, \"component\"", "")]
    public async Task What_is_not_certain_or_not_stated_is_no_drift(string old, string replacement, string expected)
    {
        using var cli = new Cli();

        CliResult result = await SyncAsync(cli, TestPage.Schema, TestCatalogue.With(old, replacement), "--json");

        Assert.Equal(ExitCodes.Ok, result.ExitCode);
        Assert.Equal(expected, string.Join(", ", Differences(result.Json())));
    }

    [Fact]
    public async Task A_model_that_the_catalogue_does_not_list_is_a_note()
    {
        using var cli = new Cli();

        CliResult result = await SyncAsync(cli, TestPage.Schema, TestCatalogue.With("\"acme-wave\"", "\"acme-way\""));
        JsonElement json = (await SyncAsync(cli, TestPage.Schema, TestCatalogue.With("\"acme-wave\"", "\"acme-way\""), "--json")).Json();

        Assert.Equal(ExitCodes.Ok, result.ExitCode);
        Assert.Contains("note: the catalogue does not list 'acme-wave'", result.ErrorLines);
        Assert.False(json.GetProperty("models")[0].GetProperty("listed").GetBoolean());
    }

    [Fact]
    public async Task Without_a_folder_the_built_in_models_are_compared()
    {
        using var cli = new Cli();
        KlingModel model = Cli.Shipped[0];
        string parameters = string.Join(", ", model.Parameters.Skip(1).Select(static parameter => $"\"{parameter.Name}\": {{}}"));
        string catalogue = $$"""[{ "slug": "{{model.Slug}}", "is_depreciated": false, "parameters": { {{parameters}} } }]""";

        CliResult result = await cli.RunAsync("sync", "--catalogue", cli.Write("catalogue.json", catalogue), "--json");

        Assert.Equal(ExitCodes.Drift, result.ExitCode);
        Assert.Equal(Cli.Shipped.Count, result.Json().GetProperty("models").GetArrayLength());
        Assert.Equal([$"drift {model.Parameters[0].Name} parameter {ParameterText.Type(model.Parameters[0])} -> (missing)"], Differences(result.Json()));
    }

    [Theory]
    [InlineData("sync --write", "--write: built-in schemas cannot be written.")]
    [InlineData("sync --schemas mine", "--schemas: the folder has no valid schema file")]
    [InlineData("import --catalogue c.json a --slug b", "--slug is for pages.")]
    [InlineData("import a b", "unexpected 'b'.")]
    [InlineData("import --catalogue c.json a b", "several schemas need --output <folder> or --json")]
    [InlineData("import --catalogue http://example.com/c.json a", "--catalogue: 'http://example.com/c.json' must be a file or an https URL")]
    [InlineData("sync --catalogue https://me:pass@example.com/", "--catalogue: 'https://me:pass@example.com/' must be")]
    [InlineData("sync --catalogue ftp://example.com/c.json", "--catalogue: 'ftp://example.com/c.json' must be")]
    [InlineData("sync --catalogue missing.json", "missing.json cannot be read")]
    public async Task A_command_line_that_makes_no_sense_is_refused(string line, string expected)
    {
        using var cli = new Cli();
        _ = Directory.CreateDirectory(Path.Combine(cli.Folder, "mine"));

        CliResult result = await cli.RunAsync(line.Split(' '));

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.StartsWith("error: " + expected, result.ErrorLines[0], StringComparison.Ordinal);
    }

    private static Task<CliResult> SyncAsync(Cli cli, string schema, string catalogue, params string[] options)
    {
        _ = cli.Write("mine/acme-wave.json", schema);
        return cli.RunAsync(["sync", "--schemas", "mine", "--catalogue", cli.Write("catalogue.json", catalogue), .. options]);
    }

    private static IEnumerable<string> Differences(JsonElement json) =>
        json.GetProperty("models").EnumerateArray().SelectMany(static model => model.GetProperty("differences").EnumerateArray()).Select(static difference =>
            $"{(difference.GetProperty("drift").GetBoolean() ? "drift" : "note")} {difference.GetProperty("parameter")} {difference.GetProperty("what")} {difference.GetProperty("schema")} -> {difference.GetProperty("page")}");
}
