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
    public async Task A_schema_file_in_the_folder_is_served_as_a_model()
    {
        Write("kling-x-test.json", """{ "type": "object", "properties": { "new": { "type": "integer" } } }""");

        SchemaFolder folder = SchemaFolder.Load(_folder);

        Assert.Equal(HttpStatusCode.OK, await SubmitAsync(folder, "kling-x-test", """{"new":1}"""));
        Assert.Equal(HttpStatusCode.BadRequest, await SubmitAsync(folder, "kling-x-test", """{"new":"1"}"""));
    }

    [Fact]
    public void The_shipped_folder_has_the_same_models_as_the_package()
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
        Write("b.json", """{"type":"object","title":"B"}""");
        Write("a.json", """{"type":"object","x-slug":"kling-v1.6"}""");
        Write("Z.json", """{"type":"object"}""");
        Write("c.kling.json", """{"type":"object"}""");
        Write("kling-model.schema.json", "no JSON, and no model");
        Write("readme.md", "no schema");

        SchemaFolder folder = SchemaFolder.Load(_folder);

        Assert.Equal(["Z", "kling-v1.6", "b", "c"], folder.Models.Select(static model => model.Slug));
        Assert.Empty(folder.Errors);
    }

    [Theory]
    [InlineData("{\n  \"type\": \"object\",\n  \"title\" \"x\"\n}", "KLING001", 3, 11)]
    [InlineData("{\n  \"title\": \"\u00e9\U0001F600\" 5\n}", "KLING001", 2, 18)]
    [InlineData("{\r\n  \"a\": tru\r\n}", "KLING001", 2, 8)]
    [InlineData("{\u2028\n\"a\": 1,\n\"a\": 2}", "KLING001", 1, 2)]
    [InlineData("{\"a\": 1,\n\"a\": 2}", "KLING001", 2, 1)]
    [InlineData("", "KLING001", 1, 1)]
    [InlineData("[]", "KLING002", 1, 1)]
    [InlineData("5", "KLING002", 1, 1)]
    [InlineData("{}", "KLING002", 1, 1)]
    [InlineData("{\n\"type\": \"string\"}", "KLING002", 2, 9)]
    [InlineData("{\"type\": \"object\",\n\"x-slug\": \"..\"}", "KLING019", 2, 11)]
    [InlineData("{\"type\": \"object\",\n\"x-slug\": \"a\\u0000\"}", "KLING019", 2, 11)]
    [InlineData("{\"type\": \"object\",\n\"x-slug\": \"\"}", "KLING019", 2, 11)]
    public void An_invalid_file_is_an_error_with_line_and_column_and_the_others_load(string text, string id, int line, int column)
    {
        Write("broken.json", text);
        Write("whole.json", """{"type":"object"}""");

        SchemaFolder folder = SchemaFolder.Load(_folder);

        SchemaFileDiagnostic error = Assert.Single(folder.Errors);
        Assert.Empty(folder.Warnings);
        Assert.Equal("whole", Assert.Single(folder.Models).Slug);
        Assert.Equal((Path.Combine(_folder, "broken.json"), line, column, id, true), (error.File, error.Line, error.Column, error.Id, error.IsError));
        Assert.StartsWith($"{error.File}({line},{column}): error {id}: ", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"properties":{"a":{"$ref":"b.json"}}}""", "KLING012", 28)]
    [InlineData("""{"properties":{"a":{"$ref":"#shot"}},"$defs":{"s":{"$anchor":"shot"}}}""", "KLING012", 28)]
    [InlineData("""{"properties":{"a":{"type":"file"}}}""", "KLING008", 28)]
    [InlineData("""{"properties":{"a":{"pattern":"("}}}""", "KLING009", 31)]
    [InlineData("""{"properties":{"a":{"type":"array","prefixItems":{}}}}""", "KLING008", 50)]
    [InlineData("""{"properties":{"a":{"not":{"type":"array"}}}}""", "KLING009", 21)]
    public async Task A_keyword_that_is_not_enforced_is_a_warning_with_line_and_column_and_the_model_is_served(string text, string id, int column)
    {
        Write("warned.json", text);

        SchemaFolder folder = SchemaFolder.Load(_folder);

        Assert.Empty(folder.Errors);
        SchemaFileDiagnostic warning = Assert.Single(folder.Warnings);
        Assert.Equal((1, column, id, false), (warning.Line, warning.Column, warning.Id, warning.IsError));
        Assert.StartsWith($"{Path.Combine(_folder, "warned.json")}(1,{column}): warning {id}: ", warning.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await SubmitAsync(folder, "warned", """{"a":["x"]}"""));
        Assert.Equal(HttpStatusCode.BadRequest, await SubmitAsync(folder, "warned", "[]"));
    }

    [Fact]
    public void A_file_whose_name_cannot_be_a_slug_is_an_error_and_the_others_load()
    {
        Write("two words.json", """{"type":"object"}""");
        Write(new string('x', 101) + ".json", """{"type":"object"}""");
        Write("whole.json", """{"type":"object"}""");

        SchemaFolder folder = SchemaFolder.Load(_folder);

        Assert.Equal("whole", Assert.Single(folder.Models).Slug);
        Assert.Equal([("KLING019", 1, 1), ("KLING019", 1, 1)], folder.Errors.Select(static error => (error.Id, error.Line, error.Column)));
    }

    [Fact]
    public void The_ordinally_first_of_two_files_with_the_same_slug_is_used()
    {
        Write("a.json", """{"type":"object","title":"First","x-slug":"same"}""");
        Write("same.json", """{"type":"object","title":"Second"}""");

        SchemaFolder folder = SchemaFolder.Load(_folder);

        Assert.Equal("First", Assert.Single(folder.Models).Title);
        Assert.Equal((Path.Combine(_folder, "same.json"), "KLING005"), (Assert.Single(folder.Errors).File, folder.Errors[0].Id));
    }

    [Fact]
    public void Subfolders_are_read_as_a_build_reads_them()
    {
        Write("top.json", "{\"type\":\"object\"}");
        Write("a/deep/one.json", "{\"type\":\"object\"}");
        Write("a/two.kling.json", "{\"type\":\"object\"}");
        Write("bin/three.json", "{\"type\":\"object\"}");
        Write(".hidden/four.json", "no JSON");
        Write("a/.vs/five.json", "no JSON");
        Write("a/kling-model.schema.json", "no JSON");

        SchemaFolder folder = SchemaFolder.Load(_folder);

        Assert.Empty(folder.Errors);
        Assert.Equal(["one", "two", "three", "top"], folder.Models.Select(static model => model.Slug));
        Assert.Equal(Path.Combine(_folder, "a", "deep", "one.json"), folder.Files["one"]);
    }

    [Fact]
    public void A_folder_with_a_project_is_read_as_the_build_of_the_project_reads_it()
    {
        Write("App.csproj", "<Project />");
        Write("appsettings.json", "no JSON");
        Write("x.kling.json", "{\"type\":\"object\"}");
        Write("sub/bin/y.kling.json", "{\"type\":\"object\"}");
        Write("kling-schemas/z.json", "{\"type\":\"object\"}");
        Write("kling-schemas/bin/deep/w.json", "{\"type\":\"object\"}");
        Write("sub/kling-schemas/none.json", "no JSON");
        Write("bin/Debug/none.kling.json", "no JSON");
        Write("obj/none.kling.json", "no JSON");

        SchemaFolder folder = SchemaFolder.Load(_folder);

        Assert.Empty(folder.Errors);
        Assert.Equal(["w", "x", "y", "z"], folder.Models.Select(static model => model.Slug).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_symbolic_link_to_a_parent_folder_is_not_followed_endlessly()
    {
        Write("sub/one.json", "{\"type\":\"object\"}");
        _ = Directory.CreateSymbolicLink(Path.Combine(_folder, "sub", "loop"), _folder);

        Assert.Equal("one", Assert.Single(SchemaFolder.Load(_folder).Models).Slug);
    }

    [Fact]
    public void A_byte_order_mark_is_ignored()
    {
        File.WriteAllText(Path.Combine(_folder, "bom.json"), """{"type":"object"}""", System.Text.Encoding.UTF8);

        Assert.Equal("bom", Assert.Single(SchemaFolder.Load(_folder).Models).Slug);
    }

    [Fact]
    public void A_missing_folder_is_reported() =>
        Assert.Throws<DirectoryNotFoundException>(() => SchemaFolder.Load(Path.Combine(_folder, "none")));

    private static async Task<HttpStatusCode> SubmitAsync(SchemaFolder folder, string slug, string body)
    {
        using var emulator = new SegmindEmulator(folder.Models);
        using var client = new HttpClient(emulator);
        client.DefaultRequestHeaders.Add("x-api-key", "SG_0123456789abcdef");
        using HttpResponseMessage response = await client.PostAsync(new Uri("https://api.segmind.com/v2/" + slug), Contract.EmulatorFixture.Json(body), TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private void Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
