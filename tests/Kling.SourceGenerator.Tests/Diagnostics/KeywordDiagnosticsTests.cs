using Microsoft.CodeAnalysis;
using static Kling.SourceGenerator.Tests.Diagnostics.SchemaReport;

namespace Kling.SourceGenerator.Tests.Diagnostics;

/// <summary>Keywords that have no effect or not the whole effect: what is reported, how severely and where.</summary>
public sealed class KeywordDiagnosticsTests
{
    private const string TypeMessage = "This value of 'type' is ignored: it must be \"string\", \"integer\", \"number\", \"boolean\", \"array\", \"object\", \"null\" or a list of them";

    [Theory]
    [InlineData("""{ [|"titles"|]: "A", "properties": {} }""", "The keyword 'titles' has no effect: it is unknown; did you mean 'title'?")]
    [InlineData("""
        {
          "properties": {
            "a": { "type": "array", "items": { "type": "object", "properties": { "b": {
              "type": "string",
              [|"maxLenght"|]: 3 } } } }
          }
        }
        """, "The keyword 'maxLenght' has no effect: it is unknown; did you mean 'maxLength'?")]
    [InlineData("""{ "properties": { "a": { [|"x-slug"|]: "b" } } }""", "The keyword 'x-slug' has no effect: it belongs at the root of the schema")]
    [InlineData("""{ "properties": { "a": { "type": "string", [|"maxlength"|]: 3 } } }""", "The keyword 'maxlength' has no effect: it is unknown; did you mean 'maxLength'?")]
    [InlineData("""{ "properties": { "a": { "type": "string", [|"max_length"|]: 3 } } }""", "The keyword 'max_length' has no effect: it is unknown; did you mean 'maxLength'?")]
    [InlineData("""{ "properties": { "a": {} }, [|"requierd"|]: ["a"] }""", "The keyword 'requierd' has no effect: it is unknown; did you mean 'required'?")]
    [InlineData("""{ "properties": { "a": { [|"enums"|]: ["b"] } } }""", "The keyword 'enums' has no effect: it is unknown; did you mean 'enum'?")]
    [InlineData("""{ "properties": { "a": { "type": "array", [|"item"|]: {} } } }""", "The keyword 'item' has no effect: it is unknown; did you mean 'items'?")]
    [InlineData("""{ "properties": { "a": { "type": "integer", [|"min"|]: 1 } } }""", "The keyword 'min' has no effect: it is unknown; did you mean 'minimum'?")]
    [InlineData("""{ "properties": { "a": { "type": "string", [|"regex"|]: "a" } } }""", "The keyword 'regex' has no effect: it is unknown; did you mean 'pattern'?")]
    [InlineData("""{ "properties": { "a": { [|"choices"|]: ["b"] } } }""", "The keyword 'choices' has no effect: it is unknown; did you mean 'enum'?")]
    [InlineData("""{ "properties": {}, [|"x-slgu"|]: "a" }""", "The keyword 'x-slgu' has no effect: it is unknown; did you mean 'x-slug'?")]
    [InlineData("""{ "properties": {}, [|"x-sources"|]: "a" }""", "The keyword 'x-sources' has no effect: it is unknown; did you mean 'x-source'?")]
    [InlineData("""{ "properties": {}, [|"x-statue"|]: "partial" }""", "The keyword 'x-statue' has no effect: it is unknown; did you mean 'x-status'?")]
    [InlineData("""{ "properties": {}, [|"x-costs"|]: {} }""", "The keyword 'x-costs' has no effect: it is unknown; did you mean 'x-cost'?")]
    [InlineData("""{ "properties": {}, [|"X-Output"|]: "image" }""", "The keyword 'X-Output' has no effect: it is unknown; did you mean 'x-output'?")]
    [InlineData("""{ "properties": { "a": { "enum": ["b"], [|"x-enum_names"|]: ["B"] } } }""", "The keyword 'x-enum_names' has no effect: it is unknown; did you mean 'x-enum-names'?")]
    [InlineData("""{ "properties": { "a": { "type": "array", "items": { "type": "string", [|"x-csharp-name"|]: "B" } } } }""", "The keyword 'x-csharp-name' has no effect: it must be on the model, a parameter or a definition")]
    [InlineData("""{ "properties": { "a": { "type": "array", [|"maxLength"|]: 3 } } }""", "The keyword 'maxLength' has no effect: it applies to type \"string\", not to \"array\"; did you mean 'maxItems'?")]
    [InlineData("""{ "properties": { "a": { "type": ["string", "null"], [|"minItems"|]: 3 } } }""", "The keyword 'minItems' has no effect: it applies to type \"array\", not to \"string\" or \"null\"; did you mean 'minLength'?")]
    [InlineData("""{ "properties": { "a": { "type": "object", [|"maxItems"|]: 3 } } }""", "The keyword 'maxItems' has no effect: it applies to type \"array\", not to \"object\"; did you mean 'maxProperties'?")]
    public void KLING003_the_keyword_is_misspelled_or_misplaced(string marked, string message) => AssertOnly("KLING003", DiagnosticSeverity.Warning, marked, message);

    [Theory]
    [InlineData("""{ "properties": { "a": { "type": "integer", "minimum": [|1e30|] } } }""", "No value is valid: \"minimum\" excludes every 64-bit integer")]
    [InlineData("""{ "properties": { "a": { "type": "integer", "exclusiveMaximum": [|-9223372036854775809|] } } }""", "No value is valid: \"exclusiveMaximum\" excludes every 64-bit integer")]
    public void KLING016_the_limits_allow_no_integer(string marked, string message) => AssertOnly("KLING016", DiagnosticSeverity.Warning, marked, message);

    [Theory]
    [InlineData("""{ "properties": { "a": { "type": [|"interger"|] } } }""", "interger", "integer")]
    [InlineData("""{ "properties": { "a": { "type": [|"text"|] } } }""", "text", "string")]
    [InlineData("""{ "properties": { "a": { "type": [|"int"|] } } }""", "int", "integer")]
    [InlineData("""{ "properties": { "a": { "type": ["string", [|"None"|]] } } }""", "None", "null")]
    [InlineData("""{ "properties": { "a": { "type": "array", "items": { "type": [|"strng"|] } } } }""", "strng", "string")]
    public void KLING024_the_type_is_misspelled(string marked, string wrong, string meant) =>
        AssertOnly("KLING024", DiagnosticSeverity.Error, marked, $"There is no type \"{wrong}\"; did you mean \"{meant}\"?");

    [Theory]
    [InlineData("""{ "properties": { "a": { "type": [|{}|] } } }""", TypeMessage)]
    [InlineData("""{ "properties": { "a": { "type": [|"file"|] } } }""", TypeMessage)]
    [InlineData("""{ "properties": { "a": { "type": "string", "maxLength": [|-1|] } } }""", "This value of 'maxLength' is ignored: it must be an integer from 0 to 2147483647")]
    [InlineData("""{ "properties": { "a": { "type": "string", "nullable": [|"yes"|] } } }""", "This value of 'nullable' is ignored: it must be true or false")]
    [InlineData("""{ "properties": { "a": { "type": "number", "multipleOf": [|0|] } } }""", "This value of 'multipleOf' is ignored: it must be a number greater than 0")]
    [InlineData("""{ "properties": { "a": { "type": "array", "uniqueItems": [|"true"|] } } }""", "This value of 'uniqueItems' is ignored: it must be true or false; \"true\" is a string, so write true without quotation marks")]
    [InlineData("""{ "properties": { "a": { "type": "array", "items": [|"string"|] } } }""", "This value of 'items' is ignored: it must be an object, true or false")]
    [InlineData("""{ "properties": {}, "additionalProperties": [|"no"|] }""", "This value of 'additionalProperties' is ignored: it must be an object, true or false")]
    [InlineData("""{ "properties": { "a": { "type": "object", "patternProperties": [|[]|] } } }""", "This value of 'patternProperties' is ignored: it must be an object with one schema per pattern")]
    [InlineData("""{ "properties": { "a": { "prefixItems": [|{}|] } } }""", "This value of 'prefixItems' is ignored: it must be a list of at least one schema")]
    [InlineData("""{ "properties": { "a": { "allOf": [|["string"]|] } } }""", "This value of 'allOf' is ignored: it must be a list of at least one schema")]
    [InlineData("""{ "properties": { "a": { "$ref": "#/$defs/b" } }, "$defs": { "b": { "type": "string", "format": [|5|] } } }""", "This value of 'format' is ignored: it must be a string")]
    [InlineData("""{ "properties": { "a": { "type": "string", "examples": [|"b"|] } } }""", "This value of 'examples' is ignored: it must be a list of examples")]
    [InlineData("""{ "properties": { "a": { "type": "string", "x-enum-names": [|["B"]|] } } }""", "This value of 'x-enum-names' is ignored: there is no \"enum\" next to it")]
    [InlineData("""{ "properties": { "a": { "type": "string", "required": [|true|] } } }""", "This value of 'required' is ignored: it must be a list of parameter names; to require 'a', list it in the \"required\" of the object that has it")]
    [InlineData("""{ "properties": { "a": { "type": "object", "required": [|true|], "properties": { "b": {} } } } }""", "This value of 'required' is ignored: it must be a list of parameter names; to require 'a', list it in the \"required\" of the object that has it")]
    [InlineData("""{ "properties": {}, "x-typical-cost": [|-1|] }""", "This value of 'x-typical-cost' is ignored: it must be a number of US dollars, 0 or more")]
    [InlineData("""{ "properties": { "a": { "anyOf": [|[]|] } } }""", "This value of 'anyOf' is ignored: it must be a list of at least one schema")]
    [InlineData("""{ "properties": { "a": { "$ref": [|1|] } } }""", "This value of '$ref' is ignored: it must be a string")]
    [InlineData("""{ "properties": {}, "dependentRequired": { "a": [|1|] } }""", "This value of 'dependentRequired' is ignored: it must be a list of parameter names")]
    [InlineData("""{ "properties": { "a": { "type": "number", "minimum": [|"0"|] } } }""", "This value of 'minimum' is ignored: it must be a number that fits a double; \"0\" is a string, so write 0 without quotation marks")]
    [InlineData("""{ "properties": { "a": { "type": "number", "minimum": [|"+5"|] } } }""", "This value of 'minimum' is ignored: it must be a number that fits a double")]
    [InlineData("""{ "properties": { "a": { "type": "number", "multipleOf": [|"0.1"|] } } }""", "This value of 'multipleOf' is ignored: it must be a number greater than 0; \"0.1\" is a string, so write 0.1 without quotation marks")]
    [InlineData("""{ "properties": { "a": { "type": "string", "maxLength": [|"512"|] } } }""", "This value of 'maxLength' is ignored: it must be an integer from 0 to 2147483647; \"512\" is a string, so write 512 without quotation marks")]
    [InlineData("""{ "properties": { "a": { "type": "string", "enum": [|"a, b"|] } } }""", "This value of 'enum' is ignored: it must be a list of values")]
    [InlineData("""{ "properties": { "a": { "enum": ["x"], "x-enum-names": [|["A", "B"]|] } } }""", "This value of 'x-enum-names' is ignored: it must list one name per value of \"enum\", 1 in all")]
    [InlineData("""{ "properties": { "a": { "enum": ["x", "y"], "x-enum-names": ["A", [|"a b"|]] } } }""", "This value of 'x-enum-names' is ignored: \"a b\" is not a C# identifier")]
    [InlineData("""{ "properties": { "a": { "x-csharp-name": [|"value"|] } } }""", "This value of 'x-csharp-name' is ignored: 'value' is not a C# identifier that begins with a capital letter")]
    [InlineData("""{ "properties": { "a": { "description": [|5|] } } }""", "This value of 'description' is ignored: it must be a string")]
    [InlineData("""{ "properties": {}, "required": [|true|] }""", "This value of 'required' is ignored: it must be a list of parameter names")]
    [InlineData("""{ "properties": {}, "x-slug": [|5|] }""", "This value of 'x-slug' is ignored: it must be a string")]
    [InlineData("""{ "properties": {}, "x-output": [|"film"|] }""", "This value of 'x-output' is ignored: it must be one of video, image, audio, text, json")]
    [InlineData("""{ "properties": {}, "x-output": [|"vidoe"|] }""", "This value of 'x-output' is ignored: it must be one of video, image, audio, text, json; did you mean 'video'?")]
    [InlineData("""{ "properties": {}, "x-status": [|"partail"|] }""", "This value of 'x-status' is ignored: it must be one of complete, partial; did you mean 'partial'?")]
    [InlineData("""{ "properties": {}, "x-status": [|"unknown"|] }""", "This value of 'x-status' is ignored: it must be one of complete, partial")]
    [InlineData("""{ "properties": {}, "x-status": [|true|] }""", "This value of 'x-status' is ignored: it must be a string")]
    [InlineData("""{ "properties": {}, "x-cost": [|[1, 2]|] }""", "This value of 'x-cost' is ignored: it must be an object with \"range\", \"parameters\" or \"rule\"")]
    [InlineData("""{ "properties": {}, "x-cost": { "range": [|[2, 1]|] } }""", "This value of 'x-cost' is ignored: \"range\" must be two numbers of US dollars, 0 or more, the lowest first")]
    [InlineData("""{ "properties": {}, "x-cost": { "range": [|[1]|] } }""", "This value of 'x-cost' is ignored: \"range\" must be two numbers of US dollars, 0 or more, the lowest first")]
    [InlineData("""{ "properties": {}, "x-cost": { "ranges": [|[1, 2]|] } }""", "This value of 'x-cost' is ignored: 'ranges' is unknown; it can have \"range\", \"parameters\" and \"rule\"")]
    [InlineData("""{ "properties": { "mode": {} }, "x-cost": { "parameters": [|"mode"|] } }""", "This value of 'x-cost' is ignored: \"parameters\" must be a list of parameter names")]
    [InlineData("""{ "properties": { "mode": {} }, "x-cost": { "parameters": [[|"mod"|]] } }""", "This value of 'x-cost' is ignored: the parameter 'mod' is not declared; did you mean 'mode'?")]
    [InlineData("""{ "properties": {}, "x-cost": { "rule": [|{ "per": "duration" }|] } }""", "This value of 'x-cost' is ignored: \"rule\" must be an object with \"rates\", a list of at least one rate")]
    [InlineData("""{ "properties": {}, "x-cost": { "rule": { "rates": [[|{}|]] } } }""", "This value of 'x-cost' is ignored: a rate must be an object with \"usd\", a number of US dollars, 0 or more")]
    [InlineData("""{ "properties": {}, "x-cost": { "rule": { "rates": [{ "usd": 1, "if": [|1|] }] } } }""", "This value of 'x-cost' is ignored: 'if' is unknown; a rate has \"when\" and \"usd\"")]
    [InlineData("""{ "properties": {}, "x-cost": { "rule": { "rates": [{ "usd": 1, "when": [|1|] }] } } }""", "This value of 'x-cost' is ignored: \"when\" must be an object with parameters and their values")]
    [InlineData("""{ "properties": {}, "x-cost": { "rule": { "rates": [{ "usd": 1 }], "plus": [|1|] } } }""", "This value of 'x-cost' is ignored: 'plus' is unknown; a rule has \"per\" and \"rates\"")]
    [InlineData("""{ "properties": { "mode": { "type": "boolean" } }, "x-cost": { "rule": { "per": [|"mode"|], "rates": [{ "usd": 1 }] } } }""", "This value of 'x-cost' is ignored: 'mode' is neither a number nor a list")]
    [InlineData("""{ "properties": { "mode": { "enum": ["std"] } }, "x-cost": { "rule": { "rates": [{ "when": { "mode": ["std", [|"pro"|]] }, "usd": 1 }] } } }""", "This value of 'x-cost' is ignored: \"pro\" is not among the values of 'mode'")]
    [InlineData("""{ "properties": { "mode": {} }, "x-cost": { "rule": { "rates": [{ "when": { [|"mod"|]: "std" }, "usd": 1 }] } } }""", "This value of 'x-cost' is ignored: the parameter 'mod' is not declared; did you mean 'mode'?")]
    [InlineData("""{ "properties": { "mode": {} }, "x-cost": { "rule": { "rates": [{ "when": { "mode": [|{}|] }, "usd": 1 }] } } }""", "This value of 'x-cost' is ignored: a value must be a string, a number, true, false or null")]
    [InlineData("""{ "properties": {}, "x-typical-seconds": [|"190"|] }""", "This value of 'x-typical-seconds' is ignored: it must be a number of seconds above 0 and below 2592000 (30 days); \"190\" is a string, so write 190 without quotation marks")]
    [InlineData("""{ "properties": { "a": { "type": "string", "x-references": [|{}|] } } }""", "This value of 'x-references' is ignored: it must be a list of objects such as { \"marker\": \"@Image{n}\", \"list\": \"image_urls\" }")]
    [InlineData("""{ "properties": { "a": { "type": "array", "x-references": [|[]|] } } }""", "This value of 'x-references' is ignored: only strings can have it, but 'a' is not a string")]
    [InlineData("""{ "properties": { "a": { "type": "string", "x-references": [[|{ "marker": 1, "list": "b" }|]] } } }""", "This value of 'x-references' is ignored: it must have a \"marker\" and a \"list\", both strings")]
    [InlineData("""{ "properties": { "a": { "type": "string", "x-references": [{ "marker": [|"@b"|], "list": "b" }] }, "b": { "type": "array" } } }""", "This value of 'x-references' is ignored: it must begin with text and contain {n} once, for the item's number")]
    [InlineData("""{ "properties": { "a": { "type": "string", "x-references": [{ "marker": "@b{n}", "list": [|"b"|] }] }, "b": { "type": "string" } } }""", "This value of 'x-references' is ignored: there is no list 'b' next to 'a'")]
    [InlineData("""{ "properties": { "a": { "type": "string", "x-references": [{ "marker": "@b{n}", "list": [|"image"|] }] }, "images": { "type": "array" } } }""", "This value of 'x-references' is ignored: there is no list 'image' next to 'a'; did you mean 'images'?")]
    [InlineData("""{ "properties": {}, "x-replaced-by": [|true|] }""", "This value of 'x-replaced-by' is ignored: it must be the slug of the successor, or an object with \"model\", its slug")]
    [InlineData("""{ "properties": {}, "x-replaced-by": [|""|] }""", "This value of 'x-replaced-by' is ignored: it must be the slug of the successor, or an object with \"model\", its slug")]
    [InlineData("""{ "properties": {}, "x-replaced-by": [|{ "parameters": {} }|] }""", "This value of 'x-replaced-by' is ignored: it must be the slug of the successor, or an object with \"model\", its slug")]
    [InlineData("""{ "properties": {}, "x-replaced-by": { "model": [|3|] } }""", "This value of 'x-replaced-by' is ignored: it must be the slug of the successor, or an object with \"model\", its slug")]
    [InlineData("""{ "properties": {}, "x-slug": "acme-a", "x-replaced-by": [|"acme-a"|] }""", "This value of 'x-replaced-by' is ignored: a model cannot replace itself")]
    [InlineData("""{ "properties": {}, "x-replaced-by": { "model": "b", "since": [|"May"|] } }""", "This value of 'x-replaced-by' is ignored: 'since' is unknown; it can have \"model\" and \"parameters\"")]
    [InlineData("""{ "properties": {}, "x-replaced-by": { "model": "b", "parameters": [|[]|] } }""", "This value of 'x-replaced-by' is ignored: \"parameters\" must be an object with the names of parameters")]
    [InlineData("""{ "properties": { "mode": {} }, "x-replaced-by": { "model": "b", "parameters": { [|"mod"|]: "kind" } } }""", "This value of 'x-replaced-by' is ignored: the parameter 'mod' is not declared; did you mean 'mode'?")]
    [InlineData("""{ "properties": { "mode": {} }, "x-replaced-by": { "model": "b", "parameters": { "mode": [|1|] } } }""", "This value of 'x-replaced-by' is ignored: a parameter must have its name in the successor, null if there is none, or an object with \"name\" and \"values\"")]
    [InlineData("""{ "properties": { "mode": {} }, "x-replaced-by": { "model": "b", "parameters": { "mode": { "to": [|"kind"|] } } } }""", "This value of 'x-replaced-by' is ignored: 'to' is unknown; a parameter can have \"name\" and \"values\"")]
    [InlineData("""{ "properties": { "mode": {} }, "x-replaced-by": { "model": "b", "parameters": { "mode": { "name": [|1|] } } } }""", "This value of 'x-replaced-by' is ignored: \"name\" must be the name of a parameter of the successor")]
    [InlineData("""{ "properties": { "mode": {} }, "x-replaced-by": { "model": "b", "parameters": { "mode": { "values": [|[]|] } } } }""", "This value of 'x-replaced-by' is ignored: \"values\" must be an object with values and their counterparts")]
    [InlineData("""{ "properties": { "mode": { "enum": ["std"] } }, "x-replaced-by": { "model": "b", "parameters": { "mode": { "values": { [|"pro"|]: "best" } } } } }""", "This value of 'x-replaced-by' is ignored: 'pro' is not among the values of 'mode'")]
    [InlineData("""{ "properties": { "mode": {} }, "x-replaced-by": { "model": "b", "parameters": { "mode": { "values": { "pro": [|null|] } } } } }""", "This value of 'x-replaced-by' is ignored: a value must be a string, a number, true or false")]
    [InlineData("""{ "properties": { "a": {}, "b": {} }, "x-replaced-by": { "model": "b", "parameters": { "a": [|"b"|] } } }""", "This value of 'x-replaced-by' is ignored: 'b' is already the counterpart of 'b'")]
    [InlineData("""{ "properties": { "a": {}, "b": {} }, "x-replaced-by": { "model": "b", "parameters": { "a": "c", "b": { "name": [|"c"|] } } } }""", "This value of 'x-replaced-by' is ignored: 'c' is already the counterpart of 'a'")]
    public void KLING008_the_keywords_value_cannot_be_used(string marked, string message) => AssertOnly("KLING008", DiagnosticSeverity.Warning, marked, message);

    [Theory]
    [InlineData("""{ "type": "string", [|"not"|]: {} }""", "The keyword 'not' is not enforced: the generated code does not check it, but the server may")]
    [InlineData("""{ "type": "array", [|"contains"|]: {} }""", "The keyword 'contains' is not enforced: the generated code does not check it, but the server may")]
    [InlineData("""{ "type": "string", "pattern": [|"\\k<a>"|] }""", "The keyword 'pattern' is not enforced: the pattern cannot be used in .NET: '\\k<a>' refers to a group that does not exist")]
    [InlineData("""{ "type": "array", [|"items"|]: [{ "type": "string" }] }""", "The keyword 'items' is not enforced: only one schema for all items is supported; use \"prefixItems\" for a list")]
    public void KLING009_the_keyword_is_not_enforced(string parameter, string message) =>
        AssertOnly("KLING009", DiagnosticSeverity.Warning, Parameter(parameter), message);

    [Theory]
    [InlineData("""{ "type": "string", [|"zzz"|]: 1 }""", "The keyword 'zzz' has no effect: it is unknown")]
    [InlineData("""{ "type": "string", [|"comment"|]: "Ours." }""", "The keyword 'comment' has no effect: it is unknown")]
    [InlineData("""{ "type": "array", [|"multiple"|]: true }""", "The keyword 'multiple' has no effect: it is unknown")]
    [InlineData("""{ "type": "string", [|"then"|]: {} }""", "The keyword 'then' has no effect: there is no \"if\" next to it")]
    [InlineData("""{ "type": "string", [|"if"|]: {} }""", "The keyword 'if' has no effect: there is no \"then\" or \"else\" next to it")]
    [InlineData("""{ "type": "array", [|"minContains"|]: 2 }""", "The keyword 'minContains' has no effect: there is no \"contains\" next to it")]
    [InlineData("""{ "type": "array", "items": {}, [|"additionalItems"|]: false }""", "The keyword 'additionalItems' has no effect: there is no list of \"items\" next to it")]
    [InlineData("""{ "type": "number", [|"maxLength"|]: 3 }""", "The keyword 'maxLength' has no effect: it applies to type \"string\", not to \"number\"")]
    [InlineData("""{ "type": "string", [|"maximum"|]: 3 }""", "The keyword 'maximum' has no effect: it applies to type \"number\", not to \"string\"")]
    [InlineData("""{ "type": "array", [|"maxLength"|]: 3, "maxItems": 3 }""", "The keyword 'maxLength' has no effect: it applies to type \"string\", not to \"array\"")]
    [InlineData("""{ "type": "string", [|"properties"|]: { "a": {} } }""", "The keyword 'properties' has no effect: it applies to type \"object\", not to \"string\"")]
    [InlineData("""{ "allOf": [{ "type": "string" }], [|"maximum"|]: 3 }""", "The keyword 'maximum' has no effect: it applies to type \"number\", not to \"string\"")]
    [InlineData("""{ "type": "string", [|"required"|]: false }""", "The keyword 'required' has no effect: a parameter is optional unless the \"required\" of its object lists it")]
    [InlineData("""{ "type": "number", [|"exclusiveMinimum"|]: true }""", "The keyword 'exclusiveMinimum' has no effect: there is no \"minimum\" next to it")]
    [InlineData("""{ "type": "integer", [|"maximum"|]: 18446744073709551615 }""", "The keyword 'maximum' has no effect: the parameter is a 64-bit integer, whose maximum is 9223372036854775807")]
    [InlineData("""{ "type": "integer", [|"minimum"|]: -1e30 }""", "The keyword 'minimum' has no effect: the parameter is a 64-bit integer, whose minimum is -9223372036854775808")]
    [InlineData("""{ "type": "integer", [|"exclusiveMaximum"|]: 1e30 }""", "The keyword 'exclusiveMaximum' has no effect: the parameter is a 64-bit integer, whose maximum is 9223372036854775807")]
    [InlineData("""{ "$defs": [|[1]|] }""", "The keyword '$defs' has no effect: it must be an object with one schema per name")]
    public void KLING015_the_keyword_has_no_effect(string parameter, string message) => AssertOnly("KLING015", DiagnosticSeverity.Info, Parameter(parameter), message);

    [Theory]
    [InlineData("""{ "enum": ["x", [|"x"|]] }""", "\"x\" is a duplicate in \"enum\" and has no effect")]
    [InlineData("""{ "enum": [1, [|1.0|]] }""", "1.0 is a duplicate in \"enum\" and has no effect")]
    public void KLING021_the_duplicate_has_no_effect(string parameter, string message) => AssertOnly("KLING021", DiagnosticSeverity.Info, Parameter(parameter), message);

    [Theory]
    [InlineData("""{ "properties": { "a": [|5|] } }""", "The schema of 'a' is ignored, and any JSON is accepted: it must be an object, true or false")]
    [InlineData("""{ "properties": { "a": {}, "required": [|["a"]|] } }""", "The schema of 'required' is ignored, and any JSON is accepted: it must be an object, true or false; if the keyword 'required' is meant, move it out of \"properties\"")]
    [InlineData("""{ "properties": { "a": { "type": "object", "patternProperties": { "^b": [|"string"|] } } } }""", "The schema of '^b' is ignored, and any JSON is accepted: it must be an object, true or false")]
    public void KLING022_the_schema_is_not_an_object(string marked, string message) => AssertOnly("KLING022", DiagnosticSeverity.Warning, marked, message);

    /// <summary>What vendors write and what loses nothing: their own extensions, words of OpenAPI, null for "no default".</summary>
    [Theory]
    [InlineData("""{ "type": "string", "default": null }""")]
    [InlineData("""{ "type": "integer", "minimum": 1, "default": null }""")]
    [InlineData("""{ "enum": ["a"], "default": null }""")]
    [InlineData("""{ "type": "array", "items": {}, "default": null }""")]
    [InlineData("""{ "type": "string", "x-fal-order": 1, "x-imgly-step": 2, "x-": 3, "X-Vendor": 4 }""")]
    [InlineData("""{ "type": "string", "x-enum": ["a"], "x-nullable": true, "x-slugs-of": "b", "x-outcome": "c" }""")]
    [InlineData("""{ "type": "string", "id": "#p", "$id": "p", "$anchor": "q", "$dynamicAnchor": "r", "$comment": 1, "writeOnly": true, "contentMediaType": "image/png" }""")]
    [InlineData("""{ "type": "object", "xml": {}, "externalDocs": {}, "discriminator": { "propertyName": "a" }, "properties": { "a": { "type": "string", "example": "b" } } }""")]
    [InlineData("""{ "type": "array", "not": false, "unevaluatedItems": true, "dependentSchemas": {} }""")]
    [InlineData("""{ "type": "string", "properties": {}, "required": [] }""")]
    [InlineData("""{ "type": "number", "format": "float", "minimum": 0, "exclusiveMinimum": false }""")]
    public void Keywords_without_loss_are_not_reported(string parameter) =>
        AssertNothing(Parameter(parameter));

    [Fact]
    public void Keywords_in_an_unused_definition_are_not_reported()
    {
        const string Definitions = """ "$defs": { "a": { "maxLenght": 1, "b": {} }, "c": 5 } """;
        AssertNothing($$"""{ "properties": {}, {{Definitions}} }""");
        Assert.Equal(
            ["KLING003", "KLING015", "KLING012"],
            GeneratorHarness.Run(TestProject.With($$"""{ {{Definitions}}, "properties": { "d": { "$ref": "#/$defs/a" }, "e": { "$ref": "#/$defs/c" } } }""", "/a.json")).Diagnostics.Select(static diagnostic => diagnostic.Id));
    }

    [Fact]
    public void An_enum_that_is_not_a_list_is_ignored()
    {
        GeneratorOutput output = GeneratorHarness.Run(TestProject.WithParameter("a", """{ "type": "string", "enum": "a, b", "maxLength": 3 }"""));
        Assert.Equal("KLING008", Assert.Single(output.Diagnostics).Id);
        Assert.Equal(GeneratorHarness.Run(TestProject.WithParameter("a", """{ "type": "string", "maxLength": 3 }""")).Request.Split("KlingModel Model")[0], output.Request.Split("KlingModel Model")[0]);
    }

    [Fact]
    public void A_definition_gets_the_name_in_x_csharp_name() => Assert.Contains(
        "record AcmeClipSize ",
        GeneratorHarness.Run(TestProject.With("""{ "properties": { "a": { "$ref": "#/$defs/b" } }, "$defs": { "b": { "x-csharp-name": "Size", "type": "object", "properties": { "c": {} } } } }""")).Request,
        StringComparison.Ordinal);
}
