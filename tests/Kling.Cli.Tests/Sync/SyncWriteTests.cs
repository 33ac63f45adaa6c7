using System.Text;
using Kling.Emulator;

namespace Kling.Cli.Tests;

/// <summary><c>kling sync --write</c> changes what is certain and nothing else in a file.</summary>
public sealed class SyncWriteTests
{
    private const string Before = "\"is_depreciated\": false,\n      \"is_visible\"";
    private const string Retired = "\"is_depreciated\": true,\n      \"is_visible\"";

    [Fact]
    public async Task New_parameters_are_added_at_the_end_with_nothing_that_is_not_certain()
    {
        using var cli = new Cli();
        string catalogue = TestCatalogue.With(
            "\"layers\": {},",
            "\"seed\": { \"description\": \"Repeats a result.\", \"isRequired\": true, \"default\": -1, \"min\": -1, \"options\": [-1, 7] }, \"layers\": {}, \"bare\": {},");

        CliResult result = await SyncAsync(cli, TestPage.Schema, catalogue);

        Assert.Equal(ExitCodes.Ok, result.ExitCode);
        Assert.Equal(["written seed", "written bare"], result.Out.Split('\n').Where(static line => line.StartsWith("written", StringComparison.Ordinal)).Select(static line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[..2])));
        Assert.Equal(
            TestPage.Schema.Replace(
                """
                      "default": "soft"
                    }
                  },
                """,
                """
                      "default": "soft"
                    },
                    "seed": {
                      "description": "Repeats a result.",
                      "$comment": "The catalogue says that the parameter is required. If it is, add it to \"required\". The catalogue states the default -1. If so, write \"default\": -1. The catalogue states limits. They may not be those of the server. If so, write \"minimum\": -1. The catalogue lists options. Other values may be allowed. If so, write \"enum\": [-1, 7].",
                      "examples": [-1, 7]
                    },
                    "bare": {}
                  },
                """,
                StringComparison.Ordinal),
            Written(cli));
        Assert.Empty(SchemaFolder.Load(Path.Combine(cli.Folder, "mine")).Errors);
        Assert.EndsWith("\nno drift: catalogue.json\n", (await cli.RunAsync("sync", "--schemas", "mine", "--catalogue", "catalogue.json")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retired_model_and_another_output_are_written_beside_the_other_facts_of_the_model()
    {
        using var cli = new Cli();

        CliResult result = await SyncAsync(cli, TestPage.Schema, TestCatalogue.With(Before, Retired).Replace("textTOImage", "textToVideo", StringComparison.Ordinal));

        Assert.Equal(ExitCodes.Ok, result.ExitCode);
        Assert.Equal(
            TestPage.Schema
                .Replace("\"x-output\": \"image\"", "\"x-output\": \"video\"", StringComparison.Ordinal)
                .Replace("models/acme-wave\",\n", "models/acme-wave\",\n  \"x-retired\": true,\n", StringComparison.Ordinal),
            Written(cli));
    }

    [Fact]
    public async Task A_model_that_is_served_again_is_no_longer_retired()
    {
        using var cli = new Cli();
        string schema = TestPage.Schema.Replace("\"x-status\"", "\"x-retired\":   true, \"x-status\"", StringComparison.Ordinal);

        _ = await SyncAsync(cli, schema, TestCatalogue.Json);

        Assert.Equal(schema.Replace("true, \"x-status\"", "false, \"x-status\"", StringComparison.Ordinal), Written(cli));
    }

    [Fact]
    public async Task What_the_catalogue_does_not_list_stays_and_is_still_drift()
    {
        using var cli = new Cli();

        CliResult result = await SyncAsync(cli, TestPage.Schema, TestCatalogue.With("\"layers\": {},", "\"seed\": {},"));

        Assert.Equal(ExitCodes.Drift, result.ExitCode);
        Assert.Contains("\"layers\"", Written(cli), StringComparison.Ordinal);
        Assert.Contains("\"seed\": {}", Written(cli), StringComparison.Ordinal);
        Assert.EndsWith("drift: 1 of 1 model differs from catalogue.json\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_drift_is_not_touched()
    {
        using var cli = new Cli();
        string schema = TestPage.Schema.Replace("\"default\": 2,", "\"default\" :2 ,", StringComparison.Ordinal) + "\n\n";

        _ = await SyncAsync(cli, schema, TestCatalogue.With("\"default\": \"2\", \"min\": 1, \"max\": 9", "\"default\": 3"));

        Assert.Equal(schema, Written(cli));
    }

    // Each row: the file, and the file with the parameter "b" and x-retired.
    [Theory]
    [InlineData("""{"type":"object","properties":{"a":{}}}""", """{"type":"object", "x-retired": true,"properties":{"a":{}, "b": { "description": "B." }}}""")]
    [InlineData("{ \"properties\": { \"a\": {} } }", "{ \"properties\": { \"a\": {}, \"b\": { \"description\": \"B.\" } }, \"x-retired\": true }")]
    [InlineData("{\n\t\"type\": \"object\",\n\t\"properties\": {\n\t\t\"a\": {}\n\t}\n}\n", "{\n\t\"type\": \"object\",\n\t\"x-retired\": true,\n\t\"properties\": {\n\t\t\"a\": {},\n\t\t\"b\": {\n\t\t\t\"description\": \"B.\"\n\t\t}\n\t}\n}\n")]
    [InlineData("{\n    \"type\": \"object\",\n    \"properties\": {\n        \"a\": {}\n    }\n}", "{\n    \"type\": \"object\",\n    \"x-retired\": true,\n    \"properties\": {\n        \"a\": {},\n        \"b\": {\n            \"description\": \"B.\"\n        }\n    }\n}")]
    [InlineData("{\r\n  \"type\": \"object\",\r\n  \"properties\": {\r\n    \"a\": {}\r\n  }\r\n}\r\n", "{\r\n  \"type\": \"object\",\r\n  \"x-retired\": true,\r\n  \"properties\": {\r\n    \"a\": {},\r\n    \"b\": {\r\n      \"description\": \"B.\"\r\n    }\r\n  }\r\n}\r\n")]
    public async Task The_file_keeps_its_formatting(string schema, string expected)
    {
        using var cli = new Cli();

        _ = await SyncAsync(cli, schema, """[{ "slug": "acme-wave", "is_depreciated": true, "parameters": { "a": {}, "b": { "description": "B." } } }]""");

        Assert.Equal(expected, Written(cli));
    }

    [Fact]
    public async Task An_empty_list_of_parameters_takes_the_first_one()
    {
        using var cli = new Cli();

        _ = await SyncAsync(cli, "{\n  \"properties\": {}\n}\n", """[{ "slug": "acme-wave", "parameters": { "a": {} } }]""");

        Assert.Equal("{\n  \"properties\": {\n    \"a\": {}\n  }\n}\n", Written(cli));
    }

    [Fact]
    public async Task A_file_whose_parameters_are_declared_elsewhere_stays_as_it_is()
    {
        using var cli = new Cli();
        const string schema = """{ "$ref": "#/$defs/all", "$defs": { "all": { "type": "object", "properties": { "a": {} } } } }""";

        CliResult result = await SyncAsync(cli, schema, """[{ "slug": "acme-wave", "parameters": { "a": {}, "b": {} } }]""");

        Assert.Equal(ExitCodes.Drift, result.ExitCode);
        Assert.Equal(schema, Written(cli));
    }

    [Fact]
    public async Task The_encoding_of_a_file_stays()
    {
        using var cli = new Cli();
        foreach (Encoding encoding in (Encoding[])[new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            _ = cli.Write("mine/acme-wave.json", "");
            string path = Path.Combine(cli.Folder, "mine", "acme-wave.json");
            File.WriteAllText(path, "{ \"title\": \"Ä\", \"properties\": {} }", encoding);

            _ = await cli.RunAsync("sync", "--write", "--schemas", "mine", "--catalogue", cli.Write("catalogue.json", """[{ "slug": "acme-wave", "is_depreciated": true }]"""));

            byte[] expected = [.. encoding.GetPreamble(), .. encoding.GetBytes("{ \"title\": \"Ä\", \"properties\": {}, \"x-retired\": true }")];
            Assert.Equal(expected, File.ReadAllBytes(path));
        }
    }

    private static string Written(Cli cli) => File.ReadAllText(Path.Combine(cli.Folder, "mine", "acme-wave.json"));

    private static Task<CliResult> SyncAsync(Cli cli, string schema, string catalogue)
    {
        _ = cli.Write("mine/acme-wave.json", schema);
        return cli.RunAsync("sync", "--write", "--schemas", "mine", "--catalogue", cli.Write("catalogue.json", catalogue));
    }
}
