using System.Text.Json;
using NJsonSchema.Validation;

namespace Kling.Emulator.Tests.Judging;

/// <summary>Each exception by examples: what the specification says, and that NJsonSchema alone says otherwise.</summary>
public sealed class JudgeExceptionsTests
{
    public static TheoryData<string, string, string, bool> Departures => new()
    {
        { "type", """{"type":"integer"}""", "5.0", true },
        { "type", """{"type":"integer"}""", "1e2", true },
        { "type", """{"type":["integer","null"],"maximum":10}""", "50e-1", true },
        { "required", """{"required":["a"]}""", "5", true },
        { "required", """{"items":{"properties":{"a":{}},"required":["a"]}}""", "[[]]", true },
        { "enum", """{"enum":["5"]}""", "5", false },
        { "enum", """{"enum":[true]}""", "\"True\"", false },
        { "enum", """{"type":["string","null"],"enum":["a"]}""", "null", false },
        { "enum", """{"type":"object","properties":{"a":{"type":["string","null"],"enum":["b"]}}}""", """{"a":null}""", false },
        { "enum", """{"enum":["2020-01-01T00:00:00Z"]}""", "\"2020-01-01T00:00:00Z\"", true },
        { "enum", """{"enum":[{"a":1,"b":[2]}]}""", """{"b":[2.0],"a":1.0}""", true },
        { "enum", """{"type":"number","enum":[100000000000000000000000000000000001]}""", "100000000000000000000000000000000002", false },
        { "const", """{"const":1}""", "2", false },
        { "const", """{"const":null}""", "0", false },
        { "const", """{"type":"object","properties":{"a":{"type":["string","null"],"const":"b"}}}""", """{"a":null}""", false },
        { "const", """{"anyOf":[{"const":1},{"const":2}]}""", "3", false },
        { "minLength", """{"minLength":2}""", "\"\\ud83d\\ude00\"", false },
        { "minLength", """{"anyOf":[{"minLength":2},{"type":"integer"}]}""", "\"\\ud83d\\ude00\"", false },
        { "maxLength", """{"maxLength":1}""", "\"\\ud83d\\ude00\"", true },
        { "maxLength", """{"maxLength":2.0}""", "\"ab\"", true },
        { "format", """{"format":"uri"}""", "\"/x\"", false },
        { "format", """{"format":"uri"}""", "\"example.com/a.png\"", false },
        { "format", """{"format":"uri"}""", "\"1a:b\"", false },
        { "format", """{"format":"uri"}""", "\"\"", false },
        { "maximum", """{"maximum":1e300}""", "1e299", true },
        { "integer", """{"type":"integer"}""", "100000000000000000000", false },
        { "integer", """{"type":"number"}""", "1e400", false },
        { "pattern", """{"pattern":"^.$"}""", "\"\ud83d\ude00\"", true },
        { "pattern", """{"pattern":"^\\d$"}""", "\"\u0663\"", false },
        { "pattern", """{"pattern":"^\\w$"}""", "\"\u00e9\"", false },
        { "pattern", """{"pattern":"^a$"}""", "\"a\\n\"", false },
        { "pattern", """{"pattern":"^[\\u{1F600}]+$"}""", "\"\ud83d\ude00\"", true },
        { "pattern", """{"pattern":"^[^]$"}""", "\"\ud83d\ude00\"", true },
        { "pattern", """{"pattern":"^\\p{Script=Greek}+$"}""", "\"a\"", true },
        { "patternProperties", """{"patternProperties":{"^\\d$":false}}""", """{"\u0663":1}""", true },
        { "patternProperties", """{"patternProperties":{"^[^]$":{"type":"string"}},"additionalProperties":false}""", """{"\ud83d\ude00":"a"}""", true },
        { "patternProperties", """{"patternProperties":{"^.$":{}},"additionalProperties":{"type":"string"}}""", """{"\ud83d\ude00":1}""", true },
        { "patternProperties", """{"patternProperties":{"\\p{Script=Greek}":false},"additionalProperties":{"type":"string"}}""", """{"a":1}""", false },
        { "propertyNames", """{"propertyNames":{"pattern":"^\\w$"}}""", """{"\u00e9":1}""", false },
        { "maximum", """{"exclusiveMaximum":1e300}""", "1e300", false },
        { "maximum", """{"multipleOf":3}""", "300000000000000000000000000000", true },
        { "uniqueItems", """{"uniqueItems":true}""", """[1,"1"]""", true },
        { "maxItems", """{"maxItems":0}""", "[1]", false },
        { "format", """{"format":"date"}""", "\"2023-02-29\"", false },
        { "format", """{"format":"date-time"}""", "\"2024-02-29 12:30:00Z\"", false },
        { "format", """{"format":"uri-reference"}""", "\"a b%\"", false },
        { "format", """{"format":"uuid"}""", "\"0123456789abcdef0123456789abcdef\"", false },
        { "format", """{"format":"email"}""", "\"name@\"", false },
        { "maxProperties", """{"maxProperties":0}""", """{"a":1}""", false },
        { "patternProperties", """{"patternProperties":{"a":{"type":"integer"},"b":{"maximum":1}}}""", """{"ab":2}""", false },
        { "dependentRequired", """{"dependentRequired":{"a":["b"]}}""", """{"a":1}""", false },
        { "propertyNames", """{"propertyNames":{"maxLength":1}}""", """{"ab":1}""", false },
        { "propertyNames", """{"propertyNames":{"const":"a"}}""", """{"b":1}""", false },
        { "prefixItems", """{"prefixItems":[{"type":"string"},{"type":"integer"}]}""", """["a","b"]""", false },
        { "prefixItems", """{"prefixItems":[{"type":"string"}],"items":{"type":"integer"}}""", """["a",1]""", true },
        { "$ref", """{"properties":{"a":{"$ref":"#/$defs/d","maximum":1}},"$defs":{"d":{"type":"integer"}}}""", """{"a":2}""", false },
        { "$ref", """{"properties":{"a":{"$ref":"#/$defs/d","maxLength":1}},"$defs":{"d":{"type":"string"}}}""", """{"a":"ab"}""", false },
        { "allOf", """{"properties":{"a":{"allOf":[{"$ref":"#/$defs/d"}],"maximum":1}},"$defs":{"d":{"type":"integer"}}}""", """{"a":2}""", false },
        { "allOf", """{"properties":{"a":{"anyOf":[{"$ref":"#/$defs/d"}],"minItems":1}},"$defs":{"d":{}}}""", """{"a":[]}""", false },
        { "oneOf", """{"properties":{"a":{"oneOf":[{"type":"null"},{"type":["string","null"]}]}}}""", """{"a":null}""", false },
        { "x-references", """{"properties":{"a":{"x-references":[{"marker":"@E{n}!","list":"b"}]},"b":{}}}""", """{"a":"@E1! @E2!","b":[1]}""", false },
        { "x-references", """{"properties":{"a":{"x-references":[{"marker":"@E{n}","list":"b"}]},"b":{}}}""", """{"a":"@E1"}""", false },
        { "x-references", """{"properties":{"a":{"x-references":[{"marker":"a{n}a","list":"b"}]},"b":{}}}""", """{"a":"a1a2a","b":[1]}""", false },
    };

    public static TheoryData<string, string, bool> Agreements => new()
    {
        { """{"type":"integer"}""", "5.5", false },
        { """{"type":"integer"}""", "\"5\"", false },
        { """{"maximum":1}""", "1.00000000000000000000000000000000001", true },
        { """{"exclusiveMinimum":1}""", "1.00000000000000000000000000000000001", false },
        { """{"exclusiveMaximum":0.1}""", "0.0999999999999999999999999", false },
        { """{"maximum":9007199254740992}""", "9007199254740993", false },
        { """{"maximum":9007199254740992.0}""", "9007199254740993.0", false },
        { """{"maximum":9223372036854775807}""", "9223372036854775808", true },
        { """{"minimum":1e308}""", "1e400", true },
        { """{"minimum":0}""", "-1e-400", true },
        { """{"properties":{"a":{}},"patternProperties":{"a":{"type":"string"}}}""", """{"a":1}""", false },
        { """{"type":"string","nullable":true}""", "null", true },
        { """{"type":"array","items":{"enum":["a"],"nullable":true}}""", "[null]", true },
        { """{"items":{"const":1,"nullable":true}}""", "[null,1]", true },
        { """{"type":"integer"}""", "9223372036854775807", true },
        { """{"type":"integer"}""", "-9223372036854775808.0", true },
        { """{"type":"integer"}""", "-9223372036854775809", false },
        { """{"type":["integer","number"]}""", "1e30", true },
        { """{"type":["string","integer"]}""", "1e30", false },
        { """{}""", "1e400", true },
        { """{"properties":{"a":{"x-references":[{"marker":"#{n}1","list":"b"}]},"b":{}}}""", """{"a":"#11"}""", true },
        { """{"properties":{"a":{"x-references":[{"marker":"{n}#","list":"b"},{"marker":"#{n}{n}","list":"b"},{"marker":"#{n}","list":"c"}]},"b":{}}}""", """{"a":"#7# #8"}""", true },
        { """{"type":"integer"}""", "5.00000000000000000001", false },
        { """{"type":["integer","boolean"],"minimum":2}""", "2.00000000000000000001", false },
        { """{"type":["integer","boolean"],"maximum":2}""", "2.00000000000000000001", false },
        { """{"type":["integer","boolean"],"multipleOf":2}""", "2.00000000000000000001", false },
        { """{"prefixItems":[{"oneOf":[{"type":"null"},{"type":["integer","boolean"],"minimum":2}]}]}""", "[2.00000000000000000001]", false },
        { """{"type":["integer","null"]}""", "-0.00000000000000000001", false },
        { """{"additionalProperties":{"type":["integer","null"],"maximum":5}}""", """{"a":5.00000000000000000001}""", false },
        { """{"type":"number","maximum":5}""", "5.00000000000000000001", true },
        { """{"type":"integer","maximum":10}""", "10.0", true },
        { """{"type":"integer","maximum":10}""", "11.0", false },
        { """{"type":"number","minimum":0,"maximum":1}""", "1e400", false },
        { """{"type":"number","minimum":0,"maximum":1}""", "0.10", true },
        { """{"type":"number","multipleOf":0.1}""", "0.35", false },
        { """{"type":"integer","enum":[5,10]}""", "\"5\"", false },
        { """{"type":"integer","enum":[5,10]}""", "5.0", true },
        { """{"type":"number","enum":[1.0]}""", "1", true },
        { """{"type":"string","enum":["5"]}""", "5", false },
        { """{"type":"string"}""", "\"2020-01-01T00:00:00Z\"", true },
        { """{"type":"string","minLength":1}""", "\"\"", false },
        { """{"type":"string","format":"uri"}""", "\"https://example.com/a.png\"", true },
        { """{"type":"string","format":"uri"}""", "\"urn:x\"", true },
        { """{"format":"uri"}""", "5", true },
        { """{"maxLength":1}""", "55", true },
        { """{"maxItems":0}""", "[]", true },
        { """{"maxItems":1}""", "[1,2]", false },
        { """{"uniqueItems":true}""", "[1,1.0]", false },
        { """{"type":"boolean"}""", "\"true\"", false },
        { """{"type":"string"}""", "null", false },
        { """{"type":["string","null"]}""", "null", true },
        { """{"properties":{"a":false}}""", """{"a":1}""", false },
        { """{"properties":{"a":true}}""", """{"a":1}""", true },
        { """{"properties":{"a":{"$ref":"#/$defs/d"}},"$defs":{"d":{"const":1}}}""", """{"a":2}""", false },
        { """{"additionalProperties":{"const":1}}""", """{"a":2}""", false },
        { """{"additionalProperties":false,"properties":{"a":{}}}""", """{"a":2}""", true },
        { """{"type":"string","x-nullable":true}""", "null", false },
        { """{"type":"string","nullable":false}""", "null", false },
        { """{"format":"date-time"}""", "\"2024-02-29T12:30:00.5+01:00\"", true },
        { """{"format":"uuid"}""", "\"01234567-89ab-cdef-0123-456789abcdef\"", true },
        { """{"format":"hostname"}""", "\"no host\"", true },
        { """{"type":"integer","default":"x","x-enum-names":["A"],"deprecated":true}""", "1", true },
    };

    [Theory]
    [MemberData(nameof(Departures))]
    public void The_judge_follows_the_specification_where_NJsonSchema_deviates(string keyword, string schema, string json, bool isValid)
    {
        IReadOnlyList<KlingViolation> violations = new SchemaJudge(schema).Judge(json);

        Assert.Contains(SchemaJudge.Exceptions, exception => exception.Keyword == keyword);
        Assert.True((violations.Count == 0) == isValid, string.Join("; ", violations));
        Assert.NotEqual(isValid, VerdictOfNJsonSchema(schema, json));
    }

    [Theory]
    [MemberData(nameof(Agreements))]
    public void The_judge_follows_the_specification_elsewhere(string schema, string json, bool isValid)
    {
        IReadOnlyList<KlingViolation> violations = new SchemaJudge(schema).Judge(json);

        Assert.True((violations.Count == 0) == isValid, string.Join("; ", violations));
    }

    [Fact]
    public void Every_exception_has_an_example_and_names_its_clause()
    {
        HashSet<string> shown = [.. Departures.Select(static row => row.Data.Item1)];

        Assert.All(SchemaJudge.Exceptions, exception =>
        {
            Assert.Contains(exception.Keyword, shown);
            Assert.NotEmpty(exception.Departure);
            Assert.Matches("(Core|Validation) [0-9]", exception.Clause);
        });
    }

    [Theory]
    [InlineData("\"a\" 5")]
    [InlineData("NaN")]
    [InlineData("undefined")]
    [InlineData("{a:1}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("// comment\n1")]
    [InlineData("'a'")]
    [InlineData("01")]
    [InlineData("")]
    public void Invalid_JSON_is_not_judged(string text) =>
        Assert.ThrowsAny<JsonException>(() => new SchemaJudge("{}").Judge(text));

    // The verdict with its own reader; a throw is the opposite of every verdict that is right.
    private static bool? VerdictOfNJsonSchema(string schema, string json)
    {
        try
        {
            NJsonSchema.JsonSchema read = NJsonSchema.JsonSchema.FromJsonAsync(schema).GetAwaiter().GetResult();
            return new JsonSchemaValidator().Validate(json, read).Count == 0;
        }
        catch (Exception e) when (e is Newtonsoft.Json.JsonException or InvalidCastException or System.Text.RegularExpressions.RegexParseException)
        {
            return null;
        }
    }
}
