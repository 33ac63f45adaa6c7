using Kling.Cli;

namespace Kling.Package.Tests;

/// <summary>Which changes of a model break its users, as CONTRIBUTING lists them.</summary>
public sealed class ReleasedModelsTests
{
    private const string Released = """
        { "type": "object", "properties": { "prompt": { "type": "string" }, "seconds": { "type": "integer", "maximum": 9 }, "mode": { "enum": ["std", "pro"] } }, "required": ["prompt"] }
        """;

    private const string Listing = "ClipMode\n  Standard = 1\n  Pro = 2\nClipRequest\n  required string Prompt\n  int Seconds\nClipRequest.Defaults\n";

    [Fact]
    public void The_schema_files_of_the_last_release_have_no_breaking_change()
    {
        IReadOnlyList<string> changes = ReleasedModels.BreakingChanges(ReleasedModels.LastSchemas(), ReleasedModels.CurrentSchemas());

        Assert.True(changes is [], $"Users of the last release would be broken:\n{string.Join('\n', changes)}\nCONTRIBUTING says what that takes; {ReleasedModels.Variable}=1 writes {ReleasedModels.Folder} anew.");
    }

    [Theory]
    [InlineData("{ \"type\": \"object\",", "{ \"type\": \"object\",")]
    [InlineData("\"pro\"]", "\"pro\", \"max\"]")]
    [InlineData("\"pro\"] }", "\"pro\"] }, \"sound\": { \"type\": \"boolean\" }")]
    [InlineData("\"maximum\": 9", "\"maximum\": 6")]
    [InlineData("\"type\": \"string\"", "\"type\": \"string\", \"description\": \"A text.\", \"maxLength\": 99")]
    [InlineData("\"properties\"", "\"x-typical-seconds\": 9, \"x-typical-cost\": 1, \"properties\"")]
    public void Compatible_changes_of_a_schema_are_not_breaking(string old, string replacement) => Assert.Empty(Changes(old, replacement));

    [Theory]
    [InlineData("\"seconds\": { \"type\": \"integer\", \"maximum\": 9 }, ", "")]
    [InlineData("\"seconds\"", "\"duration\"")]
    [InlineData("\"integer\"", "\"number\"")]
    [InlineData("\"std\", \"pro\"", "\"std\"")]
    [InlineData("\"std\", \"pro\"", "\"pro\", \"std\"")]
    [InlineData("\"std\", \"pro\"", "\"std\", \"max\", \"pro\"")]
    [InlineData("[\"prompt\"]", "[\"prompt\", \"seconds\"]")]
    [InlineData("[\"prompt\"]", "[]")]
    [InlineData("\"properties\": {", "\"properties\": { \"image\": { \"type\": \"string\" },")]
    public void Breaking_changes_of_a_schema_are_detected(string old, string replacement)
    {
        // A new parameter alone is compatible; a required one in front of another is not.
        string required = old.EndsWith('{') ? "[\"image\", \"prompt\"]" : "[\"prompt\"]";

        Assert.NotEmpty(Changes(old, replacement, required));
    }

    [Fact]
    public void A_model_that_is_gone_is_detected_and_a_new_one_is_compatible()
    {
        var clip = ComparedSchema.Read("clip.json", Released);
        var reel = ComparedSchema.Read("reel.json", Released);

        Assert.NotEmpty(ReleasedModels.BreakingChanges([clip, reel], [clip]));
        Assert.Empty(ReleasedModels.BreakingChanges([clip], [clip, reel]));
    }

    [Theory]
    [InlineData(Listing, true)]
    [InlineData("ClipRequest.Defaults\n" + "ReelMode\n  Loop = 1\n" + "ClipRequest\n  required string Prompt\n  int Seconds\n  bool Sound\nClipMode\n  Standard = 1\n  Pro = 2\n  Max = 3\n", true)]
    [InlineData("ClipMode\n  Standard = 0\n  Pro = 1\nClipRequest\n  required string Prompt\n  int Seconds\nClipRequest.Defaults\n", false)]
    [InlineData("ClipMode\n  Standard = 1\n  Pro = 2\nClipRequest\n  required string Prompt\n  int? Seconds\nClipRequest.Defaults\n", false)]
    [InlineData("ClipMode\n  Standard = 1\n  Pro = 2\nClipRequest\n  required string Prompt\n  int SecondsOfClip\nClipRequest.Defaults\n", false)]
    [InlineData("ClipMode\n  Standard = 1\n  Pro = 20\nClipRequest\n  required string Prompt\n  int Seconds\nClipRequest.Defaults\n", false)]
    [InlineData("ClipRequest\n  required string Prompt\n  int Seconds\nClipRequest.Defaults\n", false)]
    public void The_generator_keeps_what_it_made_of_released_schemas(string current, bool keepsAll) =>
        Assert.Equal(keepsAll, ReleasedModels.Missing(Listing, current) is []);

    private static IReadOnlyList<string> Changes(string old, string replacement, string required = "[\"prompt\"]")
    {
        Assert.Contains(old, Released, StringComparison.Ordinal);
        string current = Released.Replace(old, replacement, StringComparison.Ordinal).Replace("[\"prompt\"]", required, StringComparison.Ordinal);
        return ReleasedModels.BreakingChanges([ComparedSchema.Read("clip.json", Released)], [ComparedSchema.Read("clip.json", current)]);
    }
}
