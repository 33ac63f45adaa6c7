using System.Text.Json;
using Kling.Emulator;

namespace Kling.SourceGenerator.Tests.Judge;

/// <summary>Schemas with a slip in them: the types and the emulator's judge understand it alike.</summary>
public sealed class SlipJudgeTests
{
    [Theory]
    [InlineData("""{ "properties": { "a": { "type": "string", "required": true } } }""", "{}", true)]
    [InlineData("""{ "properties": { "a": { "type": "string", "required": false } } }""", "{}", true)]
    [InlineData("""{ "properties": { "a": { "type": "string", "required": false } } }""", """{"a":1}""", false)]
    [InlineData("""{ "properties": { "a": {} }, "required": false }""", "{}", true)]
    [InlineData("""{ "properties": { "prompt": {} }, "required": ["promt"] }""", """{"prompt":"b"}""", false)]
    [InlineData("""{ "properties": { "prompt": {} }, "required": ["promt"] }""", """{"promt":"b"}""", true)]
    [InlineData("""{ "properties": { "a": {} }, "required": ["b"], "additionalProperties": false }""", """{"b":1}""", false)]
    [InlineData("""{ "properties": { "a": {} }, "required": ["a", "a"] }""", "{}", false)]
    [InlineData("""{ "properties": { "a": { "enum": [] } } }""", """{"a":1}""", false)]
    [InlineData("""{ "properties": { "a": { "enum": [] } } }""", "{}", true)]
    [InlineData("""{ "properties": { "a": { "type": "string", "enum": "b" } } }""", """{"a":"c"}""", true)]
    [InlineData("""{ "properties": { "a": { "type": "string", "enum": ["b", 1, "b"] } } }""", """{"a":1}""", false)]
    [InlineData("""{ "properties": { "a": { "type": "string", "enum": ["b", 1, "b"] } } }""", """{"a":"b"}""", true)]
    [InlineData("""{ "properties": { "a": { "type": ["string", "string"] } } }""", """{"a":1}""", false)]
    [InlineData("""{ "properties": { "a": { "type": "number", "minimum": 5, "maximum": 3 } } }""", """{"a":4}""", false)]
    [InlineData("""{ "properties": { "a": { "type": "string", "minLength": 2, "maxLength": 1 } } }""", """{"a":"b"}""", false)]
    [InlineData("""{ "properties": { "a": { "type": "number", "exclusiveMinimum": true } } }""", """{"a":-1}""", true)]
    [InlineData("""{ "properties": { "a": { "type": "array", "maxLength": 1, "uniqueItems": "true" } } }""", """{"a":[1,1]}""", true)]
    [InlineData("""{ "properties": { "a": { "type": "array", "items": "string" } } }""", """{"a":[1]}""", true)]
    [InlineData("""{ "properties": { "a": 5, "required": ["a"] } }""", """{"a":1}""", true)]
    [InlineData("""{ "properties": { "a": {} }, "$defs": [1], "additionalProperties": "no" }""", """{"b":1}""", true)]
    [InlineData("""{ "properties": { "a": { "oneOf": [{ "type": "string" }, { "type": "string" }] } } }""", """{"a":"b"}""", false)]
    [InlineData("""{ "properties": { "a": { "type": "string", "id": "x", "then": false, "scope": "y", "x-vendor": { "enum": 1 } } } }""", """{"a":"b"}""", true)]
    [InlineData("""{ "properties": { "a": { "type": "integer", "maximum": 1e30 } } }""", """{"a":9223372036854775807}""", true)]
    [InlineData("""{ "properties": { "a": {}, "b": {} }, "dependentRequired": { "a": ["c", "c"], "b": true } }""", """{"a":1}""", false)]
    [InlineData("""{ "properties": { "a": { "$ref": "#/x-shared/a" } }, "x-shared": { "a": { "type": "string", "maxLength": 1 } } }""", """{"a":"bc"}""", false)]
    [InlineData("""{ "properties": { "a": { "$ref": "#/x-shared/a" } }, "x-shared": { "a": { "type": "string", "maxLength": 1 } } }""", """{"a":"b"}""", true)]
    [InlineData("""{ "properties": { "a": { "$ref": "#/x-shared/0" } }, "x-shared": [{ "type": "string" }] }""", """{"a":1}""", false)]
    [InlineData("""{ "properties": { "a": { "$ref": "#/x-shared/b" } }, "x-shared": { "a": {} } }""", """{"a":1}""", true)]
    [InlineData("""{ "properties": { "a": { "type": "string", "not": { "const": "b" } } } }""", """{"a":"b"}""", true)]
    [InlineData("""{ "properties": { "a": { "not": {} } } }""", """{"a":"b"}""", true)]
    [InlineData("""{ "properties": { "a": { "anyOf": [{ "not": { "type": "string" } }, { "type": "integer" }] } } }""", """{"a":"b"}""", true)]
    [InlineData("""{ "not": { "required": ["a"] }, "properties": { "a": { "type": "string" } } }""", """{"a":"b"}""", true)]
    [InlineData("""{ "properties": { "a": {} } }""", """{"a":"\ud83d"}""", false)]
    [InlineData("""{ "properties": { "a": { "type": "array", "items": {} } } }""", """{"a":[{"b":["\ude00"]}]}""", false)]
    [InlineData("""{ "properties": { "a": { "anyOf": [{ "maximum": 1 }, { "type": "string", "format": "uri" }] } } }""", """{"a":"b\ud83d"}""", false)]
    [InlineData("""{ "properties": { "a": {} } }""", """{"a":{"\ud83d":1}}""", false)]
    public void The_types_and_the_emulator_treat_schema_mistakes_alike(string schema, string json, bool isValid)
    {
        using var models = new GeneratedModels(TestProject.With(schema));
        using var body = JsonDocument.Parse(json);
        Assert.Equal(isValid, models.BySlug["acme-clip"].TryParse(body.RootElement, out _, out _));
        Assert.Equal(isValid, new SchemaJudge(schema).Judge(json).Count == 0);
    }
}
