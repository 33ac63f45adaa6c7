using System.Text.Json;

namespace Kling.Cli.Tests;

/// <summary>Text that is no page, or half of one, is told as such and never ends in a crash or a schema that nobody can trust.</summary>
public sealed class UnreadablePageTests
{
    // A test that fails names the text by this.
    private const int Seed = 20260;

    [Theory]
    [InlineData("", "page.txt is empty")]
    [InlineData(" \n\t\n", "page.txt is empty")]
    [InlineData("Lorem ipsum.\n", "page.txt is not the text of a model's page: it has no line 'Parameters' or 'Attributes'.")]
    [InlineData("{\"type\": \"object\"}", "page.txt is not the text of a model's page: it has no line 'Parameters' or 'Attributes'.")]
    [InlineData("Acme\nParameters\n", "page.txt(3): there is no parameter under 'Parameters'")]
    [InlineData("Acme\nParameters\nResponse Type\n", "page.txt(3): there is no parameter under 'Parameters'")]
    public async Task Text_that_is_not_a_page_is_reported(string text, string expected)
    {
        using var cli = new Cli();

        CliResult import = await cli.RunAsync("import", cli.Write("page.txt", text));
        CliResult diff = await cli.RunAsync("diff", RealPages.SchemaOf(Cli.Shipped[0].Slug), "page.txt");

        Assert.All([import, diff], result =>
        {
            Assert.Equal(ExitCodes.Usage, result.ExitCode);
            Assert.StartsWith("error: " + expected, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
            Assert.Equal("", result.Out);
        });
    }

    [Fact]
    public async Task Invalid_UTF8_and_missing_files_are_reported()
    {
        using var cli = new Cli();
        await File.WriteAllBytesAsync(Path.Combine(cli.Folder, "latin.txt"), [0xE9, 0xE8], TestContext.Current.CancellationToken);

        CliResult latin = await cli.RunAsync("import", "latin.txt");
        CliResult missing = await cli.RunAsync("import", "missing.txt");

        Assert.Equal((ExitCodes.Usage, "error: latin.txt is not UTF-8 text"), (latin.ExitCode, Assert.Single(latin.ErrorLines)));
        Assert.Equal(ExitCodes.Usage, missing.ExitCode);
        Assert.Contains("missing.txt cannot be read", Assert.Single(missing.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_from_the_standard_input_is_read()
    {
        using var cli = new Cli { Input = TestPage.Joined };

        CliResult result = await cli.RunAsync("import", "-");

        Assert.Equal(TestPage.Schema, result.Out);
        Assert.StartsWith("the standard input(15): note: layers: ", result.ErrorLines[0], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestPage.AllLayouts), MemberType = typeof(TestPage))]
    public void A_truncated_page_is_refused_or_partial_and_never_says_more_than_the_whole_page(string page)
    {
        JsonElement whole = JsonElement.Parse(SchemaDraft.Of(PageReader.Read(page, "page.txt"), slug: null).Schema.ToJsonString()).GetProperty("properties");
        string heading = page == TestPage.Oldest ? "Attributes" : "Parameters";
        int begin = page.IndexOf(heading + "\n", StringComparison.Ordinal) + heading.Length;
        int end = page.IndexOf(page == TestPage.Oldest ? "x-remaining-credits" : "Response Type", StringComparison.Ordinal);
        for (int length = 0; length < end; length++)
        {
            if (length < begin)
            {
                Assert.Throws<CliFailure>(() => PageReader.Read(page[..length], "page.txt"));
                continue;
            }

            JsonElement schema = JsonElement.Parse(SchemaDraft.Of(PageReader.Read(page[..length], "page.txt"), slug: null).Schema.ToJsonString());
            Assert.Equal("partial", schema.GetProperty("x-status").GetString());
            SchemaPart.Assert(schema.GetProperty("properties"), whole, $"cut at {length}");
        }
    }

    [Theory]
    [MemberData(nameof(TestPage.AllLayouts), MemberType = typeof(TestPage))]
    public void A_damaged_page_never_crashes_the_import(string page)
    {
        var random = new Random(Seed);
        for (int i = 0; i < 500; i++)
        {
            string damaged = Damage(page, random);
            try
            {
                string schema = SchemaText.Print(SchemaDraft.Of(PageReader.Read(damaged, "page.txt"), slug: null).Schema);
                _ = KlingModel.FromSchema("acme-wave", schema);
            }
            catch (CliFailure)
            {
                // Refused.
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"text {i}:\n{damaged}", e);
            }
        }
    }

    [Fact]
    public void Very_long_lines_are_read_or_refused_in_time()
    {
        foreach (string part in (string[])["a", "\"x\"", "9", "aoptionalobject[]", "aoptionalstring\"5\"", "optional", "[", "{", "@Element1", "\\\"", "Range: 0 - 1", "[]", "object[]"])
        {
            string line = string.Concat(Enumerable.Repeat(part, 20_000 / part.Length));
            foreach (string header in (string[])["boptionalstring", "boptionalinteger", "boptional\nstring\n\nDefault: ", "boptional\ninteger\nAllowed values :\n"])
            {
                ModelPage page = PageReader.Read($"Acme\n\nParameters\n{header}{line}\nResponse Type\n", "page.txt");
                Assert.NotEmpty(SchemaDraft.Of(page, slug: null).Schema);
            }
        }

        Assert.Throws<CliFailure>(() => PageReader.Read(new string('a', 1_000_000), "page.txt"));
    }

    [Theory]
    [InlineData("\nobject[]\n\nArray items:\n")]
    [InlineData("object[]\n")]
    public void Deeply_nested_lists_are_not_followed(string type)
    {
        string lists = string.Concat(Enumerable.Range(0, 2000).Select(i => $"p{9999 - i}optional{type}"));

        ModelPage page = PageReader.Read($"Acme\n\nParameters\n{lists}Response Type\n", "page.txt");

        _ = KlingModel.FromSchema("acme", SchemaText.Print(SchemaDraft.Of(page, slug: null).Schema));
        Assert.NotEmpty(page.Remarks);
    }

    private static string Damage(string page, Random random)
    {
        List<string> lines = [.. page.Split('\n')];
        for (int edits = random.Next(1, 4); edits > 0; edits--)
        {
            int at = random.Next(lines.Count);
            string line = lines[at];
            switch (random.Next(5))
            {
                case 0:
                    lines.RemoveAt(at);
                    break;
                case 1:
                    lines.Insert(random.Next(lines.Count), line);
                    break;
                case 2:
                    lines[at] = line[..random.Next(line.Length + 1)];
                    break;
                case 3:
                    lines[at] = line.Insert(random.Next(line.Length + 1), ((string[])["\"", "\\ud800", "[", "}", "-", "1e+5", "optional", "string", "\0", "+9999999999 more", ": "])[random.Next(11)]);
                    break;
                default:
                    lines[at] = line + lines[random.Next(lines.Count)];
                    break;
            }
        }

        return string.Join('\n', lines);
    }
}
