using System.Globalization;
using System.Text;
using Kling.Emulator;
using Spectre.Console;

namespace Kling.Cli.Tests;

/// <summary>Characters that steer a terminal or cannot be seen reach it as escapes, wherever they come from.</summary>
public sealed class HiddenCharacterTests
{
    // A bidi override, ESC, a C1 control, a zero-width space, a bidi isolate, a byte order mark, a Hangul filler and a tag.
    private const string Hidden = "\u202e\u001b[31m\u009b31m\u200b\u2066\ufeff\u3164\U000e0041";

    private const string Escaped = "\\u202e\\u001b[31m\\u009b31m\\u200b\\u2066\\ufeff\\u3164\\udb40\\udc41";

    private static readonly string Schema = $$"""
        { "title": "T{{Json(Hidden)}}", "description": "D{{Json(Hidden)}}", "type": "object",
          "properties": { "a": { "type": "string", "description": "P{{Json(Hidden)}}", "enum": ["x{{Json(Hidden)}}"] },
                          "n{{Json(Hidden)}}": { "type": "string", "default": "{{Json(Hidden)}}" } } }
        """;

    [Theory]
    [InlineData("models")]
    [InlineData("models", "hidden")]
    [InlineData("models", "--json")]
    [InlineData("models", "hidden", "--json")]
    [InlineData("run", "--help")]
    [InlineData("run", "hidden", "--help")]
    [InlineData("submit", "hidden", "--help")]
    [InlineData("run", "hidden", "--a", Hidden)]
    [InlineData("run", "hidden", "--a", Hidden, "--json")]
    [InlineData("run", "hidden", "--set", Hidden)]
    [InlineData("run", "hidden", "--" + Hidden)]
    [InlineData("run", Hidden)]
    [InlineData("models", Hidden, "--json")]
    [InlineData("validate", "hidden", Hidden + ".json")]
    [InlineData("validate", "hidden", "unknown.json")]
    [InlineData("new", "fine", "-o", Hidden + ".json")]
    [InlineData("new", Hidden)]
    [InlineData("emulator", "--urls", Hidden)]
    [InlineData("--" + Hidden)]
    public async Task Hidden_characters_are_not_printed(params string[] args)
    {
        using var cli = new Cli();
        _ = cli.Write("mine/hidden.json", Schema);
        _ = cli.Write("unknown.json", $$"""{"u{{Json(Hidden)}}": 1}""");

        CliResult result = await cli.RunAsync(["--schemas", "mine", .. args]);

        AssertVisible(result.Out + result.Error);
        Assert.Contains(Escaped[..6], result.Out + result.Error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task JSON_output_keeps_hidden_characters_as_escapes()
    {
        using var cli = new Cli();
        _ = cli.Write("mine/hidden.json", Schema);

        CliResult result = await cli.RunAsync("models", "hidden", "--json", "--schemas", "mine");

        Assert.Equal("T" + Hidden, result.Json().GetProperty("title").GetString());
        Assert.Equal("D" + Hidden, result.Json().GetProperty("description").GetString());
    }

    [Fact]
    public async Task Hidden_characters_in_a_server_message_are_not_printed()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        cli.Segmind.When(static request => request.Slug is not null, EmulatorFault.JobFailure("blocked " + Hidden));

        CliResult plain = await cli.RunAsync("run", "kling-o3-text2video", "--prompt", "x", "--yes");
        CliResult json = await cli.RunAsync("run", "kling-o3-text2video", "--prompt", "x", "--yes", "--json");

        AssertVisible(plain.Out + plain.Error + json.Out + json.Error);
        Assert.Contains("blocked \\u202e", plain.Error, StringComparison.Ordinal);
        Assert.Contains("blocked \u202e", json.Json().GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hidden_characters_in_the_name_of_a_saved_file_are_not_printed()
    {
        using var cli = new Cli();
        string[] run = ["run", "kling-o3-text2video", "--prompt", "x", "--emulator", "--time-scale", "1000", "-o", Hidden + ".mp4"];

        CliResult plain = await cli.RunAsync(run);
        CliResult json = await cli.RunAsync([.. run, "--json"]);

        Assert.Equal(Escaped + ".mp4\n", plain.Out);
        AssertVisible(json.Out);
        Assert.Equal(Path.Combine(cli.Folder, Hidden + ".mp4"), Assert.Single(json.Json().GetProperty("files").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task Hidden_characters_in_progress_bars_are_not_printed()
    {
        using var terminal = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(terminal),
        });
        console.Profile.Width = 200;
        var board = new LiveBoard(console);
        var job = new JobView("slug\u202e\u001b]0;title\u0007", expected: null, TimeProvider.System) { RequestId = "id\u202e\u001b]0;title\u0007" };

        await board.ShowAsync([job], () =>
        {
            board.Changed(job);
            return Task.CompletedTask;
        });

        Assert.DoesNotContain("\u202e", terminal.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b]0", terminal.ToString(), StringComparison.Ordinal);
        Assert.Contains("job id\\u202e\\u001b]0;title\\u0007", terminal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain é 日本語 🙂 ❤\ufe0f", "plain é 日本語 🙂 ❤\ufe0f")]
    [InlineData("a\tb\r\nc\u2028d\u0085e", "a b  c d e")]
    [InlineData("\u007f\u00ad\u061c\u180e\u2060", "\\u007f\\u00ad\\u061c\\u180e\\u2060")]
    public void A_printed_line_shows_hidden_characters_as_escapes(string text, string line) => Assert.Equal(line, PlainText.OneLine(text));

    // Attributes cannot hold half a character.
    [Fact]
    public void A_lone_surrogate_is_shown_as_an_escape() => Assert.Equal("half \\ud800 and \\udc00.", PlainText.OneLine("half \ud800 and \udc00."));

    private static string Json(string text) => string.Concat(text.Select(static unit => $"\\u{((int)unit).ToString("x4", CultureInfo.InvariantCulture)}"));

    private static void AssertVisible(string text) => Assert.DoesNotContain(text.EnumerateRunes(), static rune =>
        rune.Value != '\n' && (rune.Value is 0x3164 or 0xE0041 || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format));
}
