using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static Kling.SourceGenerator.Tests.Diagnostics.SchemaReport;

namespace Kling.SourceGenerator.Tests.Diagnostics;

/// <summary>Every id with its severity and its exact place.</summary>
public sealed class SchemaDiagnosticsTests
{
    [Theory]
    [InlineData("""
        {
          "properties": {
            "a": { "type": "string" }
            [|"|]b": {}
          }
        }
        """, "',' or '}' is expected.")]
    [InlineData("""{ "properties": { "a": {}[|,|] } }""", "A trailing comma is not allowed in JSON; remove it or add the next property.")]
    [InlineData("""{ "a": 1, [|"a"|]: 1 }""", "The name \"a\" is duplicated in this object.")]
    public void KLING001_the_file_is_not_json(string marked, string message) => AssertOnly("KLING001", DiagnosticSeverity.Error, marked, message);

    [Theory]
    [InlineData("[|[1]|]", "A schema file holds one JSON object")]
    [InlineData("[|true|]", "A schema file holds one JSON object")]
    [InlineData("""{ "type": [|"array"|], "properties": {} }""", "A request is a JSON object: the root's \"type\" must be \"object\"")]
    [InlineData("""{ "type": [|["object"]|], "properties": {} }""", "A request is a JSON object: the root's \"type\" must be \"object\"")]
    [InlineData("""[|{|] "title": "A" }""", "The root needs \"type\": \"object\" or \"properties\", an object with one schema per parameter")]
    [InlineData("""{ "properties": [|[]|] }""", "The root needs \"type\": \"object\" or \"properties\", an object with one schema per parameter")]
    public void KLING002_the_schema_does_not_describe_an_object(string marked, string message) =>
        AssertOnly("KLING002", DiagnosticSeverity.Error, marked, message);

    [Theory]
    [InlineData("""{ "type": "number", "default": [|"auto"|] }""", "The default \"auto\" is ignored: it is not a number that fits a double")]
    [InlineData("""{ "type": "boolean", "default": [|"yes"|] }""", "The default \"yes\" is ignored: it is not a boolean")]
    [InlineData("""{ "type": "string", "maxLength": 1, "default": [|"ab"|] }""", "The default \"ab\" is ignored: it violates \"maxLength\": 1")]
    [InlineData("""{ "type": "string", "minLength": 2, "default": [|"😀"|] }""", "The default \"\\ud83d\\ude00\" is ignored: it violates \"minLength\": 2")]
    [InlineData("""{ "type": "string", "format": "uri", "default": [|"/x:y"|] }""", "The default \"/x:y\" is ignored: it is not an absolute URI (RFC 3986). Begin with a scheme, as in https://example.com/image.png. Upload a local file with client.Files")]
    [InlineData("""{ "type": "string", "enum": ["a"], "default": [|"b"|] }""", "The default \"b\" is ignored: it is not among the values of \"enum\": \"a\"")]
    [InlineData("""{ "type": "integer", "enum": [5], "default": [|"5"|] }""", "The default \"5\" is ignored: it is not among the values of \"enum\": 5")]
    [InlineData("""{ "type": "integer", "default": [|1.5|] }""", "The default 1.5 is ignored: it is not a 64-bit integer")]
    [InlineData("""{ "type": "integer", "maximum": 4, "default": [|5|] }""", "The default 5 is ignored: it violates \"maximum\": 4")]
    [InlineData("""{ "type": "number", "minimum": 0.1, "default": [|0.09|] }""", "The default 0.09 is ignored: it violates \"minimum\": 0.1")]
    [InlineData("""{ "type": "number", "default": [|1e999|] }""", "The default 1e999 is ignored: it is not a number that fits a double")]
    [InlineData("""{ "type": "boolean", "default": [|"true"|] }""", "The default \"true\" is ignored: it is a string; remove the quotes")]
    [InlineData("""{ "type": "number", "default": [|"0.4"|] }""", "The default \"0.4\" is ignored: it is a string; remove the quotes")]
    [InlineData("""{ "type": "boolean", "default": [|1|] }""", "The default 1 is ignored: it is not a boolean")]
    [InlineData("""{ "type": "array", "items": { "type": "string" }, "default": [|"a"|] }""", "The default \"a\" is ignored: it is not an array")]
    [InlineData("""{ "type": "array", "items": { "type": "string" }, "default": [|[1]|] }""", "The default [1] is ignored: it is not of type \"string\" (at /0)")]
    [InlineData("""{ "type": "array", "items": { "type": "string" }, "uniqueItems": true, "default": [|["a", "a"]|] }""", "The default [\"a\",\"a\"] is ignored: it violates \"uniqueItems\": true")]
    [InlineData("""{ "type": "object", "default": [|[]|] }""", "The default [] is ignored: it is not an object")]
    [InlineData("""{ "type": "string", "pattern": "^a", "default": [|"b"|] }""", "The default \"b\" is ignored: it violates \"pattern\": ^a")]
    [InlineData("""{ "type": "number", "multipleOf": 0.1, "default": [|0.35|] }""", "The default 0.35 is ignored: it violates \"multipleOf\": 0.1")]
    [InlineData("""{ "type": "number", "exclusiveMinimum": 0, "default": [|0|] }""", "The default 0 is ignored: it violates \"exclusiveMinimum\": 0")]
    [InlineData("""{ "type": "string", "format": "date", "default": [|"2020-13-01"|] }""", "The default \"2020-13-01\" is ignored: it is not a date (RFC 3339). Write it as in 2026-01-31")]
    [InlineData("""{ "anyOf": [{ "type": "number" }, { "type": "string" }], "default": [|true|] }""", "The default true is ignored: it is valid against no schema of \"anyOf\"")]
    [InlineData("""{ "oneOf": [{ "type": "number" }, { "type": "string" }], "default": [|[]|] }""", "The default [] is ignored: it is valid against no schema of \"oneOf\"")]
    [InlineData("""{ "oneOf": [{ "minimum": 1 }, { "maximum": 3 }], "default": [|2|] }""", "The default 2 is ignored: it is valid against more than one schema of \"oneOf\"")]
    [InlineData("""{ "anyOf": [{ "type": "integer" }, { "type": "string" }], "default": [|1e30|] }""", "The default 1e30 is ignored: it is not a 64-bit integer")]
    [InlineData("""{ "minLength": 3, "default": [|"ab"|] }""", "The default \"ab\" is ignored: it violates \"minLength\": 3")]
    [InlineData("""{ "type": ["string", "integer"], "default": [|1.5|] }""", "The default 1.5 is ignored: it is not of type \"string\" or \"integer\"")]
    [InlineData("""{ "allOf": [{ "type": "string", "pattern": "a" }, { "pattern": "b" }], "default": [|"a"|] }""", "The default \"a\" is ignored: it violates \"pattern\": b")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "string" } }, "required": ["a"], "default": [|{}|] }""", "The default {} is ignored: it has no property 'a'")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "string" } }, "default": [|{ "a": 1 }|] }""", "The default {\"a\":1} is ignored: it is not of type \"string\" (at /a)")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "integer" } }, "default": [|{ "a": 1e30 }|] }""", "The default {\"a\":1e30} is ignored: it is not a 64-bit integer (at /a)")]
    [InlineData("""{ "type": "object", "properties": { "a": {} }, "additionalProperties": false, "default": [|{ "b": 1 }|] }""", "The default {\"b\":1} is ignored: no value is allowed (at /b)")]
    [InlineData("""{ "type": "object", "propertyNames": { "maxLength": 1 }, "default": [|{ "ab": 1 }|] }""", "The default {\"ab\":1} is ignored: for the name 'ab': it violates \"maxLength\": 1")]
    [InlineData("""{ "type": "object", "patternProperties": { "^a/": { "minimum": 2 } }, "default": [|{ "a/b": 1 }|] }""", "The default {\"a/b\":1} is ignored: it violates \"minimum\": 2 (at /a~1b)")]
    [InlineData("""{ "type": "object", "dependentRequired": { "a": ["b"] }, "default": [|{ "a": 1 }|] }""", "The default {\"a\":1} is ignored: it has no property 'b'")]
    [InlineData("""{ "type": "array", "prefixItems": [{ "type": "string" }], "items": false, "default": [|["a", 1]|] }""", "The default [\"a\",1] is ignored: no value is allowed (at /1)")]
    [InlineData("""{ "type": "array", "items": { "type": "object", "properties": { "a": { "enum": ["b"] } } }, "default": [|[{}, { "a": "c" }]|] }""", "The default [{},{\"a\":\"c\"}] is ignored: it is not among the values of \"enum\" (at /1/a)")]
    [InlineData("""{ "type": "array", "uniqueItems": true, "default": [|[1, 1.0]|] }""", "The default [1,1.0] is ignored: it violates \"uniqueItems\": true")]
    [InlineData("""{ "type": "object", "properties": { "text": { "type": "string", "x-references": [{ "marker": "@Image{n}", "list": "images" }] }, "images": { "type": "array", "items": {} } }, "default": [|{ "text": "see @Image1" }|] }""", "The default {\"text\":\"see @Image1\"} is ignored: it refers to an item of \"images\" (at /text)")]
    public void KLING004_the_default_cannot_be_used(string parameter, string message) =>
        AssertOnly("KLING004", DiagnosticSeverity.Warning, Parameter(parameter), message);

    [Fact]
    public void KLING005_the_slug_is_taken() => AssertClash(
        "KLING005",
        new InMemoryFile("/b/acme.json", """{ "properties": {} }"""),
        "The slug 'acme' is already used by '/a/acme.json'; change one of the two: set KlingSlug on its item, set \"x-slug\", or rename the file");

    [Fact]
    public void KLING006_the_type_name_is_taken() => AssertClash(
        "KLING006",
        new InMemoryFile("/b/other.json", """{ "x-csharp-name": "Acme", "properties": {} }"""),
        "The type 'Acme.Models.AcmeRequest' is already generated from '/a/acme.json'; rename one of the two: set KlingTypeName on its item, or set \"x-csharp-name\"");

    [Fact]
    public void KLING007_the_language_version_is_too_low()
    {
        GeneratorOutput output = GeneratorHarness.Run(TestProject.With("""{ "properties": {} }""", "/a.json") with { Language = LanguageVersion.CSharp11 });
        Assert.Equal(
            "KLING007 Error /a.json(1,1)+0: Generated code needs C# 12, but this project is compiled as C# 11.0; set <LangVersion>12</LangVersion> or newer",
            Assert.Single(output.Report));
        Assert.Empty(output.Sources);
    }

    [Theory]
    [InlineData("""{ "$ref": [|"#/$defs/gone"|] }""", "The reference '#/$defs/gone' is not enforced: there is no such schema; write a JSON Pointer such as #/$defs/name")]
    [InlineData("""{ "$ref": [|"https://example.com/a.json"|] }""", "The reference 'https://example.com/a.json' is not enforced: only references within the file are supported; copy the definition into \"$defs\"")]
    public void KLING012_the_reference_has_no_target(string parameter, string message) =>
        AssertOnly("KLING012", DiagnosticSeverity.Warning, Parameter(parameter), message);

    [Theory]
    [InlineData("#/$defs/sed", "#/$defs/seed")]
    [InlineData("#/definitions/seed", "#/$defs/seed")]
    [InlineData("#seed", "#/$defs/seed")]
    [InlineData("#/$defs/a~1c", "#/$defs/a~1b")]
    public void KLING012_names_the_definition_that_was_probably_meant(string reference, string nearest) => AssertOnly(
        "KLING012",
        DiagnosticSeverity.Warning,
        $$$"""{ "properties": { "p": { "$ref": [|"{{{reference}}}"|] } }, "$defs": { "seed": { "type": "integer" }, "a/b": {} } }""",
        $"The reference '{reference}' is not enforced: there is no such schema; did you mean '{nearest}'?");

    [Theory]
    [InlineData("""{ "properties": { "a": { "$ref": "#/$defs/one" } }, "$defs": { "one": { "$ref": "#/$defs/two" }, "two": { "$ref": "#/$defs/one" } } }""")]
    [InlineData("""{ "properties": { "a": { "$ref": "#/$defs/two" } }, "$defs": { "one": { "$ref": "#/$defs/two" }, "two": { "$ref": "#/$defs/one" } } }""")]
    public void Every_reference_of_a_cycle_is_reported(string schema) => Assert.Equal(
        ["(1,115)", "(1,81)"],
        GeneratorHarness.Run(TestProject.With(schema, "/a.json")).Report.Select(static line => line["KLING013 Warning /a.json".Length..line.IndexOf('+', StringComparison.Ordinal)]).Order(StringComparer.Ordinal));

    [Fact]
    public void KLING013_the_reference_is_a_cycle() => AssertOnly(
        "KLING013",
        DiagnosticSeverity.Warning,
        """
        {
          "properties": { "a": { "$ref": "#/$defs/one" } },
          "$defs": { "one": { "$ref": [|"#/$defs/one"|] } }
        }
        """,
        "This reference leads back to its own schema for the same value, so it is not enforced");

    [Fact]
    public void KLING010_the_file_cannot_be_read()
    {
        GeneratorOutput output = GeneratorHarness.Run(TestProject.WithFiles(new InMemoryFile("/gone.json", null)));
        Assert.Equal("KLING010 Error /gone.json(1,1)+0: The compiler could not read this file; check that it exists and is text", Assert.Single(output.Report));
    }

    [Theory]
    [InlineData("""{ "properties": { "x": {}, [|"X"|]: {} } }""", "'X' becomes 'XParameter' in C#, because 'X' is already used; use \"x-csharp-name\" to choose another name")]
    [InlineData("""{ "properties": { [|"equals"|]: {} } }""", "'equals' becomes 'EqualsParameter' in C#, because 'Equals' is already used; use \"x-csharp-name\" to choose another name")]
    [InlineData("""{ "properties": { "a": { "enum": ["hd", [|"HD"|]] } } }""", "'HD' becomes 'HD2' in C#, because 'HD' is already used; use \"x-enum-names\" to choose the names")]
    [InlineData("""{ "properties": { "clip": { "type": "object", "properties": { "b": {} } }, "c": { "$ref": "#/$defs/clip" } }, "$defs": { "clip": [|{ "type": "object", "properties": { "b": {} } }|] } }""", "'AClip' becomes 'AClip2' in C#, because 'AClip' is already used; use \"x-csharp-name\" on its parameter or definition to choose another name")]
    public void KLING011_the_name_is_changed(string marked, string message) => AssertOnly("KLING011", DiagnosticSeverity.Info, marked, message);

    [Fact]
    public void KLING309_the_description_of_the_dialect_is_no_model()
    {
        GeneratorOutput output = GeneratorHarness.Run(TestProject.With("""{ "$schema": "x", "type": "object", "properties": {} }""", "C:\\schemas\\Kling-Model.schema.json"));
        Assert.Empty(output.Sources);
        Assert.Equal(
            "KLING309 Info C:\\schemas\\Kling-Model.schema.json(1,1)+0: No type is generated from this file: it describes schema files, so that editors complete them",
            Assert.Single(output.Report));
    }

    [Theory]
    [InlineData("KlingTypeName", "not fine", "The metadata KlingTypeName of this file's KlingSchema item is 'not fine'; it must be a C# identifier that begins with a capital letter")]
    [InlineData("KlingTypeName", "clip", "The metadata KlingTypeName of this file's KlingSchema item is 'clip'; it must be a C# identifier that begins with a capital letter")]
    [InlineData("KlingNamespace", "Acme;Models", "The metadata KlingNamespace of this file's KlingSchema item is 'Acme;Models'; it must be a C# namespace, for example 'Acme.Models'")]
    [InlineData("KlingNamespace", "Acme..Models", "The metadata KlingNamespace of this file's KlingSchema item is 'Acme..Models'; it must be a C# namespace, for example 'Acme.Models'")]
    [InlineData("KlingAccessibility", "public;internal", "The metadata KlingAccessibility of this file's KlingSchema item is 'public;internal'; it must be 'public' or 'internal'")]
    public void KLING310_the_items_metadata_cannot_be_used(string metadata, string value, string message)
    {
        InMemoryFile file = new InMemoryFile("/a.json", """{ "properties": {} }""").With(metadata, value);
        GeneratorOutput output = GeneratorHarness.Run(TestProject.WithFiles(file));
        Assert.Equal($"KLING310 Error /a.json(1,1)+0: {message}", Assert.Single(output.Report));
        Assert.NotEmpty(output.Sources);
        output.AssertCompiles();
    }

    [Fact]
    public void An_error_in_one_file_does_not_affect_the_others()
    {
        TestProject alone = TestProject.With("""{ "properties": { "a": {} } }""", "/b.json");
        TestProject together = alone with
        {
            Files = [new InMemoryFile("/a.json", "{"), .. alone.Files, new InMemoryFile("/c.json", null), new InMemoryFile("/d.json", "[]")],
        };
        GeneratorOutput output = GeneratorHarness.Run(together);
        Assert.Equal(GeneratorHarness.Run(alone).AllText, output.AllText);
        Assert.Equal(["KLING001", "KLING002", "KLING010"], output.Diagnostics.Select(static diagnostic => diagnostic.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_diagnostics_of_a_file_are_reported_in_order_of_their_positions()
    {
        GeneratorOutput output = GeneratorHarness.Run(TestProject.With("""
            {
              "b": 1,
              "properties": { "a": { "type": "string", "default": 5, "not": {} } },
              "a": 1
            }
            """));
        Assert.Equal(["KLING015", "KLING004", "KLING009", "KLING015"], output.Diagnostics.Select(static diagnostic => diagnostic.Id));
        output.AssertCompiles();
    }

    private static void AssertClash(string id, InMemoryFile second, string message)
    {
        var first = new InMemoryFile("/a/acme.json", """{ "title": "First", "properties": {} }""");
        var bystander = new InMemoryFile("/c/third.json", """{ "properties": {} }""");
        GeneratorOutput expected = GeneratorHarness.Run(TestProject.WithFiles(first, bystander));
        foreach (InMemoryFile[] order in new[] { new[] { first, second, bystander }, [second, first, bystander], [bystander, second, first] })
        {
            GeneratorOutput output = GeneratorHarness.Run(TestProject.WithFiles(order));
            Assert.Equal($"{id} Error {second.Path}(1,1)+0: {message}", Assert.Single(output.Report));
            Assert.Equal(expected.AllText, output.AllText);
            output.AssertCompiles();
        }
    }
}
