using System.Text.Json;

namespace Kling.Cli.Tests;

/// <summary><c>kling jobs import</c>.</summary>
public sealed class QueueImportTests
{
    private const string Slug = "kling-o3-text2video";

    [Fact]
    public async Task A_CSV_file_is_enqueued_once_however_often_it_is_imported()
    {
        using var cli = new Cli();
        _ = cli.Write(
            "jobs.csv",
            "order,prompt,cfg,generate-audio,multi_prompt,notes\r\n"
                + "1,\"An \"\"eagle\"\",\nflying\",0.5,true,\"[{\"\"prompt\"\":\"\"a\"\",\"\"duration\"\":\"\"5\"\"}]\",x\r\n"
                + "\r\n"
                + "2,second,,,,\r\n");
        string[] import = ["jobs", "import", "jobs.csv", "--slug", Slug, "--key", "order", "--map", "cfg=cfg_scale", "--map", "notes=", "--tag", "batch=1"];

        CliResult first = await cli.RunAsync(import);
        CliResult second = await cli.RunAsync([.. import, "--json"]);

        Assert.True(first.ExitCode == ExitCodes.Ok, first.ToString());
        Assert.Equal("2 requests were enqueued\n", first.Out);
        JsonElement[] tickets = [.. second.Json().EnumerateArray()];
        Assert.Equal(["1", "2"], tickets.Select(static ticket => ticket.GetProperty("key").GetString()));
        Assert.Equal(
            ["""{"prompt":"An \"eagle\",\nflying","cfg_scale":0.5,"generate_audio":true,"multi_prompt":[{"prompt":"a","duration":"5"}]}""", """{"prompt":"second"}"""],
            tickets.Select(static ticket => JsonElement.Parse(ticket.GetProperty("request").GetRawText())).Select(static body => JsonSerializer.Serialize(body, Relaxed)));
        CliResult list = await cli.RunAsync("jobs", "list", "--tag", "batch=1", "--json");
        Assert.Equal(2, list.Json().GetArrayLength());
        Assert.Equal("0 requests were enqueued; 2 were there already, by the key\n", (await cli.RunAsync(import)).Out);
    }

    [Fact]
    public async Task JSON_Lines_hold_bodies_or_slugs_keys_and_bodies()
    {
        using var cli = new Cli();
        _ = cli.Write(
            "jobs.jsonl",
            "{\"prompt\": \"a\", \"id\": 7}\n\n{\"slug\": \"kling-3-pro-text2video\", \"key\": \"k\", \"body\": {\"prompt\": \"b\"}}\n{\"text\": \"c\", \"id\": \"x\"}");

        CliResult result = await cli.RunAsync("jobs", "import", "jobs.jsonl", "--slug", Slug, "--key", "id", "--map", "text=prompt", "--json");

        Assert.True(result.ExitCode == ExitCodes.Ok, result.ToString());
        Assert.Equal(
            [$$"""7 {{Slug}} {"prompt":"a"}""", """k kling-3-pro-text2video {"prompt":"b"}""", $$"""x {{Slug}} {"prompt":"c"}"""],
            result.Json().EnumerateArray().Select(static ticket =>
                $"{ticket.GetProperty("key")} {ticket.GetProperty("slug")} {JsonSerializer.Serialize(ticket.GetProperty("request"))}"));
    }

    [Fact]
    public async Task Every_mistake_is_listed_with_its_line_and_nothing_is_stored()
    {
        using var cli = new Cli();
        _ = cli.Write("jobs.csv", "key,prompt,cfg_scale,image_url\nn1,ok,0.5,\nn2,\"two\nlines\",1.5,\nn1,twice,,\n,none,,\nshort,1\nn3,,abc,\n".Replace(",image_url", ",aspect_ratio", StringComparison.Ordinal));
        _ = cli.Write("jobs.jsonl", "{\"prompt\": 1}\n{\"prompt\": \"x\"\n[]\n{\"slug\": \"nope\", \"body\": {}}\n{\"key\": [], \"body\": {\"prompt\": \"x\"}}\n{\"prompt\":\"ok\"}");

        CliResult csv = await cli.RunAsync("jobs", "import", "jobs.csv", "--slug", Slug, "--key", "key");
        CliResult lines = await cli.RunAsync("jobs", "import", "jobs.jsonl", "--slug", Slug);

        Assert.Equal((ExitCodes.InvalidRequest, ExitCodes.InvalidRequest), (csv.ExitCode, lines.ExitCode));
        Assert.Equal("error: jobs.csv: 5 of 6 requests are not valid; nothing was stored", csv.ErrorLines[0]);
        Assert.Equal(
            ["jobs.csv(3): /cfg_scale: 1.5 is", "jobs.csv(5): the key 'n1' is also in line 2", "jobs.csv(6): the key is missing.", "jobs.csv(7): 2 fields instead of 4", "jobs.csv(8): /prompt: ", "jobs.csv(8): /cfg_scale: "],
            csv.ErrorLines[1..].Select(static line => line[2..]),
            static (expected, actual) => actual.StartsWith(expected, StringComparison.Ordinal));
        Assert.Equal("error: jobs.jsonl: 5 of 6 requests are not valid; nothing was stored", lines.ErrorLines[0]);
        Assert.Equal(
            ["jobs.jsonl(1): /prompt: ", "jobs.jsonl(2,15): not JSON: ", "jobs.jsonl(3): the line must be a JSON object", "jobs.jsonl(4): there is no model 'nope'.", "jobs.jsonl(5): /key: must be text"],
            lines.ErrorLines[1..].Select(static line => line[2..]).Where(static line => !line.Contains("kling new", StringComparison.Ordinal) && !line.Contains("--untyped", StringComparison.Ordinal)),
            static (expected, actual) => actual.StartsWith(expected, StringComparison.Ordinal));
        Assert.False(File.Exists(Path.Combine(cli.Folder, "kling-jobs.db")));
    }

    [Fact]
    public async Task A_key_of_another_request_stores_nothing()
    {
        using var cli = new Cli();
        _ = await cli.RunAsync("jobs", "add", Slug, "--prompt", "x", "--key", "b");
        _ = cli.Write("jobs.csv", "key,prompt\na,x\nb,y\n");

        CliResult result = await cli.RunAsync("jobs", "import", "jobs.csv", "--slug", Slug, "--key", "key");

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.StartsWith("error: jobs.csv(3): The key 'b' belongs to the ticket", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, (await cli.RunAsync("jobs", "list", "--json")).Json().GetArrayLength());
    }

    [Theory]
    [InlineData(ExitCodes.Usage, "--slug is missing", "prompt\nx\n")]
    [InlineData(ExitCodes.InvalidRequest, "x.csv is empty", "\n", "--slug", Slug)]
    [InlineData(ExitCodes.Usage, "x.csv: 'kling-o3-text2video' has no parameter 'promt'. Did you mean 'prompt'?", "promt\nx\n", "--slug", Slug)]
    [InlineData(ExitCodes.Usage, "x.csv: 'kling-o3-text2video' has no parameter 'nope'.", "prompt\nx\n", "--slug", Slug, "--map", "prompt=nope")]
    [InlineData(ExitCodes.Usage, "x.csv has no column 'a'.", "prompt\nx\n", "--slug", Slug, "--map", "a=prompt")]
    [InlineData(ExitCodes.Usage, "x.csv has no column 'id'.", "prompt\nx\n", "--slug", Slug, "--key", "id")]
    [InlineData(ExitCodes.Usage, "x.csv: two columns are the parameter 'prompt'", "a,prompt\nx,y\n", "--slug", Slug, "--map", "a=prompt")]
    [InlineData(ExitCodes.Usage, "--map must be column=parameter, not 'a'", "a\nx\n", "--slug", Slug, "--map", "a")]
    [InlineData(ExitCodes.Usage, "--map has the column 'a' twice", "a\nx\n", "--slug", Slug, "--map", "a=prompt", "--map", "a=")]
    [InlineData(ExitCodes.InvalidRequest, "x.csv(2): the quote that begins a field is never closed", "prompt\n\"x\ny\n", "--slug", Slug)]
    [InlineData(ExitCodes.InvalidRequest, "x.csv(3): only a comma or the end of the line", "prompt\n\"x\ny\"z\n", "--slug", Slug)]
    [InlineData(ExitCodes.InvalidRequest, "x.csv(2): a field that contains a quote must be in quotes", "prompt\nx\"y\n", "--slug", Slug)]
    public async Task A_file_that_cannot_be_read_is_refused(int exitCode, string expected, string text, params string[] args)
    {
        using var cli = new Cli();
        _ = cli.Write("x.csv", text);

        CliResult result = await cli.RunAsync(["jobs", "import", "x.csv", .. args]);

        Assert.Equal((exitCode, ""), (result.ExitCode, result.Out));
        Assert.StartsWith("error: " + expected, result.ErrorLines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b\n1,2", "1:a|b 2:1|2")]
    [InlineData("a,b\r\n\"1\r\n\",\"\"\r\n3,4\r\n", "1:a|b 2:1\r\n| 4:3|4")]
    [InlineData("a\r\"x\r\"\rb", "1:a 2:x\r 4:b")]
    [InlineData("\n\na,\n\",\",\"\"\"\"\n", "3:a| 4:,|\"")]
    [InlineData("", "")]
    public void CSV_is_read_as_RFC_4180_describes_it(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', CsvText.Read("x", text).Select(static record => FormattableString.Invariant($"{record.Line}:{string.Join('|', record.Fields)}"))));

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
