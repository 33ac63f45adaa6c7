using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kling.Cli.Tests;

/// <summary>
/// Pages that were copied in another way: other white space, HTML entities, parts in another order, parts missing. What a page says in
/// another form becomes the same schema; what it no longer says is missing and not guessed.
/// </summary>
public sealed partial class ChangedPageTests
{
    private static readonly string[] Headings = ["API Endpoint", "Parameters", "Response Type", "Asynchronous requests (v2)", "Common Error Codes"];

    /// <summary>Our pages in the three layouts, and the stored ones where they are.</summary>
    public static TheoryData<string, string> Pages =>
        [("spaced", TestPage.Spaced), ("joined", TestPage.Joined), ("joined with words", TestPage.JoinedWithWords), ("oldest", TestPage.Oldest), .. RealPages.All];

    [Theory]
    [MemberData(nameof(Pages))]
    public void White_space_and_entities_make_no_difference(string name, string page)
    {
        string expected = Schema(page);
        (string Change, string Text)[] changed =
        [
            ("CRLF", page.Replace("\n", "\r\n", StringComparison.Ordinal)),
            ("CR", page.Replace('\n', '\r')),
            ("space at the ends", "\n \n" + page.Replace("\n", " \t\n\u00A0", StringComparison.Ordinal) + "\n\n"),
            ("no-break spaces", Unquoted(page, static text => text.Replace(' ', '\u00A0'))),
            ("wide spaces", Unquoted(page, static text => text.Replace(" ", "\u2003\u202F", StringComparison.Ordinal))),
            ("tabs", Unquoted(page, static text => text.Replace(" ", "\t", StringComparison.Ordinal))),
            ("no width", Unquoted(page, static text => text.Replace("o", "\u200Bo\u00AD", StringComparison.Ordinal))),
            ("entities", WebUtility.HtmlEncode(page)),
            ("quotes as entities", page.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)),
            ("en dash", Range().Replace(page, "$1 \u2013 $2")),
            ("minus", Range().Replace(page, "$1\u2212$2")),
            ("dash in the price", Price().Replace(page, "$1 \u2014 $2")),
        ];

        Assert.All(changed, change => Assert.True(expected == Schema(change.Text), $"{name}, {change.Change}:\n{Schema(change.Text)}"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Parts_in_another_order_or_missing_say_nothing_else(string name, string page)
    {
        JsonElement whole = JsonElement.Parse(Schema(page)).GetProperty("properties");
        string[] parts = Parts(page);
        int read = 0;
        foreach (int[] order in Orders(parts.Length))
        {
            string text = string.Join('\n', order.Select(index => parts[index]));
            try
            {
                JsonElement schema = JsonElement.Parse(Schema(text));
                SchemaPart.Assert(schema.GetProperty("properties"), whole, $"{name}, {string.Join(' ', order)}");
                read++;
            }
            catch (CliFailure)
            {
                // Refused.
            }
        }

        Assert.True(read > 0);
    }

    [Fact]
    public void Parts_in_another_order_keep_slug_and_output()
    {
        string[] parts = Parts(TestPage.Spaced);
        string[] moved = [.. parts.Where(static part => part.StartsWith("Response Type", StringComparison.Ordinal)), .. parts.Where(static part => !part.StartsWith("Response Type", StringComparison.Ordinal))];

        ModelPage page = PageReader.Read(string.Join('\n', moved), "page.txt");

        Assert.Equal(("acme-wave", KlingOutputKind.Image, null), (page.Slug, page.Output, page.Cut));
        Assert.Equal(JsonElement.Parse(TestPage.Schema).GetProperty("properties").GetRawText().Length > 0, page.Parameters.Count == 5);
    }

    private static string Schema(string page) => SchemaText.Print(SchemaDraft.Of(PageReader.Read(page, "page.txt"), slug: null).Schema);

    private static string[] Parts(string page)
    {
        List<List<string>> parts = [[]];
        foreach (string line in page.Split('\n'))
        {
            if (Headings.Contains(line.Trim()))
            {
                parts.Add([]);
            }

            parts[^1].Add(line);
        }

        return [.. parts.Select(static part => string.Join('\n', part))];
    }

    /// <summary>Every rotation and exchange of two parts, and all without one or two of the parts.</summary>
    private static IEnumerable<int[]> Orders(int count)
    {
        int[] all = [.. Enumerable.Range(0, count)];
        for (int i = 0; i < count; i++)
        {
            yield return [.. all[i..], .. all[..i]];
            for (int j = 0; j < count; j++)
            {
                yield return [.. all.Select(index => index == i ? j : index == j ? i : index)];
                yield return [.. all.Where(index => index != i && index != j)];
            }
        }

        yield return [.. all.Reverse()];
    }

    /// <summary>Changes what is not in quotes.</summary>
    private static string Unquoted(string page, Func<string, string> change) =>
        string.Join('\n', page.Split('\n').Select(line => string.Join('"', line.Split('"').Select((piece, index) => index % 2 == 0 ? change(piece) : piece))));

    [GeneratedRegex("(Range: [0-9.]+) - ([0-9.]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Range();

    [GeneratedRegex(@"(\$[0-9.]+) - (\$[0-9.]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Price();
}
