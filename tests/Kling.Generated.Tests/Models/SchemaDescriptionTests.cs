namespace Kling.Tests.Models;

/// <summary>What a catalogue shows of schemas that say things in roundabout ways.</summary>
public sealed class SchemaDescriptionTests
{
    [Fact]
    public void Keywords_next_to_a_reference_take_precedence_over_its_target()
    {
        KlingParameter parameter = Describe("""{ "$ref": "#/$defs/size", "description": "How large." }""");
        Assert.Equal(("integer", "How large.", "8"), (parameter.Type, parameter.Description, parameter.Default?.GetRawText()));
        Assert.Equal("minimum 1", string.Join(", ", parameter.Limits.Select(static limit => $"{limit.Key} {limit.Value}")));
    }

    [Theory]
    [InlineData("""{ "type": ["string", "null"] }""")]
    [InlineData("""{ "anyOf": [{ "type": "null" }, { "type": "string" }] }""")]
    [InlineData("""{ "allOf": [{ "maxLength": 3 }, { "type": "string" }] }""")]
    public void A_type_that_is_combined_with_null_is_the_type(string schema) => Assert.Equal("string", Describe(schema).Type);

    [Theory]
    [InlineData("""{ "$ref": "#/$defs/gone" }""")]
    [InlineData("""{ "$ref": "https://example.com/other.json" }""")]
    [InlineData("""{ "$ref": "#/$defs/circle" }""")]
    [InlineData("true")]
    public void A_reference_that_cannot_be_resolved_is_described_without_a_type(string schema) => Assert.Null(Describe(schema).Type);

    [Fact]
    public void A_recursive_schema_is_described_to_a_limited_depth()
    {
        KlingParameter level = Describe("""{ "$ref": "#/$defs/tree" }""");
        int depth = 0;
        for (; level.Properties.Count > 0; depth++)
        {
            level = level.Properties[0].Items!;
        }

        Assert.InRange(depth, 2, 10);
    }

    [Fact]
    public void Two_descriptions_of_one_schema_are_equal()
    {
        const string Schema = """{ "type": "array", "default": [1.0], "maxItems": 3, "items": { "enum": [1, 2] } }""";
        KlingParameter parameter = Describe(Schema);

        Assert.Equal(parameter, Describe(Schema.Replace("1.0", "1", StringComparison.Ordinal)));
        Assert.Equal(parameter.GetHashCode(), Describe(Schema).GetHashCode());
        Assert.NotEqual(parameter, Describe(Schema.Replace("[1, 2]", "[2, 1]", StringComparison.Ordinal)));
        Assert.NotEqual(parameter, Describe(Schema.Replace("maxItems", "minItems", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_successor_is_read_with_the_parameters_that_differ()
    {
        KlingReplacement successor = KlingModel.FromSchema("old", """
            {"type":"object","x-replaced-by":{"model":"new","parameters":{"a":"b","c":null,"d":{"values":{"std":"standard","5":10}},"e":{"name":"f"},"g":1}}}
            """).ReplacedBy!;

        Assert.Equal(("new", "new"), (successor.Slug, successor.ToString()));
        Assert.Equal([("a", "b"), ("c", null), ("d", "d"), ("e", "f")], successor.Parameters.Select(static parameter => (parameter.Name, parameter.Successor)));
        Assert.Equal(["std: standard", "5: 10"], successor.Parameters.SelectMany(static parameter => parameter.Values).Select(static value => $"{value.Key}: {value.Value}"));
    }

    [Theory]
    [InlineData(""" "x-replaced-by": "new" """, "new")]
    [InlineData(""" "x-replaced-by": { "model": "new", "parameters": [] } """, "new")]
    [InlineData(""" "x-replaced-by": { "model": "new", "parameters": { "a": { "values": 1 } } } """, "new")]
    [InlineData(""" "x-replaced-by": "" """, null)]
    [InlineData(""" "x-replaced-by": { "model": 1 } """, null)]
    [InlineData(""" "x-replaced-by": {} """, null)]
    [InlineData(""" "x-replaced-by": 1 """, null)]
    [InlineData(""" "title": "X" """, null)]
    public void A_successor_that_cannot_be_read_is_none(string member, string? slug) =>
        Assert.Equal(slug, KlingModel.FromSchema("old", $$"""{"type":"object",{{member}}}""").ReplacedBy?.Slug);

    [Theory]
    [InlineData(""" "x-status": "complete" """, KlingModelStatus.Complete)]
    [InlineData(""" "x-status": "partial" """, KlingModelStatus.Partial)]
    [InlineData(""" "x-status": "Complete" """, KlingModelStatus.Unknown)]
    [InlineData(""" "x-status": 2 """, KlingModelStatus.Unknown)]
    [InlineData(""" "title": "X" """, KlingModelStatus.Unknown)]
    public void A_status_that_the_schema_does_not_state_is_unknown(string member, KlingModelStatus status) =>
        Assert.Equal(status, KlingModel.FromSchema("x", $$"""{ "type": "object", {{member}} }""").Status);

    private static KlingParameter Describe(string schema) => Assert.Single(KlingModel.FromSchema("x", $$"""
        {
          "type": "object",
          "properties": { "p": {{schema}} },
          "$defs": {
            "size": { "type": "integer", "minimum": 1, "default": 8, "description": "A size." },
            "circle": { "$ref": "#/$defs/circle" },
            "tree": { "type": "object", "properties": { "branches": { "type": "array", "items": { "$ref": "#/$defs/tree" } } } }
          }
        }
        """).Parameters);
}
