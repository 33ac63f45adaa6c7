namespace Kling.Emulator.Tests.Judging;

/// <summary>What the emulator answers to a request that its schema refuses.</summary>
public sealed class ViolationMessageTests
{
    private const string Shapes = """
        {
          "anyOf": [
            { "type": "object", "properties": { "kind": { "const": "circle" }, "radius": { "type": "number" } }, "required": ["kind", "radius"] },
            { "type": "object", "properties": { "kind": { "const": "box" }, "size": { "type": "integer", "maximum": 9 } }, "required": ["kind", "size"] },
            { "const": "none" }
          ]
        }
        """;

    [Theory]
    [InlineData("""{"enum":["a","b"]}""", "\"c\"", "\"c\" is not allowed. Allowed values: \"a\", \"b\".")]
    [InlineData("""{"const":"a"}""", "\"c\"", "\"c\" is not allowed. The value must be \"a\".")]
    [InlineData("""{"type":"string"}""", "5", "5 is of type \"number\"; the type must be \"string\".")]
    [InlineData("""{"type":["string","null"]}""", "5", "5 is of type \"number\"; the type must be one of \"string\", \"null\".")]
    [InlineData("""{"minLength":2}""", "\"a\"", "The text has 1 character; the minimum is 2.")]
    [InlineData("""{"maxLength":1}""", "\"ab\"", "The text has 2 characters; the maximum is 1.")]
    [InlineData("""{"type":"array","minItems":2}""", "[1]", "The list has 1 item; the minimum is 2.")]
    [InlineData("""{"type":"array","maxItems":0}""", "[1]", "The list has 1 item; the maximum is 0.")]
    [InlineData("""{"type":"array","maxItems":1}""", "[1,2]", "The list has 2 items; the maximum is 1.")]
    [InlineData("""{"type":"object","minProperties":2}""", """{"a":1}""", "The object has 1 property; the minimum is 2.")]
    [InlineData("""{"type":"object","maxProperties":0}""", """{"a":1}""", "The object has 1 property; the maximum is 0.")]
    [InlineData("""{"type":"number","minimum":1}""", "0", "0 is less than the minimum of 1.")]
    [InlineData("""{"type":"number","exclusiveMinimum":1}""", "1", "1 is too small: the value must be more than 1.")]
    [InlineData("""{"type":"number","maximum":1}""", "2", "2 is more than the maximum of 1.")]
    [InlineData("""{"type":"number","exclusiveMaximum":1}""", "1", "1 is too large: the value must be less than 1.")]
    [InlineData("""{"type":"number","multipleOf":2}""", "3", "3 is not a multiple of 2.")]
    [InlineData("""{"uniqueItems":true}""", "[1,1.0]", "Two items are equal; the list must not contain duplicates.")]
    [InlineData("""{"dependentRequired":{"a":["b"]}}""", """{"a":1}""", "/b: This parameter is required, because 'a' is set.")]
    [InlineData("""{"type":"object","additionalProperties":false}""", """{"a":1}""", "/a: This parameter is not allowed.")]
    [InlineData("""{"allOf":[false]}""", "null", "null is not allowed here.")]
    public void A_message_says_what_is_wrong_and_what_is_allowed(string schema, string json, string message) =>
        Assert.Equal(message, Assert.Single(new SchemaJudge(schema).Judge(json)).ToString());

    [Theory]
    [InlineData("{\n  \"enum\": [\r\n    { \"a\": \"b  \\\" c\" },\n\t[\n 1,\n 2\n ]\n  ]\n}")]
    [InlineData("{\n  \"const\":\n    [ { \"a\":\t\"b  \\\" c\" },\n [ 1, 2 ]\n  ]\n}")]
    public void The_layout_of_the_schema_file_is_not_part_of_a_message(string schema)
    {
        KlingViolation violation = Assert.Single(new SchemaJudge(schema).Judge("{\n  \"x\":\n    1\n}"));

        Assert.StartsWith("""{"x":1} is not allowed. """, violation.Message, StringComparison.Ordinal);
        Assert.Equal("""[{"a":"b  \" c"},[1,2]]""", violation.Limit);
        Assert.Contains("""{"a":"b  \" c"},""", violation.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, "\"v9\", \"v10\".")]
    [InlineData(11, "\"v9\", \"v10\" and 1 more.")]
    [InlineData(250, "\"v9\", \"v10\" and 240 more.")]
    public void A_message_lists_ten_allowed_values_and_the_number_of_the_others(int count, string end)
    {
        string values = string.Join(",", Enumerable.Range(1, count).Select(static number => $"\"v{number}\""));

        KlingViolation violation = Assert.Single(new SchemaJudge($$"""{"enum":[{{values}}]}""").Judge("\"x\""));

        Assert.EndsWith(end, violation.Message, StringComparison.Ordinal);
        Assert.Equal($"[{values}]", violation.Limit);
    }

    [Theory]
    [InlineData("""{"kind":"circle","radius":"x"}""", "1: /radius: \"x\" is of type \"string\"; the type must be \"number\".")]
    [InlineData("""{"kind":"box","size":10}""", "2: /size: 10 is more than the maximum of 9.")]
    [InlineData("\"box\"", "3: \"box\" is not allowed. The value must be \"none\".")]
    public void A_union_violation_names_the_nearest_alternative(string json, string nearest)
    {
        string message = $"The value matches none of the 3 alternatives. The nearest is number {nearest}";

        Assert.Equal(message, Assert.Single(new SchemaJudge(Shapes).Judge(json)).ToString());
        Assert.Equal(
            "/shapes/0: " + message,
            Assert.Single(new SchemaJudge($$"""{"properties":{"shapes":{"items":{{Shapes}} } } }""").Judge($$"""{"shapes":[{{json}}]}""")).ToString());
        Assert.Equal(
            message,
            Assert.Single(new SchemaJudge(Shapes.Replace("anyOf", "oneOf", StringComparison.Ordinal)).Judge(json)).ToString());
    }

    [Theory]
    [InlineData("""{"anyOf":[{"type":"string"}]}""", "anyOf")]
    [InlineData("""{"oneOf":[{"type":"string"}]}""", "oneOf")]
    public void A_message_about_a_single_alternative_says_so(string schema, string keyword)
    {
        KlingViolation violation = Assert.Single(new SchemaJudge(schema).Judge("5"));

        Assert.Equal("The value does not match the only alternative: 5 is of type \"number\"; the type must be \"string\".", violation.Message);
        Assert.Equal((keyword, "1", "0"), (violation.Keyword, violation.Limit, violation.Actual));
    }

    [Fact]
    public void A_violation_of_oneOf_names_the_alternatives_that_match()
    {
        KlingViolation violation = Assert.Single(
            new SchemaJudge("""{"oneOf":[{"type":"number"},{"type":"string"},{"type":"integer"}]}""").Judge("5"));

        Assert.Equal("The value matches 2 of the 3 alternatives (numbers 1, 3); it must match exactly one.", violation.Message);
        Assert.Equal("2", violation.Actual);
    }

    [Theory]
    [InlineData("""{"text":"@E1"}""", "'list' has 0 items.")]
    [InlineData("""{"text":"@E2","list":[1]}""", "'list' has 1 item.")]
    public void A_violation_of_a_marker_says_how_many_items_the_list_has(string json, string end)
    {
        var judge = new SchemaJudge("""{"properties":{"text":{"type":"string","x-references":[{"marker":"@E{n}","list":"list"}]},"list":{"type":"array"}}}""");

        Assert.EndsWith(end, Assert.Single(judge.Judge(json)).Message, StringComparison.Ordinal);
    }
}
