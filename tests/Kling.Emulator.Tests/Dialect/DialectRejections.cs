namespace Kling.Emulator.Tests.Dialect;

/// <summary>For each rule of the dialect's schema, a schema file that breaks this rule alone.</summary>
internal static class DialectRejections
{
    public static IReadOnlyList<DialectRejection> All { get; } =
    [
        new("/type", "ObjectExpected at #/", """[]"""),
        new("/required/0", "PropertyRequired at #/type", """{ "properties": {} }"""),
        new("/required/1", "PropertyRequired at #/properties", """{ "type": "object" }"""),
        new("/properties/type/enum", "NotInEnumeration at #/type", """{ "type": "array", "properties": {} }"""),
        new("/properties/properties/$ref", "ObjectExpected at #/properties", """{ "type": "object", "properties": [] }"""),
        .. InFile(),
        .. InParameter(),
        .. InReferences(),
        .. InSharedDefinitions(),
    ];

    private static IEnumerable<DialectRejection> InFile() =>
    [
        File("/additionalProperties", "NoAdditionalPropertiesAllowed at #/maxLength", """ "maxLength": 3 """),
        File("/properties/$schema/type", "StringExpected at #/$schema", """ "$schema": true """),
        File("/properties/$comment/type", "StringExpected at #/$comment", """ "$comment": ["One.", "Two."] """),
        File("/properties/title/type", "StringExpected at #/title", """ "title": 3 """),
        File("/properties/description/type", "StringExpected at #/description", """ "description": ["One.", "Two."] """),
        File("/properties/required/$ref", "ArrayExpected at #/required", """ "required": "prompt" """),
        File("/properties/additionalProperties/$ref", "BooleanExpected at #/additionalProperties; ObjectExpected at #/additionalProperties", """ "additionalProperties": "no" """),
        File("/properties/dependentRequired/$ref", "ObjectExpected at #/dependentRequired", """ "dependentRequired": [] """),
        File("/properties/deprecated/type", "BooleanExpected at #/deprecated", """ "deprecated": "since May" """),
        File("/properties/examples/type", "ArrayExpected at #/examples", """ "examples": { "prompt": "A hill." } """),
        File("/properties/$defs/$ref", "ObjectExpected at #/$defs", """ "$defs": [] """),
        File("/properties/definitions/$ref", "ObjectExpected at #/definitions", """ "definitions": [] """),
        File("/properties/x-slug/type", "StringExpected at #/x-slug", """ "x-slug": 3 """),
        File("/properties/x-slug/pattern", "PatternMismatch at #/x-slug", """ "x-slug": "kling o3" """),
        File("/properties/x-slug/maxLength", "StringTooLong at #/x-slug", $""" "x-slug": "{new string('k', 101)}" """),
        File("/properties/x-csharp-name/$ref", "PatternMismatch at #/x-csharp-name", """ "x-csharp-name": "Kling-O3" """),
        File("/properties/x-output/enum", "NotInEnumeration at #/x-output", """ "x-output": "film" """),
        File("/properties/x-typical-seconds/type", "NumberExpected at #/x-typical-seconds", """ "x-typical-seconds": "190" """),
        File("/properties/x-typical-seconds/exclusiveMinimum", "NumberTooSmall at #/x-typical-seconds", """ "x-typical-seconds": 0 """),
        File("/properties/x-typical-seconds/exclusiveMaximum", "NumberTooBig at #/x-typical-seconds", """ "x-typical-seconds": 2592000 """),
        File("/properties/x-typical-cost/type", "NumberExpected at #/x-typical-cost", """ "x-typical-cost": "$1.84" """),
        File("/properties/x-typical-cost/minimum", "NumberTooSmall at #/x-typical-cost", """ "x-typical-cost": -0.01 """),
        File("/properties/x-cost/type", "ObjectExpected at #/x-cost", """ "x-cost": [0.63, 5.25] """),
        File("/properties/x-cost/properties/range/type", "ArrayExpected at #/x-cost.range", """ "x-cost": { "range": 0.63 } """),
        File("/properties/x-cost/properties/range/items/type", "NumberExpected at #/x-cost.range[0]", """ "x-cost": { "range": ["$0.63", 5.25] } """),
        File("/properties/x-cost/properties/range/items/minimum", "NumberTooSmall at #/x-cost.range[0]", """ "x-cost": { "range": [-1, 5.25] } """),
        File("/properties/x-cost/properties/range/minItems", "TooFewItems at #/x-cost.range", """ "x-cost": { "range": [0.63] } """),
        File("/properties/x-cost/properties/range/maxItems", "TooManyItems at #/x-cost.range", """ "x-cost": { "range": [0.63, 1, 5.25] } """),
        File("/properties/x-cost/additionalProperties", "NoAdditionalPropertiesAllowed at #/x-cost.price", """ "x-cost": { "price": 1 } """),
        .. InCost(),
        File("/properties/x-status/enum", "NotInEnumeration at #/x-status", """ "x-status": "unknown" """),
        File("/properties/x-retired/type", "BooleanExpected at #/x-retired", """ "x-retired": "since May" """),
        .. InReplacement(),
        File("/properties/x-source/type", "StringExpected at #/x-source", """ "x-source": {} """),
        File("/properties/x-source/pattern", "PatternMismatch at #/x-source", """ "x-source": "the model's page" """),
        File("/properties/x-retrieved/type", "StringExpected at #/x-retrieved", """ "x-retrieved": 20261121 """),
        File("/properties/x-retrieved/format", "DateExpected at #/x-retrieved", """ "x-retrieved": "21.11.2026" """),
    ];

    private static IEnumerable<DialectRejection> InCost() =>
    [
        Cost("parameters/type", "ArrayExpected at #/x-cost.parameters", """ "parameters": "mode" """),
        Cost("parameters/items/type", "StringExpected at #/x-cost.parameters[0]", """ "parameters": [1] """),
        Cost("parameters/minItems", "TooFewItems at #/x-cost.parameters", """ "parameters": [] """),
        Cost("parameters/uniqueItems", "ItemsNotUnique at #/x-cost.parameters", """ "parameters": ["a", "a"] """),
        Cost("rule/type", "ObjectExpected at #/x-cost.rule", """ "rule": [] """),
        Cost("rule/required/0", "PropertyRequired at #/x-cost.rule.rates", """ "rule": {} """),
        Cost("rule/additionalProperties", "NoAdditionalPropertiesAllowed at #/x-cost.rule.plus", """ "rule": { "rates": [{ "usd": 1 }], "plus": 1 } """),
        Cost("rule/properties/per/type", "StringExpected at #/x-cost.rule.per", """ "rule": { "rates": [{ "usd": 1 }], "per": 5 } """),
        Cost("rule/properties/rates/type", "ArrayExpected at #/x-cost.rule.rates", """ "rule": { "rates": {} } """),
        Cost("rule/properties/rates/minItems", "TooFewItems at #/x-cost.rule.rates", """ "rule": { "rates": [] } """),
        Cost("rule/properties/rates/items/type", "ObjectExpected at #/x-cost.rule.rates[0]", """ "rule": { "rates": [1] } """),
        Cost("rule/properties/rates/items/required/0", "PropertyRequired at #/x-cost.rule.rates[0].usd", """ "rule": { "rates": [{}] } """),
        Cost("rule/properties/rates/items/additionalProperties", "NoAdditionalPropertiesAllowed at #/x-cost.rule.rates[0].eur", """ "rule": { "rates": [{ "usd": 1, "eur": 1 }] } """),
        Cost("rule/properties/rates/items/properties/usd/type", "NumberExpected at #/x-cost.rule.rates[0].usd", """ "rule": { "rates": [{ "usd": "1" }] } """),
        Cost("rule/properties/rates/items/properties/usd/minimum", "NumberTooSmall at #/x-cost.rule.rates[0].usd", """ "rule": { "rates": [{ "usd": -1 }] } """),
        Cost("rule/properties/rates/items/properties/when/type", "ObjectExpected at #/x-cost.rule.rates[0].when", """ "rule": { "rates": [{ "usd": 1, "when": [] }] } """),
        Cost("rule/properties/rates/items/properties/when/additionalProperties/type", "NoTypeValidates at #/x-cost.rule.rates[0].when.mode", """ "rule": { "rates": [{ "usd": 1, "when": { "mode": {} } }] } """),
    ];

    private static DialectRejection Cost(string rule, string error, string member) =>
        File("/properties/x-cost/properties/" + rule, error, $$""" "x-cost": { {{member}} } """);

    private static IEnumerable<DialectRejection> InReplacement() =>
    [
        File("/properties/x-replaced-by/type", "NoTypeValidates at #/x-replaced-by", """ "x-replaced-by": true """),
        File("/properties/x-replaced-by/required/0", "PropertyRequired at #/x-replaced-by.model", """ "x-replaced-by": {} """),
        Replacement("additionalProperties", "NoAdditionalPropertiesAllowed at #/x-replaced-by.since", """ "since": "May" """),
        File("/properties/x-replaced-by/properties/model/type", "StringExpected at #/x-replaced-by.model", """ "x-replaced-by": { "model": 3 } """),
        Replacement("properties/parameters/type", "ObjectExpected at #/x-replaced-by.parameters", """ "parameters": [] """),
        Replacement("properties/parameters/additionalProperties/type", "NoTypeValidates at #/x-replaced-by.parameters.p", """ "parameters": { "p": 1 } """),
        Replacement("properties/parameters/additionalProperties/additionalProperties", "NoAdditionalPropertiesAllowed at #/x-replaced-by.parameters.p.to", """ "parameters": { "p": { "to": "q" } } """),
        Replacement("properties/parameters/additionalProperties/properties/name/type", "StringExpected at #/x-replaced-by.parameters.p.name", """ "parameters": { "p": { "name": 1 } } """),
        Replacement("properties/parameters/additionalProperties/properties/values/type", "ObjectExpected at #/x-replaced-by.parameters.p.values", """ "parameters": { "p": { "values": [] } } """),
        Replacement("properties/parameters/additionalProperties/properties/values/additionalProperties/type", "NoTypeValidates at #/x-replaced-by.parameters.p.values.a", """ "parameters": { "p": { "values": { "a": null } } } """),
    ];

    private static DialectRejection Replacement(string rule, string error, string member) =>
        File("/properties/x-replaced-by/" + rule, error, $$""" "x-replaced-by": { "model": "kling-y", {{member}} } """);

    private static IEnumerable<DialectRejection> InParameter() =>
    [
        Parameter("/additionalProperties", "NoAdditionalPropertiesAllowed", "x-enum-name", """["A"]"""),
        Parameter("/properties/type/$ref", "NotInEnumeration at #/properties.p.type; ArrayExpected", "type", "\"text\""),
        Parameter("/properties/$comment/type", "StringExpected", "$comment", "1"),
        Parameter("/properties/title/type", "StringExpected", "title", "1"),
        Parameter("/properties/description/type", "StringExpected", "description", "null"),
        Parameter("/properties/deprecated/type", "BooleanExpected", "deprecated", "\"yes\""),
        Parameter("/properties/readOnly/type", "BooleanExpected", "readOnly", "1"),
        Parameter("/properties/nullable/type", "BooleanExpected", "nullable", "\"true\""),
        Parameter("/properties/examples/type", "ArrayExpected", "examples", "\"A hill.\""),
        Parameter("/properties/enum/type", "ArrayExpected", "enum", "\"std, pro\""),
        Parameter("/properties/enum/items/type", "NoTypeValidates at #/properties.p.enum[0]", """{ "enum": [{ "std": "Standard" }] }"""),
        Parameter("/properties/enum/minItems", "TooFewItems", "enum", "[]"),
        Parameter("/properties/enum/uniqueItems", "ItemsNotUnique", "enum", """["std", "std"]"""),
        Parameter("/properties/x-enum-names/type", "ArrayExpected", "x-enum-names", """{ "std": "Standard" }"""),
        Parameter("/properties/x-enum-names/items/$ref", "PatternMismatch at #/properties.p.x-enum-names[0]", """{ "x-enum-names": ["16:9"] }"""),
        Parameter("/properties/x-enum-names/uniqueItems", "ItemsNotUnique", "x-enum-names", """["Pro", "Pro"]"""),
        Parameter("/properties/minimum/type", "NumberExpected", "minimum", "\"0\""),
        Parameter("/properties/maximum/type", "NumberExpected", "maximum", "\"1\""),
        Parameter("/properties/exclusiveMinimum/type", "NumberExpected", "exclusiveMinimum", "true"),
        Parameter("/properties/exclusiveMaximum/type", "NumberExpected", "exclusiveMaximum", "true"),
        Parameter("/properties/multipleOf/type", "NumberExpected", "multipleOf", "\"0.5\""),
        Parameter("/properties/multipleOf/exclusiveMinimum", "NumberTooSmall", "multipleOf", "0"),
        Parameter("/properties/minLength/$ref", "IntegerExpected", "minLength", "\"1\""),
        Parameter("/properties/maxLength/$ref", "IntegerExpected", "maxLength", "\"512\""),
        Parameter("/properties/minItems/$ref", "IntegerExpected", "minItems", "true"),
        Parameter("/properties/maxItems/$ref", "IntegerExpected", "maxItems", "null"),
        Parameter("/properties/pattern/type", "StringExpected", "pattern", """["^a", "b$"]"""),
        Parameter("/properties/format/type", "StringExpected", "format", """["uri"]"""),
        Parameter("/properties/items/$ref", "ObjectExpected", "items", "\"string\""),
        Parameter("/properties/uniqueItems/type", "BooleanExpected", "uniqueItems", "1"),
        Parameter("/properties/properties/$ref", "ObjectExpected", "properties", """["prompt"]"""),
        Parameter("/properties/required/$ref", "ArrayExpected", "required", "true"),
        Parameter("/properties/additionalProperties/$ref", "BooleanExpected at #/properties.p.additionalProperties; ObjectExpected", "additionalProperties", "[]"),
        Parameter("/properties/prefixItems/$ref", "ArrayExpected", "prefixItems", "{}"),
        Parameter("/properties/patternProperties/$ref", "ObjectExpected", "patternProperties", "[]"),
        Parameter("/properties/propertyNames/$ref", "ObjectExpected", "propertyNames", "\"a\""),
        Parameter("/properties/minProperties/$ref", "IntegerExpected", "minProperties", "\"1\""),
        Parameter("/properties/maxProperties/$ref", "IntegerExpected", "maxProperties", "true"),
        Parameter("/properties/dependentRequired/$ref", "ObjectExpected", "dependentRequired", "[]"),
        Parameter("/properties/$ref/type", "StringExpected", "$ref", "{}"),
        Parameter("/properties/$ref/pattern", "PatternMismatch", "$ref", "\"other.json#/$defs/shot\""),
        Parameter("/properties/$defs/$ref", "ObjectExpected", "$defs", "[]"),
        Parameter("/properties/definitions/$ref", "ObjectExpected", "definitions", "[]"),
        Parameter("/properties/allOf/$ref", "ArrayExpected", "allOf", "{}"),
        Parameter("/properties/anyOf/$ref", "ArrayExpected", "anyOf", "{}"),
        Parameter("/properties/oneOf/$ref", "ArrayExpected", "oneOf", "{}"),
        Parameter("/properties/x-csharp-name/$ref", "PatternMismatch", "x-csharp-name", "\"end image\""),
    ];

    private static IEnumerable<DialectRejection> InReferences() =>
    [
        Parameter("/properties/x-references/type", "ArrayExpected", "x-references", """{ "marker": "@Image{n}", "list": "image_urls" }"""),
        Reference("/type", "ObjectExpected at #/properties.p.x-references[0]", "\"@Image{n}\""),
        Reference("/properties/marker/type", "StringExpected at #/properties.p.x-references[0].marker", """{ "marker": 1, "list": "image_urls" }"""),
        Reference("/properties/marker/pattern", "PatternMismatch at #/properties.p.x-references[0].marker", """{ "marker": "@Image1", "list": "image_urls" }"""),
        Reference("/properties/list/type", "StringExpected at #/properties.p.x-references[0].list", """{ "marker": "@Image{n}", "list": ["image_urls"] }"""),
        Reference("/required/0", "PropertyRequired at #/properties.p.x-references[0].marker", """{ "list": "image_urls" }"""),
        Reference("/required/1", "PropertyRequired at #/properties.p.x-references[0].list", """{ "marker": "@Image{n}" }"""),
        Reference("/additionalProperties", "NoAdditionalPropertiesAllowed at #/properties.p.x-references[0].first", """{ "marker": "@Image{n}", "list": "image_urls", "first": 0 }"""),
    ];

    private static IEnumerable<DialectRejection> InSharedDefinitions() =>
    [
        Shared("/schema/type", "ObjectExpected at #/properties.p", "\"string\""),
        Shared("/namedSchemas/type", "ObjectExpected at #/properties.p.properties", """{ "properties": 3 }"""),
        Shared("/namedSchemas/additionalProperties/$ref", "NumberTooSmall at #/properties.p.properties.q.minLength", """{ "properties": { "q": { "minLength": -1 } } }"""),
        Shared("/schemas/type", "ArrayExpected at #/properties.p.anyOf", """{ "anyOf": true }"""),
        Shared("/schemas/items/$ref", "NoAdditionalPropertiesAllowed at #/properties.p.anyOf[0].typ", """{ "anyOf": [{ "typ": "string" }] }"""),
        Shared("/schemas/minItems", "TooFewItems at #/properties.p.oneOf", """{ "oneOf": [] }"""),
        Shared("/additionalProperties/anyOf/0/type", "BooleanExpected at #/properties.p.additionalProperties; ObjectExpected at #/properties.p.additionalProperties", """{ "additionalProperties": 1 }"""),
        Shared("/additionalProperties/anyOf/1/$ref", "BooleanExpected at #/properties.p.additionalProperties; NumberTooSmall at #/properties.p.additionalProperties.maxLength", """{ "additionalProperties": { "maxLength": -1 } }"""),
        Shared("/type/anyOf/0/$ref", "NotInEnumeration at #/properties.p.type; ArrayExpected at #/properties.p.type", """{ "type": "int" }"""),
        Shared("/type/anyOf/1/type", "NotInEnumeration at #/properties.p.type; ArrayExpected at #/properties.p.type", """{ "type": {} }"""),
        Shared("/type/anyOf/1/items/$ref", "NotInEnumeration at #/properties.p.type; NotInEnumeration at #/properties.p.type[0]", """{ "type": ["text"] }"""),
        Shared("/type/anyOf/1/minItems", "NotInEnumeration at #/properties.p.type; TooFewItems at #/properties.p.type", """{ "type": [] }"""),
        Shared("/type/anyOf/1/uniqueItems", "NotInEnumeration at #/properties.p.type; ItemsNotUnique at #/properties.p.type", """{ "type": ["null", "null"] }"""),
        Shared("/typeName/enum", "NotInEnumeration at #/properties.p.type; ArrayExpected at #/properties.p.type", """{ "type": "String" }"""),
        Shared("/namesByName/type", "ObjectExpected at #/properties.p.dependentRequired", """{ "dependentRequired": 1 }"""),
        Shared("/namesByName/additionalProperties/$ref", "ArrayExpected at #/properties.p.dependentRequired.q", """{ "dependentRequired": { "q": "r" } }"""),
        Shared("/names/type", "ArrayExpected at #/properties.p.required", """{ "required": "prompt" }"""),
        Shared("/names/items/type", "StringExpected at #/properties.p.required[0]", """{ "required": [1] }"""),
        Shared("/names/uniqueItems", "ItemsNotUnique at #/properties.p.required", """{ "required": ["prompt", "prompt"] }"""),
        Shared("/size/type", "IntegerExpected at #/properties.p.maxLength", """{ "maxLength": 1.5 }"""),
        Shared("/size/minimum", "NumberTooSmall at #/properties.p.maxItems", """{ "maxItems": -1 }"""),
        Shared("/memberName/type", "StringExpected at #/properties.p.x-csharp-name", """{ "x-csharp-name": 3 }"""),
        Shared("/memberName/pattern", "PatternMismatch at #/properties.p.x-csharp-name", """{ "x-csharp-name": "prompt" }"""),
        Shared("/identifier/type", "StringExpected at #/properties.p.x-enum-names[0]", """{ "enum": ["a"], "x-enum-names": [3] }"""),
        Shared("/identifier/pattern", "PatternMismatch at #/properties.p.x-enum-names[0]", """{ "enum": ["a"], "x-enum-names": ["3D"] }"""),
    ];

    private static DialectRejection File(string rule, string error, string member) =>
        new(rule, error, $$"""{ "type": "object", "properties": {}, {{member}} }""");

    private static DialectRejection Parameter(string rule, string kind, string keyword, string value) =>
        Parameter(rule, $"{kind} at #/properties.p.{keyword}", $$"""{ "{{keyword}}": {{value}} }""");

    private static DialectRejection Parameter(string rule, string error, string schema) =>
        Shared($"/schema{rule}", error, schema);

    private static DialectRejection Reference(string rule, string error, string reference) =>
        Parameter($"/properties/x-references/items{rule}", error, $$"""{ "x-references": [{{reference}}] }""");

    private static DialectRejection Shared(string rule, string error, string schema) =>
        new($"/definitions{rule}", error, $$"""{ "type": "object", "properties": { "p": {{schema}} } }""");
}
