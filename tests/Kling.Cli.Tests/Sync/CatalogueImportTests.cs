using System.Text.Json;
using Kling.Emulator;

namespace Kling.Cli.Tests;

/// <summary><c>kling import --catalogue</c> writes what is certain, and puts the rest before a person.</summary>
public sealed class CatalogueImportTests
{
    [Fact]
    public async Task A_model_becomes_a_schema_with_a_comment_for_everything_that_is_not_certain()
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("import", "--catalogue", cli.Write("catalogue.json", TestCatalogue.Json), "acme-tide");

        Assert.Equal(ExitCodes.Ok, result.ExitCode);
        Assert.Equal(
            """
            {
              "$schema": "./kling-model.schema.json",
              "title": "Acme Tide",
              "description": "Makes tides.",
              "$comment": "From Segmind's catalogue. It does not state types, nor the members of objects and lists, and its limits are not certain.",
              "type": "object",
              "x-output": "video",
              "x-status": "partial",
              "properties": {
                "prompt": {
                  "description": "What the tide shows.",
                  "$comment": "The catalogue says that the parameter is required. If it is, add it to \"required\"."
                },
                "seconds": {
                  "$comment": "The catalogue states the default 5. If so, write \"default\": 5. The catalogue states limits. They may not be those of the server. If so, write \"minimum\": 3, \"maximum\": 15. The catalogue lists options. Other values may be allowed. If so, write \"enum\": [\"5\", \"10\"].",
                  "examples": ["5", "10"]
                },
                "secret": {
                  "$comment": "The catalogue says that Segmind's own pages do not show the parameter."
                }
              }
            }

            """,
            result.Out);
        Assert.Contains("""catalogue.json(19): note: acme-tide: The catalogue says that the price depends on seconds. It may depend on others too. If so, write "x-cost": { "parameters": ["seconds"] }.""", result.ErrorLines);
        Assert.Contains("""catalogue.json(27): note: acme-tide: seconds: The catalogue states the default 5. If so, write "default": 5.""", result.ErrorLines);
    }

    [Fact]
    public async Task Several_models_become_files_of_a_folder()
    {
        using var cli = new Cli();
        string catalogue = cli.Write("catalogue.json", TestCatalogue.Json);

        CliResult result = await cli.RunAsync("import", "--catalogue", catalogue, "acme-tide", "acme-old", "acme-tide", "--output", "mine");
        CliResult sync = await cli.RunAsync("sync", "--schemas", "mine", "--catalogue", catalogue);

        Assert.Equal(ExitCodes.Ok, result.ExitCode);
        Assert.Equal(["acme-old.json", "acme-tide.json", DialectFile.Name], Directory.GetFiles(Path.Combine(cli.Folder, "mine")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        SchemaFolder folder = SchemaFolder.Load(Path.Combine(cli.Folder, "mine"));
        Assert.Empty(folder.Errors.Concat(folder.Warnings));
        Assert.Equal([true, false], folder.Models.Select(static model => model.IsRetired));
        Assert.EndsWith("no drift: catalogue.json\n", sync.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("drift ", sync.Out.Replace("no drift ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_files_follow_the_dialect_and_accept_any_value()
    {
        using var cli = new Cli();
        JsonElement models = (await cli.RunAsync("import", "--catalogue", cli.Write("catalogue.json", TestCatalogue.Json), "acme-wave", "acme-tide", "acme-old", "other-model", "--json")).Json().GetProperty("models");
        var dialect = new SchemaJudge(File.ReadAllText(Path.Combine(Cli.RepositoryRoot, "schemas", DialectFile.Name)));

        Assert.Equal(["acme-wave", "acme-tide", "acme-old", "other-model"], models.EnumerateArray().Select(static model => model.GetProperty("slug").GetString()));
        Assert.All(models.EnumerateArray(), model =>
        {
            string schema = model.GetProperty("schema").GetRawText();
            Assert.Empty(dialect.Judge(schema));
            Assert.Empty(new SchemaJudge(schema).Judge("""{ "seconds": "99", "height": -5, "style": null, "more": [] }"""));
        });
    }

    [Theory]
    [InlineData("acme-tied", "the catalogue does not list 'acme-tied'. Did you mean 'acme-tide'?")]
    [InlineData("a/b", "'a/b' cannot be the slug of a schema file.")]
    public async Task A_slug_that_cannot_be_imported_leaves_no_file(string slug, string expected)
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("import", "--catalogue", cli.Write("catalogue.json", TestCatalogue.Json), "acme-tide", slug, "--output", "mine");

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.StartsWith("error: " + expected, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(cli.Folder, "mine")));
    }

    [Fact]
    public async Task Existing_files_are_kept_and_then_none_is_written()
    {
        using var cli = new Cli();
        string catalogue = cli.Write("catalogue.json", TestCatalogue.Json);
        _ = cli.Write("mine/acme-tide.json", "precious");

        CliResult refused = await cli.RunAsync("import", "--catalogue", catalogue, "acme-old", "acme-tide", "--output", "mine");
        bool isAlone = !File.Exists(Path.Combine(cli.Folder, "mine", "acme-old.json"));
        CliResult forced = await cli.RunAsync("import", "--catalogue", catalogue, "acme-old", "acme-tide", "--output", "mine", "--force");

        Assert.Equal((ExitCodes.Usage, true), (refused.ExitCode, isAlone));
        Assert.Equal(ExitCodes.Ok, forced.ExitCode);
    }
}
