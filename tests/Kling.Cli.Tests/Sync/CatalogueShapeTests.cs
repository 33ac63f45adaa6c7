using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Kling.Cli.Tests;

/// <summary>A catalogue of another shape than expected becomes remarks or one error, never a crash or a guess.</summary>
public sealed class CatalogueShapeTests
{
    private const string Item = """{ "slug": "acme-wave", "is_depreciated": false, "parameters": { "prompt": {}, "calm": {}, "height": {}, "layers": {}, "style": {} } }""";

    [Theory]
    [InlineData("[ITEM]", "catalogue.json(1): note: The catalogue is a list. It is read as the list 'Inference Segmind Model Information List With Details'.")]
    [InlineData("{ \"ok\": true,\n \"models\": [ITEM] }", "catalogue.json(2): note: The catalogue has no list 'Inference Segmind Model Information List With Details'. The list 'models' is read instead.")]
    [InlineData("{ \"tags\": [1, {}], \"data\": [ITEM] }", "catalogue.json(1): note: The catalogue has no list 'Inference Segmind Model Information List With Details'. The list 'data' is read instead.")]
    [InlineData("{ \"Inference Segmind Model Information List With Details\": [\n null, 7, {},\n { \"slug\": 5 }, { \"slug\": \"a\", \"slug\": \"b\" }, ITEM] }", "catalogue.json(2): note: 5 items have no slug, from this line on. They are ignored.")]
    [InlineData("{ \"Inference Segmind Model Information List With Details\": [ITEM, ITEM] }", null)]
    [InlineData("\uFEFF{ \"Inference Segmind Model Information List With Details\": [ITEM] }", null)]
    public async Task A_list_of_models_is_read_wherever_it_is(string catalogue, string? remark)
    {
        CliResult result = await SyncAsync(Encoding.UTF8.GetBytes(catalogue.Replace("ITEM", Item, StringComparison.Ordinal)));

        Assert.Equal(ExitCodes.Ok, result.ExitCode);
        Assert.Equal("no drift: catalogue.json\n", result.Out);
        Assert.Equal(remark is null ? [] : [remark], result.ErrorLines);
    }

    [Theory]
    [InlineData("", "catalogue.json is empty. Segmind's catalogue is the JSON at https://")]
    [InlineData(" \n", "catalogue.json is empty.")]
    [InlineData("<!DOCTYPE html><html></html>", "catalogue.json contains HTML or XML, not JSON.")]
    [InlineData("null", "catalogue.json is not a catalogue: it contains no list of models with a 'slug' each")]
    [InlineData("\"text\"", "catalogue.json is not a catalogue:")]
    [InlineData("{}", "catalogue.json is not a catalogue:")]
    [InlineData("[]", "catalogue.json is not a catalogue:")]
    [InlineData("{ \"detail\": \"Not authenticated\", \"\\ud800\": 1 }", "catalogue.json is not a catalogue: it contains no list of models with a 'slug' each, such as 'Inference Segmind Model Information List With Details'. It contains 'detail'")]
    [InlineData("{ \"Inference Segmind Model Information List With Details\": {} }", "catalogue.json is not a catalogue:")]
    [InlineData("{ \"a\": 1,\n oops }", "catalogue.json(2,2): not JSON:")]
    [InlineData("{ \"a\": [", "catalogue.json(1,9): not JSON:")]
    public async Task What_is_not_a_catalogue_is_one_error(string catalogue, string expected)
    {
        CliResult result = await SyncAsync(Encoding.UTF8.GetBytes(catalogue));

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.StartsWith("error: " + expected, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Equal("", result.Out);
    }

    [Fact]
    public async Task Deep_large_and_undecodable_files_are_one_error()
    {
        byte[] deep = Encoding.UTF8.GetBytes(new string('[', 100_000));
        byte[] large = Encoding.UTF8.GetBytes("[" + new string(' ', 33 * 1024 * 1024));
        byte[] broken = [.. Gzip("[1, 2, 3]")[..12], 0xFF, 0xFF, 0xFF, 0xFF];

        foreach ((byte[] bytes, string expected) in ((byte[], string)[])
            [(deep, "catalogue.json(1,"), (large, "catalogue.json has more than 32 MB"), (Gzip(new string(' ', 33 * 1024 * 1024)), "catalogue.json has more than 32 MB"),
             ([(byte)'"', 0xE9, (byte)'"'], "catalogue.json is not UTF-8 text"), (broken, "catalogue.json")])
        {
            CliResult result = await SyncAsync(bytes);

            Assert.Equal(ExitCodes.Usage, result.ExitCode);
            Assert.StartsWith("error: " + expected, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Gzip_and_UTF16_are_read()
    {
        foreach (byte[] bytes in (byte[][])[Gzip(TestCatalogue.Json), [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(TestCatalogue.Json)]])
        {
            Assert.Equal("no drift: catalogue.json\n", (await SyncAsync(bytes)).Out);
        }
    }

    [Fact]
    public async Task The_standard_input_is_read()
    {
        using var cli = new Cli { Input = TestCatalogue.Json };

        CliResult result = await cli.RunAsync("import", "--catalogue", "-", "acme-old");

        Assert.Equal(ExitCodes.Ok, result.ExitCode);
        Assert.Contains("\"x-retired\": true", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slug_that_is_listed_twice_with_different_contents_is_not_used()
    {
        string other = Item.Replace("\"calm\": {}", "\"calm\": { \"default\": true }", StringComparison.Ordinal);

        CliResult result = await SyncAsync(Encoding.UTF8.GetBytes($"[{Item}, {other}]"));

        Assert.Equal(ExitCodes.Ok, result.ExitCode);
        Assert.Contains("note: the catalogue lists 'acme-wave' 2 times with different contents, so it is not used", result.ErrorLines);
    }

    [Theory]
    [InlineData("\"parameters\": 5", "The catalogue's 'parameters' is not an object. The parameters are unknown.")]
    [InlineData("\"parameters\": [\"prompt\"]", "The catalogue's 'parameters' is not an object. The parameters are unknown.")]
    [InlineData("\"parameters\": {}", "The catalogue's 'parameters' is empty. The parameters are unknown.")]
    [InlineData("\"parameters\": null", null)]
    [InlineData("\"is_depreciated\": \"false\"", "The catalogue's 'is_depreciated' is not true or false. It is not used.")]
    [InlineData("\"is_depreciated\": 1", "The catalogue's 'is_depreciated' is not true or false. It is not used.")]
    [InlineData("\"is_depreciated\": true, \"is_depreciated\": false", "The catalogue has 'is_depreciated' more than once here. It is not used.")]
    [InlineData("\"type\": \"imageTo3d\"", "The type \"imageTo3d\" is not understood, so nothing is known about the output.")]
    [InlineData("\"type\": [\"textToVideo\"]", "The catalogue's 'type' is not a string. It is not used.")]
    [InlineData("\"title\": {}", "The catalogue's 'title' is not a string. It is not used.")]
    [InlineData("\"description\": \"\\udc00\"", "The catalogue's 'description' is not a string. It is not used.")]
    public void A_member_of_a_model_that_is_not_understood_is_a_remark(string member, string? remark) =>
        Assert.Equal(remark is null ? [] : [new PageRemark(2, remark)], Remarks($"{{ \"slug\": \"acme-wave\",\n {member} }}"));

    [Theory]
    [InlineData("\"default\": 1e99999999999", "note height default 2 -> 1e99999999999")]
    [InlineData("\"default\": \"1e+99999999999\"", "note height default 2 -> 1e+99999999999")]
    [InlineData("\"max\": 1e-99999999999", "note height maximum 9 -> 1e-99999999999")]
    [InlineData("\"options\": [1e99999999999, 2]", "note height enum (any) -> 1e99999999999, 2")]
    public async Task Numbers_that_no_computer_holds_are_compared(string metadata, string expected)
    {
        using var cli = new Cli();
        _ = cli.Write("mine/acme-wave.json", TestPage.Schema);
        _ = cli.Write("catalogue.json", $"[{Item.Replace("\"height\": {}", $"\"height\": {{ {metadata} }}", StringComparison.Ordinal)}]");

        CliResult result = await cli.RunAsync("sync", "--schemas", "mine", "--catalogue", "catalogue.json", "--json");

        JsonElement difference = Assert.Single(result.Json().GetProperty("models")[0].GetProperty("differences").EnumerateArray());
        Assert.Equal(expected, $"note {difference.GetProperty("parameter")} {difference.GetProperty("what")} {difference.GetProperty("schema")} -> {difference.GetProperty("page")}");
    }

    [Theory]
    [InlineData("\"prompt\": 5", "The catalogue's description of the parameter is not an object. It is not used.")]
    [InlineData("\"prompt\": null", null)]
    [InlineData("\"prompt\": { \"isRequired\": \"yes\" }", "The catalogue's 'isRequired' is not true or false. It is not used.")]
    [InlineData("\"prompt\": { \"min\": \"1\" }", "The catalogue's 'min' is not a number. It is not used.")]
    [InlineData("\"prompt\": { \"min\": 9, \"max\": 1e999 }", null)]
    [InlineData("\"prompt\": { \"min\": 9, \"max\": 1 }", "The catalogue's minimum 9 is above its maximum 1. Neither is used.")]
    [InlineData("\"prompt\": { \"options\": \"a\" }", "The catalogue's 'options' is not a list of plain values. It is not used.")]
    [InlineData("\"prompt\": { \"options\": [{ \"value\": 1 }] }", "The catalogue's 'options' is not a list of plain values. It is not used.")]
    [InlineData("\"prompt\": { \"options\": [\"\\ud800\"] }", "The catalogue's 'options' is not a list of plain values. It is not used.")]
    [InlineData("\"prompt\": { \"default\": [{ \"a\": \"\\ud800\" }] }", "The default contains half of a surrogate pair, which is not Unicode text. It is not used.")]
    [InlineData("\"prompt\": { \"min\": 1, \"min\": 2 }", "The catalogue has 'min' more than once here. It is not used.")]
    [InlineData("\"prompt\": {}, \"prompt\": {}", "The catalogue lists this parameter more than once. Only the first is used.")]
    public void Metadata_of_a_parameter_that_is_not_understood_is_a_remark(string parameter, string? remark) =>
        Assert.Equal(
            remark is null ? [] : [new PageRemark(2, remark) { Parameter = "prompt" }],
            Remarks(Item.Replace("\"prompt\": {}", "\n" + parameter, StringComparison.Ordinal)));

    [Fact]
    public void Damaged_catalogues_never_crash_the_command()
    {
        var random = new Random(14);
        var model = KlingModel.FromSchema(TestPage.Slug, TestPage.Schema);
        string[] pieces = ["{", "}", "[", "]", "\"", ",", ":", "null", "1e999999999999", "\"\\ud800\"", "-", "\\", "\0", "<", "true", "\"slug\"", "\"parameters\":"];
        int read = 0;
        for (int i = 0; i < 3000; i++)
        {
            var text = new StringBuilder(TestCatalogue.Json);
            for (int edits = random.Next(1, 4); edits > 0; edits--)
            {
                int at = random.Next(text.Length);
                _ = random.Next(2) == 0 ? text.Insert(at, pieces[random.Next(pieces.Length)]) : text.Remove(at, Math.Min(random.Next(1, 40), text.Length - at));
            }

            try
            {
                var catalogue = CatalogueFile.Read(new CatalogueText("catalogue.json", Encoding.UTF8.GetBytes(text.ToString())));
                foreach (CatalogueEntry entry in catalogue.Slugs.Select(catalogue.Find).OfType<CatalogueEntry>())
                {
                    _ = CatalogueDrift.Between(model, entry);
                    _ = KlingModel.FromSchema(entry.Slug, SchemaText.Print(SchemaDraft.Of(CatalogueDraft.PageOf(entry), slug: null).Schema));
                    read++;
                }
            }
            catch (Exception e) when (e is JsonException or CliFailure)
            {
                // Refused.
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"text {i}:\n{text}", e);
            }
        }

        Assert.True(read > 500, $"{read}");
    }

    private static IReadOnlyList<PageRemark> Remarks(string item)
    {
        var catalogue = CatalogueFile.Read(new CatalogueText("catalogue.json", Encoding.UTF8.GetBytes($"[{item}]")));
        CatalogueEntry entry = catalogue.Find(TestPage.Slug)!;
        _ = CatalogueDrift.Between(KlingModel.FromSchema(TestPage.Slug, TestPage.Schema), entry);
        return entry.Remarks;
    }

    private static byte[] Gzip(string text)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return compressed.ToArray();
    }

    private static async Task<CliResult> SyncAsync(byte[] catalogue)
    {
        using var cli = new Cli();
        _ = cli.Write("mine/acme-wave.json", TestPage.Schema);
        await File.WriteAllBytesAsync(Path.Combine(cli.Folder, "catalogue.json"), catalogue, TestContext.Current.CancellationToken);
        CliResult result = await cli.RunAsync("sync", "--schemas", "mine", "--catalogue", "catalogue.json");
        return result with { Error = string.Concat(result.ErrorLines.Where(static line => !line.StartsWith("note: the catalogue lists models without", StringComparison.Ordinal)).Select(static line => line + "\n")) };
    }
}
