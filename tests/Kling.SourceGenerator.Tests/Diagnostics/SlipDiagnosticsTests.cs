using System.Text.Json;
using Microsoft.CodeAnalysis;
using static Kling.SourceGenerator.Tests.Diagnostics.SchemaReport;

namespace Kling.SourceGenerator.Tests.Diagnostics;

/// <summary>Schemas that say something that cannot be meant: one diagnostic at the token, and a usable type.</summary>
public sealed class SlipDiagnosticsTests
{
    [Theory]
    [InlineData("""{ "type": "number", "minimum": [|5|], "maximum": 3 }""", "No value is between \"minimum\" 5 and \"maximum\" 3")]
    [InlineData("""{ "type": "integer", "maximum": 3, "minimum": [|5|] }""", "No value is an integer between \"minimum\" 5 and \"maximum\" 3")]
    [InlineData("""{ "type": "number", "exclusiveMinimum": [|5|], "maximum": 5 }""", "No value is between \"exclusiveMinimum\" 5 and \"maximum\" 5")]
    [InlineData("""{ "type": "number", "minimum": [|5|], "exclusiveMaximum": 5.0 }""", "No value is between \"minimum\" 5 and \"exclusiveMaximum\" 5.0")]
    [InlineData("""{ "type": "number", "minimum": [|5|], "exclusiveMinimum": true, "maximum": 5 }""", "No value is between \"exclusiveMinimum\" 5 and \"maximum\" 5")]
    [InlineData("""{ "type": "integer", "minimum": [|0.2|], "maximum": 0.8 }""", "No value is an integer between \"minimum\" 0.2 and \"maximum\" 0.8")]
    [InlineData("""{ "type": "integer", "exclusiveMinimum": [|-1|], "exclusiveMaximum": 0 }""", "No value is an integer between \"exclusiveMinimum\" -1 and \"exclusiveMaximum\" 0")]
    [InlineData("""{ "type": "integer", "multipleOf": 10, "minimum": [|-9|], "exclusiveMaximum": 0 }""", "No value is a multiple of 10 between \"minimum\" -9 and \"exclusiveMaximum\" 0")]
    [InlineData("""{ "type": "number", "multipleOf": 0.5, "minimum": [|0.1|], "maximum": 0.4 }""", "No value is a multiple of 0.5 between \"minimum\" 0.1 and \"maximum\" 0.4")]
    [InlineData("""{ "allOf": [{ "type": "number", "minimum": [|5|] }, { "maximum": 3 }] }""", "No value is between \"minimum\" 5 and \"maximum\" 3")]
    [InlineData("""{ "type": "string", "minLength": [|5|], "maxLength": 3 }""", "No value is between \"minLength\" 5 and \"maxLength\" 3")]
    [InlineData("""{ "type": "array", "items": { "type": "string", "minLength": [|5|], "maxLength": 3 } }""", "No value is between \"minLength\" 5 and \"maxLength\" 3")]
    [InlineData("""{ "type": "array", "minItems": [|2|], "maxItems": 1 }""", "No value is between \"minItems\" 2 and \"maxItems\" 1")]
    [InlineData("""{ "type": "object", "minProperties": [|2|], "maxProperties": 1 }""", "No value is between \"minProperties\" 2 and \"maxProperties\" 1")]
    [InlineData("""{ "type": "array", "items": false, "minItems": [|1|] }""", "\"minItems\" 1 requires more items than the schema allows")]
    [InlineData("""{ "type": "array", "items": { "enum": ["a", "b"] }, "uniqueItems": true, "minItems": [|3|] }""", "\"minItems\" 3 requires more items than there are different values")]
    [InlineData("""{ "type": "object", "properties": { "a": {}, "b": {} }, "required": ["a", "b"], "maxProperties": [|1|] }""", "\"maxProperties\" 1 allows fewer properties than \"required\" lists")]
    [InlineData("""{ "type": "object", "properties": { "a": {} }, "additionalProperties": false, "minProperties": [|2|] }""", "\"minProperties\" 2 requires more properties than the schema declares")]
    [InlineData("""{ "type": "object", "properties": { "a": false }, "required": [[|"a"|]] }""", "'a' is required, but its schema false allows no value")]
    [InlineData("""{ "type": [|"string"|], "allOf": [{ "type": "integer" }] }""", "No value can be of both type \"string\" and type \"integer\"")]
    [InlineData("""{ "allOf": [{ "type": "string" }, [|{ "type": ["integer", "null"] }|]] }""", "No value can be of both type \"string\" and type \"integer\" or \"null\"")]
    [InlineData("""{ "type": [|"string"|], "oneOf": [{ "type": "integer" }, { "type": "boolean" }] }""", "No alternative of \"oneOf\" is of type \"string\"")]
    [InlineData("""{ "oneOf": [{ "type": "string" }, { "type": "integer" }, [|{ "type": "string" }|]] }""", "This alternative of \"oneOf\" is a duplicate, so no value that it allows is valid")]
    [InlineData("""{ "enum": [|[]|] }""", "\"enum\" lists no value, so no value is valid")]
    public void KLING016_limits_that_exclude_each_other(string parameter, string message) => AssertOnly("KLING016", DiagnosticSeverity.Warning, Parameter(parameter), message);

    [Theory]
    [InlineData("""{ "type": "string", "enum": ["a", [|1|]] }""", "The value 1 of \"enum\" is never valid: it is not of type \"string\"")]
    [InlineData("""{ "type": "integer", "enum": [1, [|"2"|]] }""", "The value \"2\" of \"enum\" is never valid: it is not of type \"integer\"")]
    [InlineData("""{ "type": "string", "enum": ["a", [|null|]] }""", "The value null of \"enum\" is never valid: it is not of type \"string\"")]
    [InlineData("""{ "type": "integer", "maximum": 5, "enum": [1, [|10|]] }""", "The value 10 of \"enum\" is never valid: it violates \"maximum\": 5")]
    [InlineData("""{ "type": "number", "multipleOf": 0.5, "enum": [0.5, [|0.7|]] }""", "The value 0.7 of \"enum\" is never valid: it violates \"multipleOf\": 0.5")]
    [InlineData("""{ "type": "string", "maxLength": 1, "enum": ["😀", [|"ab"|]] }""", "The value \"ab\" of \"enum\" is never valid: it violates \"maxLength\": 1")]
    [InlineData("""{ "type": "string", "pattern": "^a", "enum": ["ab", [|"b"|]] }""", "The value \"b\" of \"enum\" is never valid: it violates \"pattern\": ^a")]
    [InlineData("""{ "type": "string", "format": "date", "enum": ["2020-12-01", [|"2020-13-01"|]] }""", "The value \"2020-13-01\" of \"enum\" is never valid: it is not a date (RFC 3339). Write it as in 2026-01-31")]
    [InlineData("""{ "anyOf": [{ "type": "string" }, { "type": "null" }], "enum": ["a", null, [|5|]] }""", "The value 5 of \"enum\" is never valid: it is valid against no schema of \"anyOf\"")]
    [InlineData("""{ "type": ["integer", "null"], "const": [|"5"|] }""", "The value \"5\" of \"const\" is never valid: it is not of type \"integer\" or \"null\"")]
    [InlineData("""{ "enum": ["a", "b"], "const": [|"c"|] }""", "The value \"c\" of \"const\" is never valid: it is not among the values of \"enum\"")]
    public void KLING016_a_value_that_its_own_schema_excludes(string parameter, string message) => AssertOnly("KLING016", DiagnosticSeverity.Warning, Parameter(parameter), message);

    [Theory]
    [InlineData("""{ "type": "number", "minimum": 5, "maximum": 5 }""")]
    [InlineData("""{ "type": "integer", "minimum": -0.5, "maximum": 0.5 }""")]
    [InlineData("""{ "type": "integer", "multipleOf": 10, "minimum": -10, "exclusiveMaximum": 0 }""")]
    [InlineData("""{ "type": "number", "multipleOf": 0.1, "exclusiveMinimum": 0.2, "maximum": 0.3 }""")]
    [InlineData("""{ "type": "integer", "minimum": 1e300, "maximum": 1e301, "nullable": true, "const": null }""")]
    [InlineData("""{ "type": "string", "nullable": true, "enum": ["a", null] }""")]
    [InlineData("""{ "enum": ["a", null], "anyOf": [{ "type": "string" }, { "type": "null" }] }""")]
    [InlineData("""{ "$ref": "#/properties/p/$defs/e", "const": "a", "$defs": { "e": { "enum": ["a", "b"] } } }""")]
    [InlineData("""{ "enum": ["a", "b"], "const": "b" }""")]
    [InlineData("""{ "type": "string", "anyOf": [{ "type": "string", "format": "uri" }, { "type": "null" }] }""")]
    [InlineData("""{ "type": "number", "allOf": [{ "type": "integer" }] }""")]
    public void Valid_combinations_of_limits_are_not_reported(string parameter) => Assert.DoesNotContain(
        GeneratorHarness.Run(TestProject.With(Parameter(parameter))).Diagnostics, static diagnostic => diagnostic.Id == "KLING016");

    [Theory]
    [InlineData("""{ "properties": { "prompt": {} }, "required": [[|"promt"|]] }""", "The required parameter 'promt' is not declared; did you mean 'prompt'? Declare it, or send it in AdditionalParameters")]
    [InlineData("""{ "properties": { "prompt": {} }, "required": ["prompt", [|"seed"|]] }""", "The required parameter 'seed' is not declared. Declare it, or send it in AdditionalParameters")]
    [InlineData("""{ "properties": { "prompt": {} }, "required": [[|"Prompt"|]] }""", "The required parameter 'Prompt' is not declared; did you mean 'prompt'? Declare it, or send it in AdditionalParameters")]
    [InlineData("""{ "properties": { "prompt": {} }, "additionalProperties": false, "required": [[|"promt"|]] }""", "The required parameter 'promt' is not declared; did you mean 'prompt'? Other parameters are not allowed, so no value is valid")]
    [InlineData("""{ "properties": { "a": { "type": "object", "properties": { "length": {} }, "required": [[|"lenght"|]] } } }""", "The required parameter 'lenght' is not declared; did you mean 'length'? Declare it, or send it in AdditionalParameters")]
    [InlineData("""{ "properties": { "a": { "type": "array", "items": { "$ref": "#/$defs/shot" } } }, "$defs": { "shot": { "type": "object", "properties": { "length": {} }, "required": [[|"lenght"|]] } } }""", "The required parameter 'lenght' is not declared; did you mean 'length'? Declare it, or send it in AdditionalParameters")]
    [InlineData("""{ "properties": { "a": { "properties": { "length": {} }, "required": [[|"lenght"|]] } } }""", "The required parameter 'lenght' is not declared; did you mean 'length'? It is still required")]
    [InlineData("""{ "allOf": [{ "$ref": "#/$defs/base" }, { "required": [[|"promt"|]] }], "type": "object", "$defs": { "base": { "properties": { "prompt": {} } } } }""", "The required parameter 'promt' is not declared; did you mean 'prompt'? Declare it, or send it in AdditionalParameters")]
    [InlineData("""{ "properties": { "prompt": {} }, "additionalProperties": { "type": "string" }, "required": [[|"promt"|]] }""", "The required parameter 'promt' is not declared; did you mean 'prompt'? Declare it, or send it in AdditionalParameters")]
    [InlineData("""{ "properties": { "seed": {}, "mode": {} }, "dependentRequired": { "seed": [[|"mod"|]] } }""", "The parameter 'mod' that 'seed' requires is not declared; did you mean 'mode'? Declare it, or send it in AdditionalParameters")]
    [InlineData("""{ "properties": { "seed": {}, "mode": {} }, "dependentRequired": { [|"sed"|]: ["mode"] } }""", "The parameter 'sed' of \"dependentRequired\" is not declared; did you mean 'seed'?")]
    public void KLING017_the_required_parameter_is_not_declared(string marked, string message) => AssertOnly("KLING017", DiagnosticSeverity.Warning, marked, message);

    [Theory]
    [InlineData("""{ "properties": { "a": {}, "b": {} }, "anyOf": [{ "required": ["a"] }, { "required": ["b"] }] }""")]
    [InlineData("""{ "properties": { "a": {} }, "allOf": [{ "$ref": "#/$defs/base" }], "required": ["b"], "$defs": { "base": { "properties": { "b": {} } } } }""")]
    [InlineData("""{ "properties": { "a": {} }, "required": ["x-b"], "patternProperties": { "^x-": {} } }""")]
    [InlineData("""{ "properties": { "a": {} }, "required": ["other"], "additionalProperties": { "type": "string" } }""")]
    [InlineData("""{ "properties": { "a": { "type": "object", "required": ["b"] } } }""")]
    [InlineData("""{ "properties": { "a": { "oneOf": [{ "type": "object", "properties": { "b": {} }, "required": ["b"] }, { "type": "string" }] } } }""")]
    public void A_parameter_that_is_declared_in_another_subschema_is_declared(string schema) => AssertNothing(schema);

    [Theory]
    [InlineData("""{ "type": "string", "maxLength": 2, "examples": ["ab", [|"abc"|]] }""", "The example \"abc\" is not documented: it violates \"maxLength\": 2")]
    [InlineData("""{ "type": "integer", "examples": [[|1.5|], 2] }""", "The example 1.5 is not documented: it is not of type \"integer\"")]
    [InlineData("""{ "type": "string", "format": "uri", "example": [|"image.png"|] }""", "The example \"image.png\" is not documented: it is not an absolute URI (RFC 3986). ")]
    [InlineData("""{ "enum": ["a"], "examples": [[|"b"|]] }""", "The example \"b\" is not documented: it is not among the values of \"enum\"")]
    [InlineData("""{ "type": "array", "items": { "type": "integer", "minimum": 1 }, "examples": [[1], [|[1, 0]|]] }""", "The example [1,0] is not documented: it violates \"minimum\": 1 (at /1)")]
    [InlineData("""{ "type": "object", "properties": { "b": { "type": "boolean" } }, "required": ["b"], "additionalProperties": false, "examples": [[|{}|]] }""", "The example {} is not documented: it has no property 'b'")]
    [InlineData("""{ "type": "object", "properties": { "b": { "type": "boolean" } }, "additionalProperties": false, "examples": [[|{ "c": 1 }|]] }""", "The example {\"c\":1} is not documented: no value is allowed (at /c)")]
    [InlineData("""{ "anyOf": [{ "type": "string" }, { "type": "number" }], "examples": ["a", 1, [|true|]] }""", "The example true is not documented: it is valid against no schema of \"anyOf\"")]
    [InlineData("""{ "$ref": "#/properties/p/$defs/d", "examples": [[|"b"|]], "$defs": { "d": { "const": "a" } } }""", "The example \"b\" is not documented: it is not \"a\"")]
    [InlineData("""{ "type": "array", "uniqueItems": true, "examples": [[|[1, 1.0]|]] }""", "The example [1,1.0] is not documented: it violates \"uniqueItems\": true")]
    public void KLING018_the_example_is_not_valid(string parameter, string message)
    {
        var schema = MarkedSchema.Parse(Parameter(parameter));
        string report = Assert.Single(GeneratorHarness.Run(TestProject.With(schema.Text, "/a.json")).Report);
        Assert.StartsWith($"KLING018 Info /a.json({schema.Line},{schema.Column})+{schema.Length}: {message}", report, StringComparison.Ordinal);
    }

    [Fact]
    public void KLING018_holds_for_examples_of_the_whole_request() => AssertOnly(
        "KLING018",
        DiagnosticSeverity.Info,
        """{ "properties": { "seed": { "type": "integer" } }, "examples": [{ "seed": 1 }, [|{ "seed": "1" }|]] }""",
        "The example {\"seed\":\"1\"} is not documented: it is not of type \"integer\" (at /seed)");

    [Fact]
    public void An_invalid_example_is_not_in_the_documentation()
    {
        string code = GeneratorHarness.Run(TestProject.WithParameter("a", """{ "type": "string", "maxLength": 4, "examples": ["wrong", "good"] }""")).Request.Split("KlingModel Model")[0];
        Assert.Contains("good", code, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("date", "2020-13-01")]
    [InlineData("date", "2021-02-29")]
    [InlineData("date-time", "2020-12-01 10:00")]
    [InlineData("uuid", "0")]
    [InlineData("email", "nobody")]
    [InlineData("uri-reference", "a b")]
    public void KLING004_a_default_that_its_own_format_refuses(string format, string text)
    {
        var schema = MarkedSchema.Parse(Parameter($$"""{ "type": "string", "format": "{{format}}", "default": [|"{{text}}"|] }"""));
        GeneratorOutput output = GeneratorHarness.Run(TestProject.With(schema.Text, "/a.json"));
        Assert.StartsWith(
            $"KLING004 Warning /a.json({schema.Line},{schema.Column})+{schema.Length}: The default \"{text}\" is ignored: it is not a",
            Assert.Single(output.Report),
            StringComparison.Ordinal);
        output.AssertCompiles();
    }

    [Fact]
    public void A_default_of_an_unchecked_format_is_used() => AssertNothing(Parameter("""{ "type": "string", "format": "color", "default": "reddish" }"""));

    [Fact]
    public void A_request_with_an_undeclared_required_parameter_can_be_sent()
    {
        using var models = new GeneratedModels(TestProject.With("""{ "properties": { "prompt": { "type": "string" } }, "required": ["promt"] }"""));
        using var body = JsonDocument.Parse("""{ "prompt": "A hill.", "promt": "A hill." }""");
        Assert.True(models.BySlug["acme-clip"].TryParse(body.RootElement, out IKlingRequest? request, out _));
        Assert.Empty(request.Validate());
        using var without = JsonDocument.Parse("""{ "prompt": "A hill." }""");
        Assert.False(models.BySlug["acme-clip"].TryParse(without.RootElement, out _, out IReadOnlyList<KlingViolation> violations));
        Assert.Equal("/promt", Assert.Single(violations).Path);
    }

    [Theory]
    [InlineData("""{ "properties": { "a": {} }, "required": ["a", [|"a"|]] }""", "\"a\" is a duplicate in \"required\" and has no effect")]
    [InlineData("""{ "properties": { "a": { "type": ["string", [|"string"|]] } } }""", "\"string\" is a duplicate in \"type\" and has no effect")]
    [InlineData("""{ "properties": { "a": {}, "b": {} }, "dependentRequired": { "a": ["b", [|"b"|]] } }""", "\"b\" is a duplicate in \"dependentRequired\" and has no effect")]
    [InlineData("""{ "properties": { "a": { "type": "object", "propertyNames": { "enum": ["b", [|"b"|]] } } } }""", "\"b\" is a duplicate in \"enum\" and has no effect")]
    public void KLING021_a_list_that_names_something_twice(string marked, string message) => AssertOnly("KLING021", DiagnosticSeverity.Info, marked, message);
}
