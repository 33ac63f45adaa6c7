using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Tests.Schema;

public sealed class JsonReaderTests
{
    [Theory]
    [InlineData("", 0, 0, "The file is empty")]
    [InlineData(" \n", 2, 0, "The file is empty")]
    [InlineData("{", 1, 0, "'}' is missing")]
    [InlineData("""{"a":1""", 6, 0, "'}' is missing")]
    [InlineData("""{"a" 1}""", 5, 1, "':' is expected")]
    [InlineData("""{"a":}""", 5, 1, "A value is expected")]
    [InlineData("""{"a":1,}""", 6, 1, "A trailing comma")]
    [InlineData("[1,]", 2, 1, "A trailing comma")]
    [InlineData("[1 2]", 3, 1, "',' or ']' is expected")]
    [InlineData("[1", 2, 0, "']' is missing")]
    [InlineData("{a:1}", 1, 1, "A property name in double quotes")]
    [InlineData("{'a':1}", 1, 1, "A property name in double quotes")]
    [InlineData("""{"a":1,"a":2}""", 7, 3, "The name \"a\" is duplicated")]
    [InlineData("{} {}", 3, 1, "The JSON value ends before this")]
    [InlineData("// no", 0, 2, "Comments are not allowed")]
    [InlineData("[1, /* no */ 2]", 4, 2, "Comments are not allowed")]
    [InlineData("/", 0, 1, "Comments are not allowed")]
    [InlineData("tru", 0, 1, "did you mean true?")]
    [InlineData("[True]", 1, 1, "A value is expected")]
    [InlineData("NaN", 0, 1, "A value is expected")]
    [InlineData("\"a", 0, 2, "The string is not closed")]
    [InlineData("\"a\nb\"", 2, 1, "not closed on its line")]
    [InlineData("\"a\tb\"", 2, 1, "A control character")]
    [InlineData("\"\\x\"", 1, 2, "Unknown escape; it must be one of ")]
    [InlineData("\"\\u12g4\"", 1, 2, "four hexadecimal digits")]
    [InlineData("\"\\u12", 1, 2, "four hexadecimal digits")]
    [InlineData("\"\\", 1, 1, "Unknown escape")]
    [InlineData("01", 0, 2, "This is not a JSON number")]
    [InlineData("-", 0, 1, "This is not a JSON number")]
    [InlineData("1.", 0, 2, "This is not a JSON number")]
    [InlineData(".5", 0, 1, "A value is expected")]
    [InlineData("1e", 0, 2, "This is not a JSON number")]
    [InlineData("1e+", 0, 3, "This is not a JSON number")]
    [InlineData("+1", 0, 1, "A value is expected")]
    [InlineData("0x10", 0, 2, "This is not a JSON number")]
    [InlineData("[\"\\ud83d\"]", 1, 8, "not valid Unicode")]
    [InlineData("{\"\\udc00x\":1}", 1, 9, "not valid Unicode")]
    public void Invalid_JSON_is_reported_with_its_position(string text, int start, int length, string message)
    {
        Assert.Null(JsonReader.Read(text, out JsonSyntaxException? error));
        Assert.NotNull(error);
        Assert.Equal(new TextSpan(start, length), error.Span);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_truncated_text_is_an_error_within_the_text()
    {
        const string Text = """{"a":[1.5e-3,"x\u00e9\n",{"b":null}],"c":true,"d":false}""";
        Assert.NotNull(JsonReader.Read(Text, out _));
        for (int length = 0; length < Text.Length; length++)
        {
            Assert.Null(JsonReader.Read(Text[..length], out JsonSyntaxException? error));
            Assert.InRange(error!.Span.End, 0, length);
        }
    }

    [Fact]
    public void Every_value_has_its_position()
    {
        const string Text = """{ "a": [1, "x"] }""";
        JsonNode root = Read(Text);
        JsonMember member = Assert.Single(root.Members);
        Assert.Equal("\"a\"", Cut(Text, member.NameSpan));
        Assert.Equal("[1, \"x\"]", Cut(Text, member.Value.Span));
        Assert.Equal(["1", "\"x\""], member.Value.Items.Select(item => Cut(Text, item.Span)));
        Assert.Equal(Text, Cut(Text, root.Span));
    }

    [Theory]
    [InlineData("""
        "\" \\ \/ \b\f\n\r\t \u0041 \ud83d\ude00"
        """, "\" \\ / \b\f\n\r\t A \ud83d\ude00")]
    [InlineData("\"plain 😀\"", "plain 😀")]
    [InlineData("\"\"", "")]
    [InlineData("\"\u2028\"", "\u2028")]
    public void A_string_gives_its_content(string json, string content) => Assert.Equal(content, Read(json).Text);

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("1E+400")]
    [InlineData("123456789012345678901234567890.5")]
    public void A_number_keeps_its_token(string token) => Assert.Equal(token, Read(token).Text);

    [Fact]
    public void A_byte_order_mark_at_the_beginning_is_ignored() => Assert.Equal(new TextSpan(1, 2), Read("\uFEFF{}").Span);

    [Fact]
    public void Values_nest_to_128_levels_and_no_deeper()
    {
        Assert.NotNull(JsonReader.Read(Nested(128), out _));
        Assert.Null(JsonReader.Read(Nested(129), out JsonSyntaxException? error));
        Assert.Equal(new TextSpan(128, 1), error!.Span);
        Assert.Null(JsonReader.Read(new string('[', 1_000_000), out error));
        Assert.Equal(128, error!.Span.Start);
    }

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    private static JsonNode Read(string text)
    {
        JsonNode? node = JsonReader.Read(text, out JsonSyntaxException? error);
        Assert.Null(error);
        return node!;
    }

    private static string Cut(string text, TextSpan span) => text.Substring(span.Start, span.Length);
}
