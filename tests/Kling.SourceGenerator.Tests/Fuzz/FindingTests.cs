namespace Kling.SourceGenerator.Tests.Fuzz;

/// <summary>Schemas that random ones brought to light: each once threw, never ended, or gave code that did not compile.</summary>
public sealed class FindingTests
{
    public static TheoryData<string> Schemas =>
    [
        // A type that is none, among alternatives.
        """{ "properties": { "a": { "anyOf": [{ "type": "" }, { "type": "string" }] } } }""",
        """{ "properties": { "a": { "anyOf": [{ "type": "file" }, { "type": "integer" }] } } }""",

        // A pointer into a list by a name.
        """{ "properties": { "a": { "$ref": "#/$defs/ImageSize" }, "b": { "$ref": "#/$defs/-1" }, "c": { "$ref": "#/$defs/00" }, "d": { "$ref": "#/$defs/99999999999" } }, "$defs": [{}] }""",

        // Definitions that become a part of themselves, with keywords beside the reference.
        """{ "properties": { "a": { "$ref": "#/$defs/d" } }, "$defs": { "d": { "type": "object", "properties": { "a": { "$ref": "#/$defs/d", "minProperties": 1 } } } } }""",
        """{ "properties": { "a": { "$ref": "#/$defs/d" } }, "$defs": { "d": { "type": "object", "properties": { "a": { "$ref": "#/$defs/d", "properties": { "a": { "minProperties": 1 } } } } } } }""",
        """{ "properties": { "a": { "$ref": "#/$defs/d" } }, "$defs": { "d": { "type": "array", "items": { "$ref": "#/$defs/d", "minItems": 1 } } } }""",
        """{ "properties": { "a": { "$ref": "#", "minProperties": 1 } } }""",

        // References that multiply.
        """{ "properties": { "a": { "$ref": "#/$defs/d" } }, "$defs": { "d": { "allOf": [{ "$ref": "#/$defs/d" }, { "$ref": "#/$defs/d" }] } } }""",

        // Alternatives of one C# type.
        """{ "properties": { "a": { "anyOf": [{ "type": "object", "minProperties": 1 }, { "type": "string" }, { "type": "object", "maxProperties": 3 }] } } }""",
        """{ "properties": { "a": { "anyOf": [{ "$ref": "#/$defs/d" }, { "type": "integer" }] } }, "$defs": { "d": { "type": "array", "items": { "anyOf": [{ "$ref": "#/$defs/d" }, { "type": "integer" }] } } } }""",

        // A parameter that is called as the class of the checks is.
        """{ "properties": { "acme_clip_json_checks": { "enum": [1, "a"], "minimum": 5 }, "pattern1": { "type": ["string", "null"], "pattern": "^a" } } }""",
    ];

    [Theory]
    [MemberData(nameof(Schemas))]
    public void A_schema_that_once_broke_the_generator_compiles(string schema) => GeneratorHarness.Run(TestProject.With(schema)).AssertCompiles();
}
