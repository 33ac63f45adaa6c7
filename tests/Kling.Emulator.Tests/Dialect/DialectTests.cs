namespace Kling.Emulator.Tests.Dialect;

/// <summary>The dialect's schema refuses what it says it refuses, rule by rule, and takes every shipped file.</summary>
public sealed class DialectTests
{
    public static TheoryData<string> ModelFiles => [.. SchemaFolder.ModelFiles];

    public static TheoryData<string, string, string> Rejections =>
        [.. DialectRejections.All.Select(static rejection => (rejection.Rule, rejection.Error, rejection.Text))];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(ModelFiles))]
    public async Task Every_model_file_follows_the_dialect(string file) =>
        Assert.Empty(await SchemaErrors.Find(SchemaFolder.Read(SchemaFolder.DialectFile), SchemaFolder.Read(file), Cancellation));

    [Fact]
    public async Task A_file_that_uses_every_keyword_is_accepted()
    {
        const string text =
            """
            {
              "$schema": "./kling-model.schema.json", "$comment": "Of all.",
              "title": "Kling X", "description": "Tries everything.", "deprecated": true, "examples": [{ "p": 1 }],
              "type": "object", "required": ["p"], "additionalProperties": { "type": "string" },
              "x-slug": "kling-x", "x-csharp-name": "KlingX", "x-output": "image", "x-retired": false, "x-replaced-by": { "model": "kling-y", "parameters": { "p": "prompt", "l": null, "e": { "name": "kind", "values": { "a": "A", "1": 2, "true": false } } } }, "x-typical-seconds": 0.5, "x-typical-cost": 0,
              "x-cost": { "range": [0, 1.5], "parameters": ["p"], "rule": { "per": "s", "rates": [{ "when": { "e": ["a", null], "p": 1 }, "usd": 0.5 }, { "usd": 0 }] } }, "x-status": "partial",
              "x-source": "https://example.com/kling-x", "x-retrieved": "2026-02-28",
              "$defs": { "shot": { "type": "object", "properties": { "q": {} }, "required": [], "additionalProperties": false } },
              "definitions": { "size": { "type": ["integer", "null"], "minimum": -1, "maximum": 1.5, "exclusiveMinimum": -2, "exclusiveMaximum": 2, "multipleOf": 0.5 } },
              "properties": {
                "p": { "$comment": "Of one.", "title": "P", "description": "A p.", "default": null, "deprecated": false, "readOnly": false, "nullable": true, "examples": [1] },
                "e": { "enum": ["a", 1, 1.5, true, null], "x-enum-names": ["A", "One", "More", "Yes", "_none"], "const": "a", "x-csharp-name": "E2" },
                "s": { "type": "string", "minLength": 0, "maxLength": 512, "pattern": "^a", "format": "x", "x-references": [{ "marker": "@L{n}", "list": "l" }] },
                "l": { "type": "array", "items": { "$ref": "#/$defs/shot" }, "minItems": 0, "maxItems": 3, "uniqueItems": true },
                "u": { "allOf": [{}], "anyOf": [{ "$ref": "#" }], "oneOf": [{ "type": "null" }], "$defs": {}, "definitions": {} },
                "t": { "prefixItems": [{}], "patternProperties": { "^x": {} }, "propertyNames": { "maxLength": 9 }, "minProperties": 0, "maxProperties": 9, "dependentRequired": { "a": ["b"] } },
                "$ref": { "additionalProperties": true }
              }
            }
            """;

        Assert.Empty(await SchemaErrors.Find(SchemaFolder.Read(SchemaFolder.DialectFile), text, Cancellation));
        Assert.All(DialectRules.Keywords, static keyword => Assert.Contains($"\"{keyword}\": ", text, StringComparison.Ordinal));
    }

    // The errors that go away with the rule are the rule's own. NJsonSchema counts required members of what is no object
    // too, so a text that should have been an object keeps an error of another rule.
    [Theory]
    [MemberData(nameof(Rejections))]
    public async Task A_schema_that_breaks_a_rule_of_the_dialect_is_refused_because_of_that_rule(string rule, string error, string text)
    {
        IReadOnlyList<string> errors = await SchemaErrors.Find(SchemaFolder.Read(SchemaFolder.DialectFile), text, Cancellation);
        IReadOnlyList<string> errorsWithoutTheRule = await SchemaErrors.Find(DialectRules.Without(rule), text, Cancellation);

        Assert.Equal(error, string.Join("; ", errors.Except(errorsWithoutTheRule)));
    }

    [Fact]
    public void Every_rule_of_the_dialect_has_a_refused_schema() =>
        Assert.Equal(
            DialectRules.All.Order(StringComparer.Ordinal),
            DialectRejections.All.Select(static rejection => rejection.Rule).Order(StringComparer.Ordinal));
}
