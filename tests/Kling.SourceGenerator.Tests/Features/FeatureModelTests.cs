using System.Text.Json;
using System.Text.Json.Nodes;
using Kling.SourceGenerator.Tests.Models;

#pragma warning disable CS0618 // The feature model is deprecated, as one of its features.

namespace Kling.SourceGenerator.Tests.Features;

/// <summary>The generated types at work: this project compiles the feature schema as a user's project does.</summary>
public sealed class FeatureModelTests
{
    private static readonly FeatureModelRequest Least = new() { Prompt = "A hill", RequiredOrNull = null, Kind = FeatureModelKind.Kind0 };

    private static readonly JsonSerializerOptions Resolved = new() { TypeInfoResolver = KlingModels.JsonTypeInfoResolver };

    [Fact]
    public void An_unset_parameter_is_not_sent_and_reads_as_its_default()
    {
        Assert.Equal("""{"prompt":"A hill","required_or_null":null,"kind":0}""", Least.ToJson());
        Assert.Equal(FeatureModelRequest.Defaults.Weight, Least.Weight);
        Assert.Equal(0.1, Least.Weight);
        Assert.Equal(int.MinValue, Least.Small);
        Assert.Equal(2147483648L, Least.Large);
        Assert.Equal(long.MinValue, Least.Unbounded);
        Assert.Equal(3000000000L, (long)Least.Big);
        Assert.Equal("https://example.com/a#b", Least.OptionalUri.OriginalString);
        Assert.Equal(FeatureModelColour.ABC, Least.Colour);
        Assert.False(Least.IsSet("weight"));
        Assert.Null(Least.OptionalText);
        Assert.Empty(Least.Validate());
    }

    [Fact]
    public void A_parameter_that_is_assigned_its_default_is_sent()
    {
        FeatureModelRequest request = Least with { Weight = 0.1, Flag = false };
        Assert.Equal("""{"prompt":"A hill","required_or_null":null,"kind":0,"weight":0.1,"flag":false}""", request.ToJson());
        Assert.True(request.IsSet("weight"));
        Assert.NotEqual(Least, request);
        Assert.Equal(Least, request.Unset("weight").Unset("flag"));
    }

    [Fact]
    public void Null_is_a_value_where_the_schema_allows_it()
    {
        Assert.Equal("plain", Least.NullableTextWithDefault);
        Assert.Equal(3, Least.NullableCount);
        Assert.Equal(FeatureModelNullableMode.On, Least.NullableMode);

        FeatureModelRequest request = Least with { NullableTextWithDefault = null, NullableCount = null, NullableFlag = null, NullableMode = null, NullableShot = null, NullableList = null };
        Assert.Equal(
            """{"prompt":"A hill","required_or_null":null,"kind":0,"nullable_text_with_default":null,"nullable_count":null,"nullable_flag":null,"nullable_mode":null,"nullable_shot":null,"nullable_list":null}""",
            request.ToJson());
        Assert.Null(request.NullableTextWithDefault);
        Assert.Null(request.NullableCount);
        Assert.True(request.IsSet("nullable_count"));
        Assert.NotEqual(Least, request);
        Assert.Empty(request.Validate());
        Assert.Equal(request, Parse(request.ToJson()));
    }

    [Fact]
    public void Null_makes_a_parameter_unset_where_the_schema_does_not_allow_it()
    {
        FeatureModelRequest request = Least with { OptionalText = "a", OptionalUri = new Uri("https://example.com") };
        FeatureModelRequest reset = request with { OptionalText = null, OptionalUri = null };
        Assert.Equal(Least, reset);
        Assert.False(reset.IsSet("optional_text"));
    }

    [Fact]
    public void A_required_parameter_cannot_be_unset()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(static () => Least.Unset("prompt"));
        Assert.Contains("'prompt' is required", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Explicit_defaults_pin_every_default_at_every_level()
    {
        FeatureModelRequest request = Least with
        {
            NullableCount = null,
            NullableShot = new FeatureModelNullableShot(),
            Scenes = [new FeatureModelScene { Name = "one", Camera = new FeatureModelSceneCamera { Lens = new FeatureModelSceneCameraLens() } }],
            Grid = [[new FeatureModelGridItemItem()]],
        };
        JsonNode json = JsonNode.Parse(request.WithExplicitDefaults().ToJson())!;
        Assert.Equal(0.1, (double)json["weight"]!);
        Assert.Equal("on", (string)json["nullable_mode"]!);
        Assert.True(json.AsObject().ContainsKey("nullable_count") && json["nullable_count"] is null);
        Assert.Equal("""{"length":5}""", json["nullable_shot"]!.ToJsonString());
        Assert.Equal("""[{"name":"one","length":5,"camera":{"zoom":1.5,"lens":{"model":"prime"}}}]""", json["scenes"]!.ToJsonString());
        Assert.Equal("""[[{"x":0}]]""", json["grid"]!.ToJsonString());
        Assert.False(json.AsObject().ContainsKey("nullable_list"));
        Assert.False(Least.WithExplicitDefaults().IsSet("nullable_shot"));
        Assert.Equal(request.WithExplicitDefaults(), request.WithExplicitDefaults().WithExplicitDefaults());
        Assert.Empty(request.WithExplicitDefaults().Validate());
    }

    [Fact]
    public void Reading_collects_every_violation_with_its_pointer()
    {
        const string Json = """
            {
              "prompt": 5,
              "kind": 2,
              "small": 1.5,
              "large": -1,
              "colour": "blue",
              "matrix": [[0, 2], [], [1]],
              "modes": ["std", "fast"],
              "links": ["https://example.com", "no link"],
              "numbers": [null, "1"],
              "scenes": [{ "name": "too long", "length": 0, "camera": { "zoom": "in", "lens": { "tags": [null] } }, "more": 1 }, {}],
              "a/b~c": "ab",
              "optional_text": null
            }
            """;
        Assert.False(FeatureModelRequest.TryParse(JsonDocument.Parse(Json).RootElement, out FeatureModelRequest? request, out IReadOnlyList<KlingViolation> violations));
        Assert.Null(request);
        Assert.Equal(
            [
                "/prompt type", "/required_or_null required", "/kind enum", "/optional_text type", "/small type", "/large minimum", "/colour enum",
                "/matrix/0/1 maximum", "/matrix/1 minItems", "/matrix maxItems", "/modes/1 enum", "/numbers/1 type", "/links/1 format",
                "/scenes/0/name maxLength", "/scenes/0/length minimum", "/scenes/0/camera/zoom type", "/scenes/0/camera/lens/tags/0 type",
                "/scenes/0/more additionalProperties", "/scenes/1/name required", "/a~1b~0c maxLength",
            ],
            violations.Select(static violation => $"{violation.Path} {violation.Keyword}"));
    }

    [Fact]
    public void Validation_and_reading_find_the_same_violations()
    {
#pragma warning disable KLING101, KLING102, KLING104, KLING107, KLING108, KLING109, KLING110, KLING114, KLING118 // The analyzers see what is meant for the run time.
        FeatureModelRequest request = Least with
        {
            Prompt = "x",
            Kind = (FeatureModelKind)7,
            Large = -1,
            Colour = default(FeatureModelColour),
            Matrix = [[0, 2, double.NaN], [], [1]],
            Modes = [FeatureModelMode.Std, (FeatureModelMode)9],
            Links = [new Uri("no link", UriKind.Relative)],
            Scenes = [new FeatureModelScene { Name = null!, Length = 0, AdditionalParameters = new JsonObject { ["more"] = 1 } }],
            AdditionalParameters = new JsonObject { ["prompt"] = "twice", ["free"] = true },
        };
#pragma warning restore KLING101, KLING102, KLING104, KLING107, KLING108, KLING109, KLING110, KLING114, KLING118
        Assert.Equal(
            [
                "/prompt minLength", "/kind enum", "/large minimum", "/colour enum", "/matrix/0/1 maximum", "/matrix/0/2 type", "/matrix/1 minItems", "/matrix maxItems",
                "/modes/1 enum", "/links/0 format", "/scenes/0/name required", "/scenes/0/length minimum", "/scenes/0/more additionalProperties", "/prompt additionalProperties",
            ],
            request.Validate().Select(static violation => $"{violation.Path} {violation.Keyword}"));
    }

    [Fact]
    public void Everything_survives_a_round_trip()
    {
        JsonNode json = Everything();
        FeatureModelRequest request = Parse(json.ToJsonString());
        Assert.True(JsonNode.DeepEquals(json, JsonNode.Parse(request.ToJson())), request.ToJson());
        Assert.Equal(request, Parse(request.ToJson()));
        Assert.Equal(request.GetHashCode(), Parse(request.ToJson()).GetHashCode());
        Assert.Equal(request, JsonSerializer.Deserialize<FeatureModelRequest>(JsonSerializer.Serialize(request)));
        Assert.Equal(request.ToJson(), request.ToString());
        Assert.Empty(request.Validate());
    }

    [Fact]
    public void Requests_are_equal_if_their_JSON_is_equal()
    {
        FeatureModelRequest request = Least with { Anything = Json("""{ "a": 1.0, "b": 2 }"""), Anythings = [Json("[1]")], OptionalUri = new Uri("HTTPS://example.com/#a") };
        FeatureModelRequest same = Least with { Anything = Json("""{ "b": 2e0, "a": 1 }"""), Anythings = [Json("[1.0]")], OptionalUri = new Uri("HTTPS://example.com/#a") };
        Assert.Equal(request, same);
        Assert.Equal(request.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(request, same with { Anything = Json("1") });
        Assert.NotEqual(request, same with { Anything = null });
        Assert.NotEqual(request, same with { OptionalUri = new Uri("HTTPS://example.com/#b") });

        static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;
    }

    [Fact]
    public void Each_declared_parameter_alone_makes_a_request_unequal()
    {
        FeatureModelRequest all = Parse(Everything().ToJsonString());
        string[] optional = [.. FeatureModelRequest.Model.Parameters.Where(static parameter => !parameter.IsRequired).Select(static parameter => parameter.Name)];
        Assert.NotEmpty(optional);
        foreach (string name in optional)
        {
            Assert.True(all.IsSet(name), name);
            FeatureModelRequest without = all.Unset(name);
            Assert.False(without.IsSet(name), name);
            Assert.NotEqual(all, without);
            Assert.False(JsonNode.Parse(without.ToJson())!.AsObject().ContainsKey(name), name);
        }
    }

    [Fact]
    public void An_enum_is_sent_as_in_the_schema()
    {
        FeatureModelColour[] colours = Enum.GetValues<FeatureModelColour>();
        Assert.Equal(24, colours.Length);
        Assert.Equal(Enumerable.Range(1, 24), colours.Select(static colour => (int)colour));
        KlingParameter declared = FeatureModelRequest.Model.Parameters.Single(static parameter => parameter.Name == "colour");
        Assert.Equal(
            declared.AllowedValues.Select(static value => value.GetString()),
            colours.Select(static colour => (string)JsonNode.Parse((Least with { Colour = colour }).ToJson())!["colour"]!));
        Assert.Throws<JsonException>(static () => JsonSerializer.Deserialize<FeatureModelColour>("\"blue\""));
        Assert.Equal(FeatureModelColour.Empty, JsonSerializer.Deserialize<FeatureModelColour>("\"\""));
        Assert.Equal(FeatureModelKind.Minus1, JsonSerializer.Deserialize<FeatureModelKind>("-1.0"));
    }

    [Fact]
    public void The_builder_and_the_initializer_create_equal_requests()
    {
        FeatureModelRequest request = FeatureModelRequest.CreateBuilder(prompt: "A hill", requiredOrNull: null, kind: FeatureModelKind.Kind0)
            .WithWeight(0.5)
            .WithFlag(true).WithoutFlag()
            .WithNullableCount(null)
            .AddScene(name: "one", camera: new FeatureModelSceneCamera { Zoom = 2 })
            .AddScene(new FeatureModelScene { Name = "two" })
            .AddMatrix([0.5])
            .AddItem(null)
            .WithAdditionalParameter("new", 5)
            .Build();
        Assert.Equal(
            Least with
            {
                Weight = 0.5,
                NullableCount = null,
                Scenes = [new FeatureModelScene { Name = "one", Camera = new FeatureModelSceneCamera { Zoom = 2 } }, new FeatureModelScene { Name = "two" }],
                Matrix = [[0.5]],
                Items = [null],
                AdditionalParameters = new JsonObject { ["new"] = 5 },
            },
            request);
#pragma warning disable KLING101, KLING104 // The analyzers see what is meant for the run time.
        KlingValidationException error = Assert.Throws<KlingValidationException>(static () => FeatureModelRequest.CreateBuilder("x", null, default).WithLarge(-1).Build());
#pragma warning restore KLING101, KLING104
        Assert.Equal(["/prompt", "/large"], error.Violations.Select(static violation => violation.Path));
    }

    [Fact]
    public void The_catalogue_of_this_assembly_lists_the_model()
    {
        KlingModel model = Assert.Single(KlingModels.All, static model => model.Slug == "feature-model");
        Assert.True(model.IsDeprecated);
        Assert.False(model.IsRetired);
        Assert.Equal(typeof(FeatureModelRequest), model.RequestType);
        Assert.Equal(Least.ToJson(), JsonSerializer.Serialize(Least, Resolved));
    }

    /// <summary>A valid body that assigns every parameter of the schema.</summary>
    private static JsonObject Everything()
    {
        JsonObject schema = JsonNode.Parse(FeatureModelRequest.Model.Schema)!.AsObject();
        JsonObject body = Sample(schema)!.AsObject();
        body["undeclared"] = JsonNode.Parse("""{ "a": [1, 2.50, null] }""");
        return body;
    }

    private static JsonNode? Sample(JsonObject schema)
    {
        if (schema["enum"] is JsonArray values)
        {
            return values[^1]!.DeepClone();
        }

        JsonNode? type = schema["type"] is JsonArray types ? types.First(static one => (string)one! != "null") : schema["type"];
        return (string?)type switch
        {
            "string" => (string?)schema["format"] == "uri" ? "https://example.com/#x" : new string('x', (int?)schema["minLength"] ?? 1),
            "integer" => (long?)schema["maximum"] ?? 7,
            "number" => (double?)schema["minimum"] ?? 0.25,
            "boolean" => true,
            "array" => new JsonArray(Sample(schema["items"]!.AsObject())),
            "object" => new JsonObject(schema["properties"]!.AsObject().Select(static member => KeyValuePair.Create(member.Key, Sample(member.Value!.AsObject())))),
            _ => JsonNode.Parse("""{ "any": [true, null, 1e2] }"""),
        };
    }

    private static FeatureModelRequest Parse(string json)
    {
        bool valid = FeatureModelRequest.TryParse(JsonDocument.Parse(json).RootElement, out FeatureModelRequest? request, out IReadOnlyList<KlingViolation> violations);
        Assert.True(valid, string.Join("\n", violations));
        return request!;
    }
}
