using System.Net;
using System.Reflection;

namespace Kling.Emulator.Tests.Schemas;

public sealed class SchemaFolderTests : IDisposable
{
    private static readonly string Checkout = typeof(SchemaFolderTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "RepositoryRoot").Value!;

    private readonly string _folder = Directory.CreateTempSubdirectory("kling-schemas-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_new_file_is_a_new_endpoint_with_no_code()
    {
        Write("kling-x-test.json", """{ "type": "object", "properties": { "new": { "type": "integer" } } }""");

        using var emulator = new SegmindEmulator(SchemaFolder.Load(_folder).Models);
        using var client = new HttpClient(emulator);
        client.DefaultRequestHeaders.Add("x-api-key", "SG_0123456789abcdef");
        using HttpResponseMessage good = await client.PostAsync(new Uri("https://api.segmind.com/v2/kling-x-test"), Contract.EmulatorFixture.Json("""{"new":1}"""), TestContext.Current.CancellationToken);
        using HttpResponseMessage bad = await client.PostAsync(new Uri("https://api.segmind.com/v2/kling-x-test"), Contract.EmulatorFixture.Json("""{"new":"1"}"""), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (good.StatusCode, bad.StatusCode));
    }

    [Fact]
    public void The_shipped_folder_gives_the_models_that_are_compiled_in()
    {
        SchemaFolder folder = SchemaFolder.Load(Path.Combine(Checkout, "schemas"));

        Assert.Empty(folder.Errors);
        Assert.Equal(
            Models.KlingModels.All.Select(static model => (model.Slug, model.Title, model.TypicalDuration)).Order(),
            folder.Models.Select(static model => (model.Slug, model.Title, model.TypicalDuration)).Order());
    }

    [Fact]
    public void The_slug_is_x_slug_or_the_name_of_the_file_and_the_order_is_ordinal()
    {
        Write("b.json", """{"title":"B"}""");
        Write("a.json", """{"x-slug":"kling-v1.6"}""");
        Write("Z.json", """{}""");
        Write("c.kling.json", """{}""");
        Write("kling-model.schema.json", "no JSON, and no model");
        Write("readme.md", "no schema");

        SchemaFolder folder = SchemaFolder.Load(_folder);

        Assert.Equal(["Z", "kling-v1.6", "b", "c"], folder.Models.Select(static model => model.Slug));
        Assert.Empty(folder.Errors);
    }

    [Theory]
    [InlineData("{\n  \"type\": \"object\",\n  \"title\" \"x\"\n}", 3, 11)]
    [InlineData("{\n  \"title\": \"\u00e9\U0001F600\" 5\n}", 2, 18)]
    [InlineData("{\r\n  \"a\": tru\r\n}", 2, 11)]
    [InlineData("", 1, 1)]
    [InlineData("[]", 1, 1)]
    [InlineData("5", 1, 1)]
    [InlineData("""{"properties":{"a":{"$ref":"b.json"}}}""", 1, 1)]
    [InlineData("""{"x-slug":""}""", 1, 1)]
    public void A_broken_file_is_an_error_at_its_place_and_the_others_load(string text, int line, int column)
    {
        Write("broken.json", text);
        Write("whole.json", "{}");

        SchemaFolder folder = SchemaFolder.Load(_folder);

        SchemaFileError error = Assert.Single(folder.Errors);
        Assert.Equal("whole", Assert.Single(folder.Models).Slug);
        Assert.Equal((Path.Combine(_folder, "broken.json"), line, column), (error.File, error.Line, error.Column));
        Assert.StartsWith($"{error.File}({line},{column}): error: ", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("BytePositionInLine", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_files_with_one_slug_the_ordinally_first_wins()
    {
        Write("a.json", """{"title":"First","x-slug":"same"}""");
        Write("same.json", """{"title":"Second"}""");

        SchemaFolder folder = SchemaFolder.Load(_folder);

        Assert.Equal("First", Assert.Single(folder.Models).Title);
        Assert.Equal(Path.Combine(_folder, "same.json"), Assert.Single(folder.Errors).File);
    }

    [Fact]
    public void A_byte_order_mark_is_no_fault()
    {
        File.WriteAllText(Path.Combine(_folder, "bom.json"), """{"type":"object"}""", System.Text.Encoding.UTF8);

        Assert.Equal("bom", Assert.Single(SchemaFolder.Load(_folder).Models).Slug);
    }

    [Fact]
    public void A_missing_folder_is_said_so() =>
        Assert.Throws<DirectoryNotFoundException>(() => SchemaFolder.Load(Path.Combine(_folder, "none")));

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
