using System.Text.Json;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Tests.Schema;

public sealed class JsonPrinterTests
{
    [Fact]
    public void Printing_changes_only_the_layout()
    {
        const string Text = """
            {
              "b" : [ 1.50, -0, 1E+2, true , false, null, {} , [] ],
              "a" : "x"
            }
            """;
        Assert.Equal("""{"b":[1.50,-0,1E+2,true,false,null,{},[]],"a":"x"}""", Print(Text));
    }

    [Theory]
    [InlineData("\"quotes \\\" and \\\\ back\"", "\"quotes \\\" and \\\\ back\"")]
    [InlineData("\"\\n\\u0000\"", "\"\\u000a\\u0000\"")]
    [InlineData("\"\u2028\u200f\"", "\"\\u2028\\u200f\"")]
    [InlineData("\"😀\"", "\"\\ud83d\\ude00\"")]
    [InlineData("\"größe 名前\"", "\"größe 名前\"")]
    public void Invisible_characters_are_escaped(string text, string printed) => Assert.Equal(printed, Print(text));

    [Fact]
    public void Every_shipped_schema_has_the_same_meaning_after_printing() => Assert.All(Checkout.ShippedSchemaPaths, static path =>
    {
        string text = File.ReadAllText(path);
        Assert.True(JsonElement.DeepEquals(Parse(text), Parse(Print(text))));
    });

    [Fact]
    public void A_printed_text_never_has_three_quotes_in_a_row()
    {
        string printed = Print("""{"":"","\"\"\"":"\"\"\"","a":["\"",""]}""");
        Assert.DoesNotContain("\"\"\"", printed, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Object, Parse(printed).ValueKind);
    }

    private static JsonElement Parse(string text) => JsonDocument.Parse(text).RootElement;

    private static string Print(string text) => JsonPrinter.Print(JsonReader.Read(text, out _)!);
}
