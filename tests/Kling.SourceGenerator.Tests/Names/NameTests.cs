using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kling.SourceGenerator.Tests.Models;
using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests.Names;

/// <summary>Names that are hard to give: what each becomes, that a change is told, and that the code compiles.</summary>
public sealed class NameTests
{
    /// <summary>Parameters of one schema, and their C# names in the same order.</summary>
    public static TheoryData<string[], string[]> Parameters => new()
    {
        { ["class", "event", "record", "required", "await", "var", "nameof", "value", "field"], ["Class", "Event", "Record", "Required", "Await", "Var", "Nameof", "Value", "Field"] },
        { ["2nd", "1", "1.5", "3d_model"], ["_2Nd", "_1", "_1_5", "_3DModel"] },
        { ["", "+", " "], ["Parameter", "ParameterParameter", "Parameter2"] },
        { ["größe", "名前", "é", "e\u0301", "😀"], ["Größe", "名前", "É", "ÉParameter", "Parameter"] },
        { ["a.b", "a-b", "a/b", "@a", "$a", "a b", "\"a\"", "a\\b"], ["AB", "ABParameter", "AB2", "A", "AParameter", "AB3", "A2", "AB4"] },
        { ["x", "-x", "X"], ["X", "XParameter", "X2"] },
        { ["acme_clip_request", "acme_clip", "acme_clip_request_builder"], ["AcmeClipRequestParameter", "AcmeClip", "AcmeClipRequestBuilder"] },
        { ["equals", "get_hash_code", "get_type", "to_string", "memberwise_clone", "finalize", "reference_equals"], ["EqualsParameter", "GetHashCodeParameter", "GetTypeParameter", "ToStringParameter", "MemberwiseCloneParameter", "FinalizeParameter", "ReferenceEqualsParameter"] },
        { ["validate", "write_to", "model", "additional_parameters", "create_builder", "is_set", "unset"], ["ValidateParameter", "WriteToParameter", "ModelParameter", "AdditionalParametersParameter", "CreateBuilderParameter", "IsSetParameter", "UnsetParameter"] },
        { ["try_parse", "to_json", "defaults", "with_explicit_defaults", "describe", "read", "checks"], ["TryParseParameter", "ToJsonParameter", "DefaultsParameter", "WithExplicitDefaultsParameter", "DescribeParameter", "Read", "Checks"] },
        { ["json", "writer", "validation", "violations", "before", "start", "additional", "other", "builder"], ["Json", "Writer", "Validation", "Violations", "Before", "Start", "Additional", "Other", "Builder"] },
        { ["LANDSCAPE_16_9", "landscape_16_10", "V1-5", "HD_VIDEO", "videoURL", "IN_PLACE", "v1_5"], ["Landscape16_9", "Landscape16_10", "V1_5", "HDVideo", "VideoURL", "InPlace", "V1_5Parameter"] },
        { ["System", "Kling", "Uri", "String", "Models", "Acme"], ["System", "Kling", "Uri", "String", "Models", "Acme"] },
    };

    [Theory]
    [MemberData(nameof(Parameters))]
    public void A_parameters_name_becomes_a_property(string[] wires, string[] names)
    {
        GeneratorOutput output = GeneratorHarness.Run(TestProject.With(Schema(wires)));
        INamedTypeSymbol request = output.AssertCompiles().GetTypeByMetadataName("Acme.Models.AcmeClipRequest")!;
        Dictionary<string, string> byWire = WireNames(request);
        Assert.Equal(names, wires.Select(wire => byWire[wire]));
    }

    [Fact]
    public void A_changed_name_is_reported_and_can_be_overridden()
    {
        GeneratorOutput changed = GeneratorHarness.Run(TestProject.With("""{ "properties": { "x": {}, "X": {} } }"""));
        Assert.Equal("KLING011", Assert.Single(changed.Diagnostics).Id);
        GeneratorOutput named = GeneratorHarness.Run(TestProject.With("""{ "properties": { "x": {}, "X": { "x-csharp-name": "Upper" } } }"""));
        Assert.Empty(named.Report);
        Assert.Equal("Upper", WireNames(named.AssertCompiles().GetTypeByMetadataName("Acme.Models.AcmeClipRequest")!)["X"]);
    }

    [Fact]
    public void Slug_definition_member_and_argument_keep_their_word_breaks()
    {
        const string Schema = """
            {
              "properties": {
                "STYLE_II": { "$ref": "#/$defs/STYLE_V1-5" },
                "HD_VIDEO": { "type": "string" },
                "AI": { "type": "string" }
              },
              "required": ["STYLE_II", "HD_VIDEO", "AI"],
              "$defs": { "STYLE_V1-5": { "enum": ["GRAFFITI_II", "landscape_16_9", "16:9"] } }
            }
            """;
        Compilation compilation = GeneratorHarness.Run(TestProject.With(Schema, "/schemas/kling-v3-4k.json")).AssertCompiles();
        IEnumerable<IFieldSymbol> members = compilation.GetTypeByMetadataName("Acme.Models.KlingV3_4KStyleV1_5")!.GetMembers().OfType<IFieldSymbol>();
        Assert.Equal(["GraffitiII", "Landscape16_9", "StyleV1_5_16x9"], members.Select(static member => member.Name));
        IMethodSymbol create = compilation.GetTypeByMetadataName("Acme.Models.KlingV3_4KRequest")!.GetMembers("CreateBuilder").OfType<IMethodSymbol>().Single();
        Assert.Equal(["styleII", "hdVideo", "ai"], create.Parameters.Select(static parameter => parameter.Name));
    }

    [Fact]
    public void Parameters_named_like_types_of_the_file_do_not_hide_them()
    {
        const string Schema = """
            {
              "properties": {
                "mode": { "enum": ["a", "b"], "default": "a" },
                "only": { "enum": ["c"] },
                "shape": { "type": "string", "x-csharp-name": "AcmeClipMode" },
                "other": { "type": "string", "x-csharp-name": "AcmeClipOnly" },
                "parts": { "type": "array", "items": { "type": "object", "properties": { "size": { "type": "integer" } } }, "default": [] },
                "part": { "type": "string", "x-csharp-name": "AcmeClipPart" },
                "either": { "oneOf": [{ "$ref": "#/$defs/first" }, { "type": "integer" }], "default": 1 },
                "second": { "$ref": "#/$defs/second", "default": "x" },
                "types": { "type": "string" },
                "fields": { "type": "string" }
              },
              "required": ["only"],
              "$defs": {
                "first": { "type": "object", "x-csharp-name": "TResult", "properties": { "result": { "type": "string" } } },
                "second": { "enum": ["x"], "x-csharp-name": "Defaults" }
              }
            }
            """;
        GeneratorHarness.Run(TestProject.With(Schema)).AssertCompiles();
    }

    [Fact]
    public void Similar_parameter_names_get_the_same_property_names_in_every_run()
    {
        string schema = Schema([.. Parameters.SelectMany(static row => row.Data.Item1).Distinct(StringComparer.Ordinal)]);
        GeneratorOutput first = GeneratorHarness.Run(TestProject.With(schema));
        Assert.Equal(first.AllText, GeneratorHarness.Run(TestProject.With(schema)).AllText);
        first.AssertCompiles();
    }

    [Fact]
    public void Two_hundred_parameters_and_values_compile()
    {
        string[] wires = [.. Enumerable.Range(0, 197).Select(static index => "parameter_" + index.ToString(CultureInfo.InvariantCulture))];
        JsonObject schema = JsonNode.Parse(Schema(wires))!.AsObject();
        schema["properties"]!["voice"] = new JsonObject { ["enum"] = new JsonArray([.. wires.Select(static wire => JsonValue.Create(wire))]) };
        INamedTypeSymbol voice = GeneratorHarness.Run(TestProject.With(schema.ToJsonString())).AssertCompiles().GetTypeByMetadataName("Acme.Models.AcmeClipVoice")!;
        Assert.Equal(197, voice.GetMembers().OfType<IFieldSymbol>().Count());
    }

    [Fact]
    public void The_torture_schema_compiles_with_CSharp_12_and_reports_only_changed_names()
    {
        string schema = Checkout.Read("tests", "Kling.SourceGenerator.Tests", "Names", "torture.json");
        GeneratorOutput output = GeneratorHarness.Run(TestProject.With(schema, "/torture.json"));
        Assert.All(output.Diagnostics, static diagnostic => Assert.Equal("KLING011", diagnostic.Id));
        output.AssertCompiles();
    }

    [Fact]
    public void The_request_of_the_torture_schema_survives_a_round_trip()
    {
        const string Json = """{"class":"a","":{"Model":"*/","model":{"Model":{}}},"2nd":["\\"],"validate":null,"Validate":1.5,"x":1,"-x":"b","X":[true],"names":{"$ref":"#"}}""";
        using var document = JsonDocument.Parse(Json);
        Assert.True(TortureRequest.TryParse(document.RootElement, out TortureRequest? request, out IReadOnlyList<KlingViolation> violations), string.Join(" ", violations));
        Assert.Empty(request.Validate());
        using var written = JsonDocument.Parse(request.ToJson());
        Assert.True(JsonElement.DeepEquals(document.RootElement, written.RootElement), request.ToJson());
    }

    private static string Schema(string[] wires) => new JsonObject
    {
        ["properties"] = new JsonObject(wires.Select(static (wire, index) => KeyValuePair.Create<string, JsonNode?>(wire, Kind(index)))),
        ["required"] = new JsonArray([.. wires.Where(static (_, index) => index % 3 == 0).Select(static wire => JsonValue.Create(wire))]),
    }.ToJsonString();

    /// <summary>Each kind of type brings other members with it.</summary>
    private static JsonNode Kind(int index) => JsonNode.Parse((index % 5) switch
    {
        0 => """{ "type": "string", "default": "a", "maxLength": 3 }""",
        1 => """{ "type": "array", "items": { "type": "object", "properties": { "validate": { "type": "integer", "minimum": 0 } } } }""",
        2 => """{ "enum": ["a", "A", 1, null] }""",
        3 => """{ "anyOf": [{ "type": "string" }, { "type": "integer" }, { "type": "null" }] }""",
        _ => """{ "type": ["number", "null"], "multipleOf": 0.5 }""",
    })!;

    private static Dictionary<string, string> WireNames(INamedTypeSymbol type) => type.GetMembers()
        .OfType<IPropertySymbol>()
        .Select(static property => (property.Name, Attribute: property.GetAttributes().SingleOrDefault(static attribute => attribute.AttributeClass!.Name == "JsonPropertyNameAttribute")))
        .Where(static pair => pair.Attribute is not null)
        .ToDictionary(static pair => (string)pair.Attribute!.ConstructorArguments[0].Value!, static pair => pair.Name, StringComparer.Ordinal);
}
