using System.Globalization;
using System.Text;
using System.Text.Json;
using Kling.Emulator;

namespace Kling.Cli.Tests;

public sealed class ImportTests
{
    [Theory]
    [MemberData(nameof(TestPage.Layouts), MemberType = typeof(TestPage))]
    public async Task A_page_in_either_layout_becomes_the_same_schema(string page)
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("import", cli.Write("page.txt", page));

        Assert.Equal(ExitCodes.Ok, result.ExitCode);
        Assert.Equal(TestPage.Schema, result.Out);
        Assert.Equal(3, result.ErrorLines.Length);
    }

    [Fact]
    public async Task A_remark_has_its_line_its_parameter_and_the_likely_meaning()
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("import", cli.Write("page.txt", TestPage.Spaced));

        Assert.Equal(
            [
                """page.txt(41): note: layers: The page says "Max 4 layers." This may be a limit, but the schema has none. If so, write "maxItems": 4.""",
                """page.txt(50): note: layers[].alpha: The page says "Between 0 and 1." This may be a limit, but the schema has none. If so, write "minimum": 0, "maximum": 1.""",
                "note: the page does not state x-typical-cost (US dollars per job) and x-retrieved (the date of this page). Add what you know.",
            ],
            result.ErrorLines);
    }

    [Fact]
    public async Task The_JSON_has_the_schema_and_the_remarks()
    {
        using var cli = new Cli();

        JsonElement json = (await cli.RunAsync("import", cli.Write("page.txt", TestPage.Spaced), "--json")).Json();

        Assert.Equal(TestPage.Slug, json.GetProperty("slug").GetString());
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(TestPage.Schema), json.GetProperty("schema")));
        JsonElement remark = json.GetProperty("remarks")[0];
        Assert.Equal(41, remark.GetProperty("line").GetInt32());
        Assert.Equal("layers", remark.GetProperty("parameter").GetString());
        Assert.Equal("\"maxItems\": 4", remark.GetProperty("suggestion").GetString());
    }

    [Fact]
    public async Task The_bytes_are_the_same_for_every_culture_line_ending_and_byte_order_mark()
    {
        using var cli = new Cli();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("fi-FI");
            _ = await cli.RunAsync("import", cli.Write("unix.txt", TestPage.Spaced), "--output", "a/acme-wave.json");
            _ = await cli.RunAsync("import", cli.Write("windows.txt", "\uFEFF" + TestPage.Spaced.Replace("\n", "\r\n", StringComparison.Ordinal)), "--output", "b/acme-wave.json");
            await File.WriteAllTextAsync(Path.Combine(cli.Folder, "wide.txt"), TestPage.Spaced, Encoding.Unicode, TestContext.Current.CancellationToken);
            _ = await cli.RunAsync("import", "wide.txt", "--output", "c/acme-wave.json");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.All((string[])["a", "b", "c"], folder => Assert.Equal(Encoding.UTF8.GetBytes(TestPage.Schema), File.ReadAllBytes(Path.Combine(cli.Folder, folder, "acme-wave.json"))));
    }

    [Fact]
    public async Task A_file_is_written_with_the_description_of_the_dialect_beside_it_and_is_never_overwritten_unasked()
    {
        using var cli = new Cli();
        string page = cli.Write("page.txt", TestPage.Spaced);

        CliResult first = await cli.RunAsync("import", page, "--output", "mine/acme-wave.json");
        _ = cli.Write("mine/acme-wave.json", "precious");
        CliResult second = await cli.RunAsync("import", page, "--output", "mine/acme-wave.json");
        string kept = File.ReadAllText(Path.Combine(cli.Folder, "mine", "acme-wave.json"));
        CliResult third = await cli.RunAsync("import", page, "--output", "mine/acme-wave.json", "--force");

        Assert.Equal(Path.Combine("mine", "acme-wave.json") + "\n", first.Out);
        Assert.Equal(File.ReadAllBytes(Path.Combine(Cli.RepositoryRoot, "schemas", DialectFile.Name)), File.ReadAllBytes(Path.Combine(cli.Folder, "mine", DialectFile.Name)));
        Assert.Equal(ExitCodes.Usage, second.ExitCode);
        Assert.Equal($"error: {Path.Combine("mine", "acme-wave.json")} already exists; nothing was written. Pass --force to overwrite it.", Assert.Single(second.ErrorLines));
        Assert.Equal("precious", kept);
        Assert.Equal(ExitCodes.Ok, third.ExitCode);
        Assert.Equal(TestPage.Schema, File.ReadAllText(Path.Combine(cli.Folder, "mine", "acme-wave.json")));
    }

    [Fact]
    public async Task An_imported_file_is_a_model_of_the_slug_whatever_the_file_is_called()
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("import", cli.Write("page.txt", TestPage.Spaced), "--slug", "house-wave", "-o", "mine/waves.json");

        Assert.Equal(ExitCodes.Ok, result.ExitCode);
        KlingModel model = Assert.Single(SchemaFolder.Load(Path.Combine(cli.Folder, "mine")).Models);
        Assert.Equal("house-wave", model.Slug);
        Assert.Equal(new Uri("https://www.segmind.com/models/acme-wave").OriginalString, model.Source);
    }

    [Theory]
    [InlineData("Big Wave")]
    [InlineData("../wave")]
    [InlineData("")]
    public async Task An_invalid_slug_is_refused(string slug)
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("import", cli.Write("page.txt", TestPage.Spaced), "--slug", slug);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains("cannot be the slug of a schema file", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Equal("", result.Out);
    }

    [Fact]
    public async Task A_page_without_a_URL_needs_the_option_slug()
    {
        using var cli = new Cli();
        string page = cli.Write("page.txt", TestPage.Spaced.Replace("/v2/acme-wave", "", StringComparison.Ordinal).Replace("POSThttps://api.segmind.com/v1/acme-wave", "", StringComparison.Ordinal));

        CliResult without = await cli.RunAsync("import", page);
        CliResult with = await cli.RunAsync("import", page, "--slug", "acme-wave");

        Assert.Equal(ExitCodes.Usage, without.ExitCode);
        Assert.Contains("--slug", Assert.Single(without.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Ok, with.ExitCode);
        Assert.DoesNotContain("x-source", with.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wave.txt")]
    [InlineData("wave.schema.json")]
    public async Task The_name_of_another_kind_of_file_is_refused(string output)
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("import", cli.Write("page.txt", TestPage.Spaced), "--output", output);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.False(File.Exists(Path.Combine(cli.Folder, output)));
    }

    [Fact]
    public async Task An_example_that_the_page_does_not_allow_gets_a_remark()
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("import", cli.Write("page.txt", TestPage.With("\"style\": \"soft\",", "\"style\": \"loud\",")));

        Assert.Contains(result.ErrorLines, static line => line.StartsWith("page.txt(8): note: The page's example contradicts the page: /style: ", StringComparison.Ordinal));
    }
}
