using System.Text.Json;
using Kling.SourceGenerator.Tests.Models;
using Defaults = Kling.SourceGenerator.Tests.Models.DefaultsModelRequest.Defaults;

namespace Kling.SourceGenerator.Tests.Features;

/// <summary>A default is readable, documented, and pinned, whatever the type of its parameter.</summary>
public sealed class DefaultsModelTests
{
    private static readonly DefaultsModelRequest Unset = new();

    private static readonly string Schema = Checkout.Read("tests", "Kling.SourceGenerator.Tests", "Features", "defaults-model.json");

    [Fact]
    public void Nothing_is_reported_or_sent()
    {
        Assert.Empty(GeneratorHarness.Run(TestProject.With(Schema)).Report);
        Assert.Equal("{}", Unset.ToJson());
    }

    [Fact]
    public void WithExplicitDefaults_assigns_every_default_of_the_schema()
    {
        using var schema = JsonDocument.Parse(Schema);
        DefaultsModelRequest pinned = Unset.WithExplicitDefaults();
        using var sent = JsonDocument.Parse(pinned.ToJson());
        foreach (JsonProperty parameter in schema.RootElement.GetProperty("properties").EnumerateObject())
        {
            JsonElement expected = parameter.Name switch
            {
                "referred" => Json("3"),
                "scenes" => Json("""[{"name":"a","length":5},{"name":"b","length":9,"other":true}]"""),
                "scene" => Json("""{"name":"c","length":5}"""),
                "scene_or_null" => Json("""{"name":"d","length":5}"""),
                "tree" => Json("""{"branches":[{"branches":[]}]}"""),
                _ => parameter.Value.GetProperty("default"),
            };
            Assert.True(JsonElement.DeepEquals(expected, sent.RootElement.GetProperty(parameter.Name)), $"{parameter.Name}: {sent.RootElement.GetProperty(parameter.Name)}");
            Assert.True(pinned.IsSet(parameter.Name), parameter.Name);
            Assert.False(Unset.IsSet(parameter.Name), parameter.Name);
        }

        Assert.Empty(pinned.Validate());
        Assert.True(DefaultsModelRequest.TryParse(sent.RootElement, out DefaultsModelRequest? parsed, out IReadOnlyList<KlingViolation> violations), string.Join(" ", violations));
        Assert.Equal(pinned, parsed);
        Assert.Equal(pinned, pinned.WithExplicitDefaults());
    }

    [Fact]
    public void Only_what_lacks_a_default_is_copied()
    {
        DefaultsModelRequest pinned = Unset.WithExplicitDefaults();
        Assert.Same(pinned, pinned.WithExplicitDefaults());
        Assert.Same(Defaults.Numbers, pinned.Numbers);
        Assert.Same(Defaults.Modes, pinned.Modes);

        DefaultsModelRequest one = pinned with { Scenes = [pinned.Scenes[0], new() { Name = "e" }, pinned.Scenes[1]], Numbers = [3] };
        DefaultsModelRequest again = one.WithExplicitDefaults();

        Assert.NotSame(one, again);
        Assert.False(one.Scenes[1].IsSet("length"));
        Assert.True(again.Scenes[1].IsSet("length"));
        Assert.Same(one.Scenes[0], again.Scenes[0]);
        Assert.Same(one.Scenes[2], again.Scenes[2]);
        Assert.Same(one.Numbers, again.Numbers);
        Assert.Same(one.Tree, again.Tree);
    }

    [Fact]
    public void An_unset_property_reads_as_its_default_and_an_instance_is_made_once()
    {
        Assert.Equal("auto", Unset.Size.Match(static _ => "", static text => text));
        Assert.Equal(2, Unset.Scale.Match(static number => number, static _ => 0));
        Assert.Equal("""{"a":[1,null]}""", Unset.Anything.GetRawText().Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(JsonValueKind.Null, Unset.Nothing.ValueKind);
        Assert.Equal(5, Unset.TextOrCount.GetInt32());
        Assert.Equal("abcd", Unset.CheckedText);
        Assert.Equal([1, null], Unset.Numbers);
        Assert.Equal([DefaultsModelMode.Std, DefaultsModelMode.Pro], Unset.Modes);
        Assert.Equal("b", Unset.Scenes[1].Name);
        Assert.Equal(5, Unset.Scenes[0].Length);
        Assert.Equal("c", Unset.Scene.Name);
        Assert.Equal("d", Unset.SceneOrNull!.Name);
        Assert.True(Unset.Shape.TryGetSquare(out DefaultsModelSquare? square));
        Assert.Equal(2, square.Side);
        Assert.Equal(1, Unset.Ranges["low"].GetInt32());
        Assert.Equal(new DateOnly(2026, 1, 31), DateOnly.Parse(Unset.Day, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(3, Unset.Referred);
        Assert.Same(Defaults.Scenes, Unset.Scenes);
        Assert.Same(Defaults.Size, Unset.Size);
        Assert.Same(Defaults.Shape, new DefaultsModelRequest().Shape);
        Assert.Same(Defaults.Link, Unset.Link);
    }

    [Fact]
    public void Null_is_the_default_where_the_schema_says_so()
    {
        Assert.Null(Unset.EitherOrNull);
        Assert.Null(Unset.NoText);
        Assert.Null(Unset.NoCount);
        Assert.Null(Unset.NoMode);
        Assert.Null(Unset.NoLink);
        Assert.Null(Unset.NoList);
        Assert.Null(Unset.NoScene);
        Assert.Null(Defaults.NoText);
        Assert.Null(Defaults.NoCount);
        Assert.Null(Defaults.NoMode);
        Assert.Null(Defaults.NoScene);
    }

    [Fact]
    public void A_value_that_was_assigned_is_kept()
    {
        DefaultsModelRequest request = new() { Size = 3, Scenes = [], SceneOrNull = null, NoScene = new() { Name = "e" }, Anything = Json("0"), NoText = "f" };
        Assert.Equal("""{"size":3,"anything":0,"scenes":[],"scene_or_null":null,"no_scene":{"name":"e"},"no_text":"f"}""", request.ToJson());
        using var pinned = JsonDocument.Parse(request.WithExplicitDefaults().ToJson());
        Assert.Equal("""3 [] null {"name":"e","length":5} 0 "f" """.Trim(), string.Join(' ', new[] { "size", "scenes", "scene_or_null", "no_scene", "anything", "no_text" }.Select(name => pinned.RootElement.GetProperty(name).GetRawText())));
        Assert.Same(Defaults.Size, (request with { Size = null }).Size);
        Assert.Equal(new DefaultsModelRequest { Scenes = [] }, request.Unset("size").Unset("scene_or_null").Unset("no_scene").Unset("anything").Unset("no_text"));
    }

    [Theory]
    [InlineData("size", "Default: <c>\"auto\"</c>.")]
    [InlineData("scene", "Default: <c>{\"name\":\"c\"}</c>.")]
    [InlineData("no_text", "Default: <c>null</c>.")]
    [InlineData("anything", "Default: <c>{\"a\":[1,null]}</c>.")]
    public void The_documentation_shows_the_default(string parameter, string text)
    {
        string request = GeneratorHarness.Run(TestProject.With(Schema)).Request;
        int property = request.IndexOf($"JsonPropertyName(\"{parameter}\")", StringComparison.Ordinal);
        Assert.Contains(text, request[request.LastIndexOf("/// <summary>", property, StringComparison.Ordinal)..property], StringComparison.Ordinal);
    }

    [Fact]
    public void An_endless_recursive_default_is_reported_and_a_finite_one_is_used()
    {
        const string Tree = """{ "$ref": "#/$defs/tree" }""";
        GeneratorOutput output = GeneratorHarness.Run(TestProject.With($$"""
            {
              "properties": { "tree": {{Tree}}, "root": { "$ref": "#", "default": {} } },
              "$defs": { "tree": { "type": "object", "properties": { "left": { "$ref": "#/$defs/tree", "default": {} }, "all": { "type": "array", "items": {{Tree}}, "default": [] } } } }
            }
            """));
        output.AssertCompiles();
        Assert.Equal(["KLING004", "KLING004"], output.Diagnostics.Select(static diagnostic => diagnostic.Id));
        Assert.All(output.Report, static line => Assert.Contains("its type contains itself, so the default would be infinite", line, StringComparison.Ordinal));
    }

    private static JsonElement Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
