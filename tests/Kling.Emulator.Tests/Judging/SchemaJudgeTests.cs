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
    public void A_violation_says_where_which_keyword_what_limit_and_what_was_found(string json, string path, string keyword, string? limit, string? actual)
    {
        KlingViolation violation = Assert.Single(new SchemaJudge(Schema).Judge(json));

        Assert.Equal((path, keyword, limit, actual), (violation.Path, violation.Keyword, violation.Limit, violation.Actual));
        Assert.EndsWith(".", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_violations_are_listed_and_not_the_first_alone()
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
    public void Of_a_member_that_stands_twice_the_last_value_counts(string json, int violations) =>
        Assert.Equal(violations, new SchemaJudge(Schema).Judge(json).Count);

    [Theory]
    [InlineData("""{"prompt":"\ud800"}""", "/prompt")]
    [InlineData("""{"prompt":"a","\udc00":1}""", "")]
    public void Half_a_surrogate_pair_is_a_violation_and_no_crash(string json, string path) =>
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

    [Theory]
    [InlineData("""{"properties":{"a":{"$ref":"https://example.com/other.json"}}}""", "#/properties/a/$ref")]
    [InlineData("""{"properties":{"a":{"$ref":"other.json#/a"}}}""", "#/properties/a/$ref")]
    [InlineData("""{"properties":{"a":5}}""", "#/properties/a")]
    [InlineData("""{"properties":{"a":{"enum":"b"}}}""", "#/properties/a/enum")]
    [InlineData("""{"minimum":"x"}""", "minimum")]
    [InlineData("""{"$ref":"#/nowhere"}""", "#/nowhere")]
    public void A_schema_that_cannot_be_judged_is_refused_with_its_place(string schema, string place) =>
        Assert.Contains(place, Assert.Throws<NotSupportedException>(() => new SchemaJudge(schema)).Message, StringComparison.Ordinal);

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
