using System.Text.Json;
using Kling.Emulator;

namespace Kling.SourceGenerator.Tests.Stress;

/// <summary><c>KlingModel.JsonSchema</c>: JSON Schema 2020-12 and nothing else, with the same verdicts.</summary>
public sealed class JsonSchemaTests
{
    private static readonly string[] Holders = ["properties", "patternProperties", "dependentSchemas", "$defs"];

    private static readonly string[] Lists = ["allOf", "anyOf", "oneOf", "prefixItems"];

    private static readonly string[] Single =
    [
        "items", "additionalProperties", "propertyNames", "contains", "not", "if", "then", "else",
        "unevaluatedItems", "unevaluatedProperties", "contentSchema",
    ];

    private static readonly string[] Others =
    [
        "type", "enum", "const", "title", "description", "$comment", "default", "examples", "deprecated", "readOnly", "writeOnly", "$ref",
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern", "format",
        "minItems", "maxItems", "uniqueItems", "minContains", "maxContains", "minProperties", "maxProperties", "required", "dependentRequired",
        "contentEncoding", "contentMediaType",
    ];

    public static TheoryData<string> Shipped { get; } = [.. Checkout.ShippedSchemaPaths];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_shipped_model_has_a_standard_schema(string path) => AssertStandard(File.ReadAllText(path));

    [Fact]
    public void A_vendor_schema_has_a_standard_schema()
    {
        Assert.SkipUnless(RealSchemas.AreHere, RealSchemas.Missing);
        Assert.All(RealSchemas.Names, static name => _ = AssertStandard(RealSchemas.File(name).Text!));
    }

    [Fact]
    public void The_standard_schema_is_computed_once()
    {
        var model = KlingModel.FromSchema("a", """{"properties":{"a":{"type":"string"}}}""");

        Assert.Equal(model.JsonSchema.GetRawText(), model.JsonSchema.GetRawText());
        Assert.Equal("""{"$schema":"https://json-schema.org/draft/2020-12/schema","properties":{"a":{"type":"string"}}}""", model.JsonSchema.GetRawText());
    }

    [Theory]
    // Keywords of ours and of vendors go, names and values stay.
    [InlineData("""{"type":"string","x-enum-names":["A"],"x-fal":1,"xml":{}}""", """{"type":"string"}""")]
    [InlineData("""{"properties":{"x-foo":{"x-bar":1}},"required":["x-foo"]}""", """{"properties":{"x-foo":{}},"required":["x-foo"]}""")]
    [InlineData("""{"enum":[{"x-foo":1}],"default":{"nullable":true},"const":{"x-a":[null]}}""", """{"enum":[{"x-foo":1}],"default":{"nullable":true},"const":{"x-a":[null]}}""")]
    [InlineData("""{"patternProperties":{"^x-":{"x-a":1}}}""", """{"patternProperties":{"^x-":{}}}""")]
    [InlineData("""{"description":"日本 'a' \u00e9"}""", """{"description":"日本 'a' é"}""")]
    // What OpenAPI and older drafts say in their own words.
    [InlineData("""{"type":"string","nullable":true}""", """{"type":["string","null"]}""")]
    [InlineData("""{"type":["string","null"],"nullable":true}""", """{"type":["string","null"]}""")]
    [InlineData("""{"type":"string","nullable":false}""", """{"type":"string"}""")]
    [InlineData("""{"type":"string","enum":["a"],"nullable":true}""", """{"type":["string","null"],"enum":["a",null]}""")]
    [InlineData("""{"title":"T","default":null,"$ref":"#/properties/b","nullable":true}""", """{"title":"T","default":null,"anyOf":[{"$ref":"#/$defs/b"},{"type":"null"}]}""")]
    [InlineData("""{"minLength":2,"nullable":true}""", """{"minLength":2}""")]
    [InlineData("""{"minimum":1,"exclusiveMinimum":true}""", """{"exclusiveMinimum":1}""")]
    [InlineData("""{"maximum":1,"exclusiveMaximum":false}""", """{"maximum":1}""")]
    [InlineData("""{"example":"a"}""", """{"examples":["a"]}""")]
    [InlineData("""{"example":"a","examples":["b"]}""", """{"examples":["b"]}""")]
    [InlineData("""{"items":[{"type":"string"}],"additionalItems":false}""", """{"prefixItems":[{"type":"string"}],"items":false}""")]
    [InlineData("""{"dependencies":{"a":["b"],"c":{"required":["d"]}}}""", """{"dependentSchemas":{"a":{"required":["b"]},"c":{"required":["d"]}}}""")]
    // Values that no standard keyword takes.
    [InlineData("""{"type":"file","format":"binary","required":true,"minLength":"5","enum":[],"anyOf":[],"allOf":[1]}""", """{}""")]
    [InlineData("""{"type":["string","file","string"]}""", """{"type":["string"]}""")]
    [InlineData("""{"type":"string","default":null}""", """{"type":"string"}""")]
    [InlineData("""{"default":null}""", """{"default":null}""")]
    [InlineData("""{"required":["a","a"],"dependentRequired":{"a":["b","b"],"c":1}}""", """{"required":["a"],"dependentRequired":{"a":["b"]}}""")]
    [InlineData("""{"if":{"type":"string"},"minContains":1}""", """{}""")]
    [InlineData("""{"then":{"type":"string"}}""", """{}""")]
    [InlineData("""{"$ref":"https://example.com/other.json","type":"string"}""", """{"type":"string"}""")]
    [InlineData("""{"$ref":"#anchor"}""", """{}""")]
    [InlineData("""{"$ref":"#/nowhere"}""", """{}""")]
    [InlineData("""{"$id":"a.json","$anchor":"a","$schema":"./kling-model.schema.json"}""", """{}""")]
    [InlineData("5", "true")]
    public void The_keywords_of_a_parameter_are_rewritten_to_standard_ones(string schema, string expected)
    {
        string text = $$"""{"type":"object","properties":{"a":{{schema}},"b":{} } }""";
        JsonElement rewritten = AssertStandard(text).GetProperty("properties").GetProperty("a");

        Assert.Equal(expected, rewritten.GetRawText());
    }

    [Fact]
    public void Every_target_of_a_reference_becomes_a_definition()
    {
        JsonElement schema = AssertStandard("""
            {
              "properties": {
                "a": { "$ref": "#/components/schemas/A%20b" }, "b": { "$ref": "#/definitions/tree" },
                "c": { "$ref": "#/$defs/tree" }, "d": { "$ref": "#" }
              },
              "components": { "schemas": { "A b": { "type": "string", "nullable": true } } },
              "definitions": { "tree": { "properties": { "next": { "$ref": "#/definitions/tree" } } } },
              "$defs": { "tree": { "type": "integer" }, "unused": { "type": "string" } }
            }
            """);

        Assert.Equal(
            """{"A_b":{"type":["string","null"]},"tree":{"properties":{"next":{"$ref":"#/$defs/tree"}}},"tree2":{"type":"integer"}}""",
            schema.GetProperty("$defs").GetRawText());
        Assert.Equal("#/$defs/tree2", schema.GetProperty("properties").GetProperty("c").GetProperty("$ref").GetString());
        Assert.Equal("#", schema.GetProperty("properties").GetProperty("d").GetProperty("$ref").GetString());
    }

    [Theory]
    [InlineData("""{"type":"string","enum":["a"],"nullable":true}""")]
    [InlineData("""{"const":1,"nullable":true}""")]
    [InlineData("""{"anyOf":[{"type":"integer"},{"type":"string","maxLength":1}],"nullable":true}""")]
    [InlineData("""{"type":"number","minimum":1,"exclusiveMinimum":true}""")]
    [InlineData("""{"$ref":"#/$defs/a"}""")]
    [InlineData("""{"type":"object","properties":{"x-y":{"type":"integer"}},"required":["x-y"],"additionalProperties":false}""")]
    public void The_standard_schema_has_the_same_verdicts(string schema)
    {
        string text = $$"""{"type":"object","properties":{"a":{{schema}} },"$defs":{"a":{"type":"integer","nullable":true} } }""";
        var before = new SchemaJudge(text);
        var after = new SchemaJudge(AssertStandard(text).GetRawText());

        string[] values = ["null", "1", "0", "1.5", "\"a\"", "\"ab\"", "true", "[]", "{}", """{"x-y":1}""", """{"x-y":"1"}""", """{"y":1}"""];
        Assert.All(values, value => Assert.Equal(before.Judge($$"""{"a":{{value}}}""").Count == 0, after.Judge($$"""{"a":{{value}}}""").Count == 0));
    }

    private static JsonElement AssertStandard(string text)
    {
        JsonElement schema = KlingModel.FromSchema("a", text).JsonSchema;

        Assert.Equal("https://json-schema.org/draft/2020-12/schema", schema.GetProperty("$schema").GetString());
        AssertKeywords(schema, schema, isRoot: true);
        return schema;
    }

    private static void AssertKeywords(JsonElement schema, JsonElement root, bool isRoot)
    {
        Assert.Contains(schema.ValueKind, (JsonValueKind[])[JsonValueKind.Object, JsonValueKind.True, JsonValueKind.False]);
        foreach (JsonProperty member in schema.ValueKind is JsonValueKind.Object ? schema.EnumerateObject() : default)
        {
            string keyword = member.Name;
            if (Holders.Contains(keyword))
            {
                Assert.True(isRoot || keyword != "$defs", "Only the root has definitions.");
                Assert.All(member.Value.EnumerateObject(), property => AssertKeywords(property.Value, root, isRoot: false));
            }
            else if (Lists.Contains(keyword))
            {
                Assert.NotEqual(0, member.Value.GetArrayLength());
                Assert.All(member.Value.EnumerateArray(), item => AssertKeywords(item, root, isRoot: false));
            }
            else if (Single.Contains(keyword))
            {
                AssertKeywords(member.Value, root, isRoot: false);
            }
            else
            {
                Assert.True(Others.Contains(keyword) || (isRoot && keyword == "$schema"), $"{keyword} is not a keyword of JSON Schema 2020-12.");
                AssertReference(member, root);
            }
        }
    }

    private static void AssertReference(JsonProperty member, JsonElement root)
    {
        if (member.Name == "$ref" && member.Value.GetString() != "#")
        {
            Assert.StartsWith("#/$defs/", member.Value.GetString(), StringComparison.Ordinal);
            Assert.True(root.GetProperty("$defs").TryGetProperty(member.Value.GetString()!["#/$defs/".Length..], out _), member.Value.GetString());
        }
    }
}
