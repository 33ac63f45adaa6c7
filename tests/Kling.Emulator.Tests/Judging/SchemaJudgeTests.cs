namespace Kling.Emulator.Tests.Judging;

public sealed class SchemaJudgeTests
{
    private const string Schema = """
        {
          "type": "object",
          "properties": {
            "prompt": { "type": "string", "maxLength": 5, "pattern": "^[a-z]" },
            "scale": { "type": "number", "minimum": 0, "exclusiveMaximum": 1 },
            "mode": { "type": "string", "enum": ["std", "pro"] },
            "a/b~c": { "type": "boolean" },
            "shots": {
              "type": "array", "minItems": 1, "maxItems": 2,
              "items": { "type": "object", "properties": { "text": { "type": ["string", "null"], "maxLength": 3 } }, "required": ["text"] }
            }
          },
          "required": ["prompt"]
        }
        """;

    [Theory]
    [InlineData("""{}""", "/prompt", "required", null, null)]
    [InlineData("""[]""", "", "type", "\"object\"", "\"array\"")]
    [InlineData("""{"prompt":5}""", "/prompt", "type", "\"string\"", "\"number\"")]
    [InlineData("""{"prompt":"abcdef"}""", "/prompt", "maxLength", "5", "6")]
    [InlineData("""{"prompt":"A"}""", "/prompt", "pattern", "\"^[a-z]\"", "\"A\"")]
    [InlineData("""{"prompt":"a","scale":-0.5}""", "/scale", "minimum", "0", "-0.5")]
    [InlineData("""{"prompt":"a","scale":1}""", "/scale", "exclusiveMaximum", "1", "1")]
    [InlineData("""{"prompt":"a","mode":"max"}""", "/mode", "enum", "[\"std\",\"pro\"]", "\"max\"")]
    [InlineData("""{"prompt":"a","a/b~c":"true"}""", "/a~1b~0c", "type", "\"boolean\"", "\"string\"")]
    [InlineData("""{"prompt":"a","shots":[]}""", "/shots", "minItems", "1", "0")]
    [InlineData("""{"prompt":"a","shots":[{"text":"x"},{"text":"x"},{"text":"x"}]}""", "/shots", "maxItems", "2", "3")]
    [InlineData("""{"prompt":"a","shots":[{"text":"x"},{"text":"wxyz"}]}""", "/shots/1/text", "maxLength", "3", "4")]
    [InlineData("""{"prompt":"a","shots":[{}]}""", "/shots/0/text", "required", null, null)]
    [InlineData("""{"prompt":"a","shots":[7]}""", "/shots/0", "type", "\"object\"", "\"number\"")]
    [InlineData("""{"prompt":"a","shots":[{"text":7}]}""", "/shots/0/text", "type", "[\"string\",\"null\"]", "\"number\"")]
    public void A_violation_has_its_pointer_keyword_limit_and_actual_value(string json, string path, string keyword, string? limit, string? actual)
    {
        KlingViolation violation = Assert.Single(new SchemaJudge(Schema).Judge(json));

        Assert.Equal((path, keyword, limit, actual), (violation.Path, violation.Keyword, violation.Limit, violation.Actual));
        Assert.EndsWith(".", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_violations_are_listed()
    {
        IReadOnlyList<KlingViolation> violations = new SchemaJudge(Schema).Judge("""{"scale":2,"mode":1,"shots":[{},{"text":"wxyz"}]}""");

        Assert.Equal(
            ["/mode enum", "/mode type", "/prompt required", "/scale exclusiveMaximum", "/shots/0/text required", "/shots/1/text maxLength"],
            violations.Select(static violation => $"{violation.Path} {violation.Keyword}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Unknown_parameters_are_accepted() =>
        Assert.Empty(new SchemaJudge(Schema).Judge("""{"prompt":"a","newer_than_the_schema":{"x":[1]}}"""));

    [Theory]
    [InlineData("""{"prompt":5,"prompt":"a"}""", 0)]
    [InlineData("""{"prompt":"a","prompt":5}""", 1)]
    public void The_last_value_of_a_duplicate_property_counts(string json, int violations) =>
        Assert.Equal(violations, new SchemaJudge(Schema).Judge(json).Count);

    [Theory]
    [InlineData("""{"prompt":"\ud800"}""", "/prompt")]
    [InlineData("""{"prompt":"a","\udc00":1}""", "")]
    public void A_lone_surrogate_is_a_violation(string json, string path) =>
        Assert.Equal(path, Assert.Single(new SchemaJudge(Schema).Judge(json)).Path);

    [Fact]
    public void Enums_are_compared_alike_under_every_culture()
    {
        System.Globalization.CultureInfo before = System.Globalization.CultureInfo.CurrentCulture;
        var judge = new SchemaJudge("""{"type":"number","enum":[1.5],"maximum":1.75}""");
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("de-DE");
            Assert.Empty(judge.Judge("1.50"));
            Assert.Equal(["enum", "maximum"], judge.Judge("2.5").Select(static violation => violation.Keyword).Order(StringComparer.Ordinal));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>What no schema can be, in schemas of which the rest is enforced.</summary>
    [Theory]
    [InlineData("""{"properties":{"a":{"$ref":"https://example.com/other.json","maximum":3}}}""")]
    [InlineData("""{"properties":{"a":{"$ref":"other.json#/a","maximum":3}}}""")]
    [InlineData("""{"properties":{"a":{"$ref":"#shot","maximum":3}},"$defs":{"s":{"$anchor":"shot","type":"string"}}}""")]
    [InlineData("""{"$id":"https://example.com/m.json","properties":{"a":{"$ref":"m.json#/$defs/s","maximum":3}},"$defs":{"s":{"type":"string"}}}""")]
    [InlineData("""{"properties":{"a":{"$ref":"#/nowhere","maximum":3}}}""")]
    [InlineData("""{"properties":{"a":{"$ref":5,"maximum":3}}}""")]
    [InlineData("""{"properties":{"a":{"maximum":3},"b":5}}""")]
    [InlineData("""{"properties":{"a":{"maximum":3,"enum":"b"}}}""")]
    [InlineData("""{"properties":{"a":{"maximum":3,"minimum":"x","multipleOf":0,"minLength":-1,"exclusiveMinimum":1e999}}}""")]
    [InlineData("""{"properties":{"a":{"maximum":3,"type":"nmber"}}}""")]
    [InlineData("""{"properties":{"a":{"maximum":3,"type":[]}}}""")]
    [InlineData("""{"properties":{"a":{"maximum":3,"required":true}},"required":"a"}""")]
    [InlineData("""{"properties":{"a":{"maximum":3,"pattern":"(","format":5,"uniqueItems":"yes","nullable":0}}}""")]
    [InlineData("""{"properties":{"a":{"maximum":3,"prefixItems":{},"items":[{"type":"string"}],"additionalItems":false}}}""")]
    [InlineData("""{"properties":{"a":{"maximum":3,"allOf":[],"anyOf":{},"oneOf":[5]}}}""")]
    [InlineData("""{"properties":{"a":{"maximum":3,"properties":[],"patternProperties":5,"additionalProperties":"no","propertyNames":1,"dependentRequired":[]}}}""")]
    [InlineData("""{"properties":{"a":{"maximum":3,"not":{},"if":true,"then":false,"contains":5,"dependentSchemas":{"a":false}}}}""")]
    [InlineData("""{"properties":{"a":{"maximum":3}},"$defs":{"x":"y","z":{"type":"strng","minimum":"3"}},"definitions":[1]}""")]
    [InlineData("""{"properties":{"a":{"$ref":"#/$defs/a"}},"$defs":{"a":{"$ref":"#/$defs/b","maximum":3},"b":{"$ref":"#/$defs/a"}}}""")]
    public void Only_keywords_that_are_enforced_are_judged(string schema)
    {
        var judge = new SchemaJudge(schema);

        Assert.Empty(judge.Judge("""{"a":3,"b":[]}"""));
        Assert.Equal("maximum", Assert.Single(judge.Judge("""{"a":4}""")).Keyword);
    }

    [Theory]
    [InlineData("""{"properties":{"a":{"minimum":1,"exclusiveMinimum":true}}}""", """{"a":1}""", "exclusiveMinimum")]
    [InlineData("""{"properties":{"a":{"maximum":1,"exclusiveMaximum":false}}}""", """{"a":2}""", "maximum")]
    [InlineData("""{"properties":{"a":{"type":"object","unevaluatedProperties":false}}}""", """{"a":{"b":1}}""", "additionalProperties")]
    [InlineData("""{"properties":{"a":{"prefixItems":[{}],"unevaluatedItems":{"maximum":1}}}}""", """{"a":[5,2]}""", "maximum")]
    [InlineData("""{"properties":{"a":{"$ref":"#/properties/b/items"},"b":{"items":{"maximum":1}}}}""", """{"a":2}""", "maximum")]
    [InlineData("""{"properties":{"a":{"$ref":"#/$defs/x~1y%25~0"}},"$defs":{"x/y%~":{"maximum":1}}}""", """{"a":2}""", "maximum")]
    [InlineData("""{"properties":{"a":{"$ref":"#"}},"required":["b"]}""", """{"a":{},"b":1}""", "required")]
    [InlineData("""{"properties":{"a":{}},"nullable":true}""", "null", "type")]
    [InlineData("""{"properties":{"a":{}}}""", "[]", "type")]
    public void Equivalent_keywords_are_judged_as_generated_types_enforce_them(string schema, string json, string keyword) =>
        Assert.Equal(keyword, Assert.Single(new SchemaJudge(schema).Judge(json)).Keyword);

    [Fact]
    public void A_schema_may_be_nested_as_deep_as_the_generator_reads_it()
    {
        const int Levels = 60;
        string schema = string.Concat(Enumerable.Repeat("""{"properties":{"a":""", Levels)) + """{"maximum":1}""" + new string('}', 2 * Levels);
        string json = string.Concat(Enumerable.Repeat("""{"a":""", Levels)) + "2" + new string('}', Levels);

        KlingViolation violation = Assert.Single(new SchemaJudge(schema).Judge(json));

        Assert.Equal((string.Concat(Enumerable.Repeat("/a", Levels)), "maximum"), (violation.Path, violation.Keyword));
    }

    [Theory]
    [InlineData("""{"properties":{"a":{"pattern":"^(a+)+$"}}}""", """{"a":"TEXT"}""", "pattern", "does not match")]
    [InlineData("""{"properties":{"a":{"pattern":"^(?=.)(\\w+\\s?)*$"}}}""", """{"a":"TEXT"}""", "pattern", "within 1 s. Use a shorter text.")]
    [InlineData("""{"patternProperties":{"^(?=.)(\\w+\\s?)*$":{"type":"string"}},"additionalProperties":false}""", """{"TEXT":"x"}""", "patternProperties", "within 1 s. Use a shorter name.")]
    public void A_pattern_match_has_a_time_limit(string schema, string json, string keyword, string message)
    {
        KlingViolation violation = Assert.Single(new SchemaJudge(schema).Judge(json.Replace("TEXT", new string('a', 100) + "!", StringComparison.Ordinal)));

        Assert.Equal(keyword, violation.Keyword);
        Assert.Contains(message, violation.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"integer"}""", "9223372036854775808", "9223372036854775808 is too large for a 64-bit integer: the maximum is 9223372036854775807.")]
    [InlineData("""{"type":"integer"}""", "-1e30", "-1e30 is too small for a 64-bit integer: the minimum is -9223372036854775808.")]
    [InlineData("""{"type":["number","null"]}""", "1e400", "1e400 is too large for a double: the maximum is 1.7976931348623157E+308.")]
    public void A_number_that_is_too_large_for_its_type_is_refused_with_the_reason(string schema, string json, string message)
    {
        KlingViolation violation = Assert.Single(new SchemaJudge(schema).Judge(json));

        Assert.Equal(("type", message), (violation.Keyword, violation.Message));
    }

    [Fact]
    public async Task Many_threads_may_share_a_judge()
    {
        var judge = new SchemaJudge(Schema);

        int[] counts = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(
            () => judge.Judge(i % 2 == 0 ? """{"prompt":"a","shots":[{"text":null}]}""" : """{"prompt":"a","shots":[{"text":5}]}""").Count,
            TestContext.Current.CancellationToken)));

        Assert.Equal(Enumerable.Range(0, 64).Select(static i => i % 2), counts);
    }
}
