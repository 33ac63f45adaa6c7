using Kling.SourceGenerator.Binding;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Tests.Binding;

public sealed class SchemaBinderTests
{
    [Theory]
    [InlineData("""{ "type": "string" }""", "StringModel")]
    [InlineData("""{ "type": "string", "format": "uri" }""", "UriModel")]
    [InlineData("""{ "type": "string", "format": "date" }""", "StringModel")]
    [InlineData("""{ "type": "boolean" }""", "BooleanModel")]
    [InlineData("""{ "type": "number" }""", "NumberModel")]
    [InlineData("""{ "type": "integer" }""", "IntegerModel64")]
    [InlineData("""{ "type": "integer", "minimum": 0 }""", "IntegerModel64")]
    [InlineData("""{ "type": "integer", "minimum": 0, "maximum": 2147483647 }""", "IntegerModel32")]
    [InlineData("""{ "type": "integer", "minimum": -2147483649, "maximum": 0 }""", "IntegerModel64")]
    [InlineData("""{ "type": "integer", "minimum": 0, "maximum": 2.147483647e9 }""", "IntegerModel32")]
    [InlineData("""{ "type": ["string", "null"] }""", "StringModel?")]
    [InlineData("""{ "type": "string", "nullable": true }""", "StringModel?")]
    [InlineData("""{ "type": "string", "nullable": false }""", "StringModel")]
    [InlineData("""{ "type": ["string"] }""", "StringModel")]
    [InlineData("""{ "type": ["string", "integer"] }""", "JsonModel!")]
    [InlineData("""{ "type": ["integer", "number", "null"] }""", "NumberModel?")]
    [InlineData("""{ "type": "object" }""", "JsonObjectModel")]
    [InlineData("""{ "type": "object", "properties": {} }""", "JsonObjectModel")]
    [InlineData("""{ "type": "object", "additionalProperties": { "type": "string" } }""", "JsonObjectModel!")]
    [InlineData("""{ "type": "object", "properties": { "a": {} } }""", "ObjectValueModel")]
    [InlineData("""{ "properties": { "a": { "type": "string" } } }""", "JsonModel!")]
    [InlineData("""{ "minLength": 2 }""", "JsonModel!")]
    [InlineData("""{ "minLength": 2, "type": "boolean" }""", "BooleanModel")]
    [InlineData("""{ "const": "a" }""", "EnumValueModel")]
    [InlineData("""{ "enum": ["a", 1, true, null] }""", "EnumValueModel?")]
    [InlineData("""{ "type": ["string", "null"], "enum": ["a"] }""", "EnumValueModel")]
    [InlineData("""{ "anyOf": [{ "type": "string", "maxLength": 3 }, { "type": "null" }] }""", "StringModel?")]
    [InlineData("""{ "anyOf": [{ "type": "string", "maxLength": 3 }, { "type": "string", "pattern": "^a" }] }""", "StringModel!")]
    [InlineData("""{ "anyOf": [{ "type": "integer" }, { "type": "number" }] }""", "NumberModel!")]
    [InlineData("""{ "oneOf": [{ "const": "a" }, { "const": "b" }] }""", "EnumValueModel!")]
    [InlineData("""{ "oneOf": [{ "type": "string" }, { "type": "boolean" }] }""", "UnionValueModel!")]
    [InlineData("""{ "oneOf": [{ "type": "string" }, {}] }""", "JsonModel!")]
    [InlineData("""{ "allOf": [{ "type": "string" }, { "maxLength": 3 }] }""", "StringModel")]
    [InlineData("""{ "allOf": [{ "type": "string", "pattern": "a" }, { "pattern": "b" }] }""", "StringModel!")]
    [InlineData("""{ "$ref": "#/$defs/text" }""", "StringModel")]
    [InlineData("""{ "$ref": "#/$defs/text", "maxLength": 3 }""", "StringModel")]
    [InlineData("""{ "$ref": "#/$defs/tree" }""", "ObjectValueModel")]
    [InlineData("""{ "$ref": "#/$defs/nest" }""", "List<JsonModel!>")]
    [InlineData("""{ "type": "array", "prefixItems": [{ "type": "string" }] }""", "List<JsonModel>!")]
    [InlineData("false", "JsonModel!")]
    [InlineData("{}", "JsonModel")]
    [InlineData("true", "JsonModel")]
    [InlineData("""{ "enum": ["a"] }""", "EnumValueModel")]
    [InlineData("""{ "enum": [1, 2.0] }""", "EnumValueModel")]
    [InlineData("""{ "type": "array" }""", "List<JsonModel>")]
    [InlineData("""{ "type": "array", "items": {} }""", "List<JsonModel>")]
    [InlineData("""{ "type": "array", "items": { "type": "array", "items": { "type": ["number", "null"] } } }""", "List<List<NumberModel?>>")]
    // "?" takes null, "!" is checked as JSON because the type and its constraints do not say all.
    public void A_schema_becomes_a_value(string schema, string expected) => Assert.Equal(expected, Describe(Parameter(schema).Value));

    [Theory]
    [InlineData("""{ "type": "string", "minLength": 1, "maxLength": 2e1 }""", "minLength 1, maxLength 20")]
    [InlineData("""{ "type": "string", "minimum": 1, "minItems": 1 }""", "")]
    [InlineData("""{ "type": "integer", "minimum": 0.5, "maximum": 2.5 }""", "minimum 1, maximum 2")]
    [InlineData("""{ "type": "number", "minimum": -0.50, "maximum": 1e2 }""", "minimum -0.50, maximum 1e2")]
    [InlineData("""{ "type": "array", "minItems": 0, "maxItems": 3 }""", "minItems 0, maxItems 3")]
    [InlineData("""{ "type": "string", "format": "uri", "maxLength": 9 }""", "format uri, maxLength 9")]
    public void A_keyword_of_the_type_becomes_a_constraint(string schema, string expected) =>
        Assert.Equal(expected, string.Join(", ", Parameter(schema).Value.Constraints.Select(static constraint => $"{constraint.Keyword} {constraint.Limit}")));

    [Theory]
    [InlineData("""{ "type": "number", "minimum": 0, "maximum": 1.50 }""", "0 <= x <= 1.50")]
    [InlineData("""{ "type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1 }""", "0 < x < 1")]
    [InlineData("""{ "type": "number", "minimum": 1, "exclusiveMinimum": 1.0 }""", "1.0 < x")]
    [InlineData("""{ "type": "number", "minimum": 1.1, "exclusiveMinimum": 1 }""", "1.1 <= x")]
    [InlineData("""{ "type": "number", "maximum": 10, "exclusiveMaximum": 1e1 }""", "x < 1e1")]
    [InlineData("""{ "type": "number", "maximum": 9, "exclusiveMaximum": 10 }""", "x <= 9")]
    [InlineData("""{ "type": "number", "minimum": -9, "exclusiveMinimum": -10, "maximum": 5 }""", "-9 <= x <= 5")]
    [InlineData("""{ "type": "integer", "exclusiveMinimum": 0.5, "maximum": 2 }""", "1 <= x <= 2")]
    [InlineData("""{ "type": "number", "multipleOf": 2 }""", null)]
    [InlineData("""{ "type": "string", "minimum": 2 }""", null)]
    public void Bounds_become_one_range_with_the_tighter_of_two_bounds(string schema, string? expected) => Assert.Equal(expected, Parameter(schema).Value.Range is not { } range ? null
        : (range.Minimum.Length == 0 ? "" : range.Minimum + (range.MinimumIsExclusive ? " < " : " <= "))
            + "x" + (range.Maximum.Length == 0 ? "" : (range.MaximumIsExclusive ? " < " : " <= ") + range.Maximum));

    [Theory]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "string" } } }""", "AScene")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": ["string", "null"] } } }""", "")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": ["string", "null"] } }, "required": ["a"] }""", "AScene")]
    [InlineData("""{ "type": ["object", "null"], "properties": { "a": { "type": "string" } } }""", "")]
    [InlineData("""{ "type": "object" }""", "")]
    [InlineData("""{ "type": "string" }""", "")]
    [InlineData("""{ "type": "array", "items": { "type": "object", "properties": { "a": { "type": "string" } } } }""", "")]
    public void A_builder_adds_a_record_from_its_values_unless_one_of_them_can_be_null(string items, string record)
    {
        RequestModel model = Bind(new InMemoryFile("/a.json", $$"""{ "properties": { "scenes": { "type": "array", "items": {{items}} } } }""")).Model!;

        Assert.Equal(record, Assert.Single(model.Request.Properties).AddedRecord);
    }

    [Theory]
    [InlineData("""{ "type": "string", "default": "a" }""", "a", false)]
    [InlineData("""{ "type": "integer", "default": 5.0 }""", "5", false)]
    [InlineData("""{ "type": "number", "default": 5 }""", "5", false)]
    [InlineData("""{ "type": "boolean", "default": true }""", "true", false)]
    [InlineData("""{ "enum": ["a", "b"], "default": "b" }""", "B", false)]
    [InlineData("""{ "enum": [5, 10], "default": 10.0 }""", "P10", false)]
    [InlineData("""{ "type": "string", "nullable": true, "default": "a" }""", "a", true)]
    [InlineData("""{ "type": "string", "nullable": true, "default": null }""", "null", true)]
    [InlineData("""{ "type": "string", "default": null }""", null, true)]
    [InlineData("""{ "type": ["string", "integer"], "default": null }""", null, true)]
    [InlineData("""{ "anyOf": [{ "type": "string" }, { "type": "integer" }], "default": null }""", null, true)]
    [InlineData("""{ "type": "string" }""", null, true)]
    public void An_unset_parameter_reads_as_its_valid_default(string schema, string? content, bool isNullable)
    {
        PropertyModel parameter = Parameter(schema);
        Assert.Equal(content, parameter.Default?.Content);
        Assert.Equal(isNullable, parameter.IsNullable);
    }

    [Theory]
    [InlineData("""["5", "10"]""", "5, 10")]
    [InlineData("""[5, 10]""", "5, 10")]
    [InlineData("""[5, "10"]""", "5, 10")]
    [InlineData("""["-1", "0", "+1"]""", "-1, 0, 1")]
    [InlineData("""["05", "10"]""", "5, 10")]
    [InlineData("""[5.0, "10"]""", "5, 10")]
    [InlineData("""["10", "5", null]""", "10, 5")]
    [InlineData("""["2147483647", "-2147483648"]""", "2147483647, -2147483648")]
    [InlineData("""[3000000000]""", "3000000000")]
    [InlineData("""["3000000000"]""", "1, numbered")]
    [InlineData("""[3000000000, "5"]""", "1, 2, numbered")]
    [InlineData("""["5", "05"]""", "1, 2, numbered")]
    [InlineData("""[5, "5"]""", "1, 2, numbered")]
    [InlineData("""["0", "-0"]""", "1, 2, numbered")]
    [InlineData("""["5", "10s"]""", "1, 2, numbered")]
    [InlineData("""["5", "auto"]""", "1, 2, numbered")]
    [InlineData("""["5", "1.0"]""", "1, 2, numbered")]
    [InlineData("""["5", " 6"]""", "1, 2, numbered")]
    [InlineData("""["5", ""]""", "1, 2, numbered")]
    [InlineData("""["5", "-"]""", "1, 2, numbered")]
    [InlineData("""["5", "٦"]""", "1, 2, numbered")]
    [InlineData("""["5", "6\u0000"]""", "1, 2, numbered")]
    [InlineData("""[5, true]""", "1, 2, numbered")]
    [InlineData("""[5, 2.5]""", "1, 2, numbered")]
    public void The_value_of_a_member_is_its_JSON_integer_or_its_position(string values, string expected)
    {
        EnumModel closed = Assert.IsType<EnumValueModel>(Parameter($$"""{ "enum": {{values}} }""").Value).Enum;
        IEnumerable<string> numbers = closed.Members.Select(static member => member.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(expected, string.Join(", ", numbers.Concat(closed.IsNumbered ? ["numbered"] : [])));
    }

    [Theory]
    [InlineData("/schemas/kling-x.json", null, "kling-x", "KlingXRequest")]
    [InlineData("C:\\schemas\\kling-x.kling.json", null, "kling-x", "KlingXRequest")]
    [InlineData("/schemas/kling-x.schema.json", null, "kling-x", "KlingXRequest")]
    [InlineData("/schemas/kling-x.txt", null, "kling-x", "KlingXRequest")]
    [InlineData("/schemas/kling-x", null, "kling-x", "KlingXRequest")]
    [InlineData("/schemas/3d.json", null, "3d", "_3DRequest")]
    [InlineData("/schemas/+.json", null, "+", "ModelRequest")]
    [InlineData("/schemas/kling-x.json", "\"x-slug\": \"other-y\"", "other-y", "OtherYRequest")]
    [InlineData("/schemas/kling-x.json", "\"x-csharp-name\": \"Fine\"", "kling-x", "FineRequest")]
    [InlineData("/schemas/kling-x.json", "\"x-csharp-name\": \"not fine\"", "kling-x", "KlingXRequest")]
    public void The_files_name_is_the_slug_unless_the_schema_says_otherwise(string path, string? keyword, string slug, string type)
    {
        RequestModel model = Bind(new InMemoryFile(path, $$"""{ "properties": {}{{(keyword is null ? "" : ", " + keyword)}} }""")).Model!;
        Assert.Equal(slug, model.Slug);
        Assert.Equal(type, model.Request.TypeName);
    }

    [Fact]
    public void Metadata_of_the_item_overrides_the_schema()
    {
        InMemoryFile file = new InMemoryFile("/schemas/a.json", """{ "x-slug": "b", "properties": {} }""")
            .With("KlingSlug", "c").With("KlingTypeName", "Fine").With("KlingNamespace", "my-space").With("KlingAccessibility", "Internal");
        BindingResult result = Bind(file);
        RequestModel model = result.Model!;
        Assert.Equal(("c", "FineRequest", "my_space", false), (model.Slug, model.Request.TypeName, model.Namespace, model.IsPublic));
        Assert.Empty(result.Diagnostics);
    }

    [Theory]
    [InlineData("a;b", "a;b")]
    [InlineData("\n a\n", "a")]
    [InlineData("日", "日")]
    [InlineData(" ", "file")]
    public void Metadata_is_read_completely(string metadata, string slug) =>
        Assert.Equal(slug, Bind(new InMemoryFile("/schemas/file.json", """{ "properties": {} }""").With("KlingSlug", metadata)).Model!.Slug);

    [Fact]
    public void Metadata_that_cannot_be_used_leaves_the_name_to_the_schema()
    {
        InMemoryFile file = new InMemoryFile("/schemas/a.json", """{ "x-slug": "b", "x-csharp-name": "Bee", "properties": {} }""")
            .With("KlingTypeName", "d");
        RequestModel model = Bind(file).Model!;
        Assert.Equal(("b", "BeeRequest"), (model.Slug, model.Request.TypeName));
    }

    [Fact]
    public void Nested_types_are_named_after_the_path_to_them()
    {
        RequestModel model = Bind(new InMemoryFile("/schemas/acme.json", """
            {
              "properties": {
                "scenes": { "type": "array", "items": { "type": "object", "properties": { "mood": { "enum": ["calm"] }, "status": { "type": "array", "items": { "type": "object", "properties": { "a": {} } } } } } },
                "mode": { "enum": ["a"] }
              }
            }
            """)).Model!;
        Assert.Equal(["AcmeScene", "AcmeSceneStatusItem"], model.Objects.Select(static record => record.TypeName));
        Assert.Equal(["AcmeSceneMood", "AcmeMode"], model.Enums.Select(static closed => closed.TypeName));
    }

    [Fact]
    public void No_type_takes_the_name_of_the_catalogue()
    {
        RequestModel model = Bind(new InMemoryFile("/schemas/kling.json", """{ "properties": { "models": { "enum": ["a"] } } }""")).Model!;
        Assert.Equal("KlingModels2", Assert.Single(model.Enums).TypeName);
    }

    [Fact]
    public void Members_of_an_enum_keep_the_schemas_order_and_numbers()
    {
        RequestModel model = Bind(new InMemoryFile("/schemas/a.json", """
            { "properties": { "text": { "enum": ["b", "a", "b", "A"] }, "number": { "enum": [0, -1, 5] }, "own": { "enum": ["x", "y"], "x-enum-names": ["value__", "Y"] } } }
            """)).Model!;
        Assert.Equal(["B=1", "A=2", "A2=3"], Members(model.Enums[0]));
        Assert.Equal(["Number0=0", "Minus1=-1", "Number5=5"], Members(model.Enums[1]));
        Assert.Equal(["value__2=1", "Y=2"], Members(model.Enums[2]));

        static IEnumerable<string> Members(EnumModel closed) => closed.Members.Select(static member => $"{member.Name}={member.Value}");
    }

    [Theory]
    [InlineData("equals", "EqualsParameter")]
    [InlineData("ToString", "ToStringParameter")]
    [InlineData("model", "ModelParameter")]
    [InlineData("additional_parameters", "AdditionalParametersParameter")]
    [InlineData("acme_request", "AcmeRequestParameter")]
    [InlineData("class", "Class")]
    [InlineData("1", "_1")]
    [InlineData("-", "Parameter")]
    public void A_name_that_is_taken_is_changed(string wire, string name)
    {
        RequestModel model = Bind(new InMemoryFile("/schemas/acme.json", $$"""{ "properties": { "{{wire}}": {} } }""")).Model!;
        Assert.Equal(name, Assert.Single(model.Request.Properties).Name);
    }

    [Fact]
    public void Models_of_equal_schemas_are_equal_whatever_their_layout()
    {
        const string Text = """{"title":"A","properties":{"a":{"enum":["x"]},"b":{"type":"array","items":{"properties":{"c":{"type":"number","minimum":1}}}}}}""";
        RequestModel one = Bind(new InMemoryFile("/a.json", Text)).Model!;
        RequestModel other = Bind(new InMemoryFile("/a.json", Text.Replace(",", ",\r\n  ", StringComparison.Ordinal))).Model!;
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, Bind(new InMemoryFile("/a.json", Text.Replace("\"x\"", "\"y\"", StringComparison.Ordinal))).Model);
    }

    private static PropertyModel Parameter(string schema) =>
        Assert.Single(Bind(new InMemoryFile("/schemas/a.json", $$"""
            {
              "properties": { "p": {{schema}} },
              "$defs": {
                "text": { "type": "string" },
                "tree": { "type": "object", "properties": { "branches": { "type": "array", "items": { "$ref": "#/$defs/tree" } } } },
                "nest": { "type": "array", "items": { "$ref": "#/$defs/nest" } }
              }
            }
            """)).Model!.Request.Properties);

    private static BindingResult Bind(InMemoryFile file)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        var options = new ProjectOptionsProvider(new Dictionary<string, string>());
        return SchemaBinder.Bind(SchemaSource.Read(BuildInput.File((file.ToAdditionalText(), options), cancellation)!, cancellation), cancellation);
    }

    private static string Describe(ValueModel value) => value switch
    {
        ListModel list => $"List<{Describe(list.Item)}>",
        IntegerModel integer => integer.Is64Bit ? "IntegerModel64" : "IntegerModel32",
        _ => value.GetType().Name,
    } + (value.AllowsNull ? "?" : "") + (value.JsonCheck.Length > 0 ? "!" : "");
}
