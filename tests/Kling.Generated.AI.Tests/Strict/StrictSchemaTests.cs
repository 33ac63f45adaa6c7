using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kling.Emulator;
using Kling.Models;

namespace Kling.Tests.AI;

/// <summary>Strict schemas are of the subset, and what is written by them is read as the body that was meant.</summary>
public sealed class StrictSchemaTests
{
    private static readonly string Root = typeof(StrictSchemaTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static data => data.Key == "RepositoryRoot").Value!;

    private static readonly string StressFolder = Path.GetFullPath(Path.Combine(Root, "..", "shared", "stress-schemas"));

    private static readonly Dictionary<string, KlingModel> Models = new(StringComparer.Ordinal);

    static StrictSchemaTests()
    {
        foreach (KlingModel model in KlingModels.All)
        {
            Models.Add(model.Slug, model);
        }

        // Real schemas of other vendors, which only the full checkout has beside it.
        foreach (string file in Directory.Exists(StressFolder) ? Directory.EnumerateFiles(StressFolder, "*.json", SearchOption.AllDirectories) : [])
        {
            string name = Path.GetFileNameWithoutExtension(file);
            _ = Models.TryAdd(name, KlingModel.FromSchema(name, File.ReadAllText(file)));
        }
    }

    public static TheoryData<string> Slugs => [.. Models.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_strict_schema_is_of_the_subset(string slug) =>
        Assert.Empty(StrictSubset.Violations(StrictSchema.Of(Models[slug].JsonSchema).Schema));

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_body_survives_the_way_through_the_strict_schema(string slug)
    {
        KlingModel model = Models[slug];
        var strict = StrictSchema.Of(model.JsonSchema);
        JsonObject schema = JsonNode.Parse(strict.Schema.GetRawText())!.AsObject();
        var judge = new SchemaJudge(model.JsonSchema.GetRawText());
        var strictJudge = new SchemaJudge(strict.Schema.GetRawText());
        var instances = new StrictInstance(schema);
        var bodies = new SampleBodies(new Random(1), JsonNode.Parse(model.JsonSchema.GetRawText())!.AsObject());
        bool isWrapped = schema["properties"]!.AsObject().Select(static property => property.Key).SequenceEqual(["input"]) && !model.JsonSchema.TryGetProperty("properties", out _);
        int valid = 0;
        for (int i = 0; i < 50; i++)
        {
            JsonObject body = bodies.Next();
            if (judge.Judge(body.ToJsonString()).Count > 0)
            {
                continue;
            }

            valid++;
            JsonNode? written = instances.Of(isWrapped ? new JsonObject { ["input"] = body.DeepClone() } : body, schema, out bool fits);
            Assert.True(fits, $"{body.ToJsonString()} does not fit.");
            Assert.Empty(strictJudge.Judge(written!.ToJsonString()));

            JsonElement read = strict.Read(ArgumentJson.Parse(written.ToJsonString()));

            Assert.Empty(judge.Judge(read));
            Assert.Equal(body.ToJsonString(), Without(JsonNode.Parse(read.GetRawText()), body)!.ToJsonString());
        }

        Assert.True(valid > 0 || !KlingModels.All.Contains(model), "No sample was valid.");
    }

    [Theory]
    [InlineData("""{"type":"string"}""", "null", "{}")]
    [InlineData("""{"type":["string","null"]}""", "null", """{"p":null}""")]
    [InlineData("""{"enum":["a","b"]}""", "null", "{}")]
    [InlineData("""{"enum":["a",null]}""", "null", """{"p":null}""")]
    [InlineData("""{"const":1}""", "null", "{}")]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"null"}]}""", "null", """{"p":null}""")]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"integer"}]}""", "null", "{}")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"}}}""", """{"a":null}""", """{"p":{}}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]}""", """{"a":null}""", """{"p":{"a":null}}""")]
    [InlineData("""{"type":"array","items":{"type":"object","properties":{"a":{"type":"string"}}}}""", """[{"a":null},{"a":"x"}]""", """{"p":[{},{"a":"x"}]}""")]
    [InlineData("""{"type":"object"}""", "\"{\\\"any\\\":null}\"", """{"p":{"any":null}}""")]
    [InlineData("""{"type":"object"}""", "null", "{}")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"integer"}}""", "\"{\\\"x\\\":1}\"", """{"p":{"x":1}}""")]
    [InlineData("""{"type":"object"}""", """{"any":null}""", """{"p":{"any":null}}""")]
    [InlineData("true", "\"null\"", """{"p":null}""")]
    [InlineData("true", "\"no JSON\"", """{"p":"no JSON"}""")]
    [InlineData("""{"$ref":"#/$defs/Item","description":"One."}""", """{"next":null,"name":"a"}""", """{"p":{"name":"a"}}""")]
    [InlineData("""{"allOf":[{"$ref":"#/$defs/Item"},{"properties":{"more":{"type":"integer"}}}]}""", """{"next":{"next":null,"name":"b"},"name":"a","more":null}""", """{"p":{"next":{"name":"b"},"name":"a"}}""")]
    [InlineData("""{"allOf":[{"$ref":"#/$defs/Item"}],"description":"One."}""", """{"next":{"next":null,"name":"b"},"name":"a"}""", """{"p":{"next":{"name":"b"},"name":"a"}}""")]
    [InlineData("""{"$ref":"#/$defs/Item","minProperties":1}""", """{"next":null,"name":"a"}""", """{"p":{"name":"a"}}""")]
    [InlineData("""{"anyOf":[{"type":"string"},{"$ref":"#/$defs/Map"}]}""", "\"{\\\"a\\\":1}\"", """{"p":{"a":1}}""")]
    [InlineData("""{"anyOf":[{"type":"string"},{"$ref":"#/$defs/Map"}]}""", "\"text\"", """{"p":"text"}""")]
    [InlineData("""{"type":"array","prefixItems":[{"type":"integer"}]}""", "\"[1,2]\"", """{"p":[1,2]}""")]
    [InlineData("""{"type":"integer"}""", "\"5\"", """{"p":"5"}""")]
    public void A_null_is_dropped_only_where_it_means_not_set(string property, string written, string read)
    {
        JsonElement schema = ArgumentJson.Parse(
            $$$"""{"type":"object","properties":{"p":{{{property}}}},"$defs":{"Map":{"type":"object"},"Item":{"type":"object","properties":{"name":{"type":"string"},"next":{"$ref":"#/$defs/Item"}},"required":["name"]} } }""");
        var strict = StrictSchema.Of(schema);

        JsonElement body = strict.Read(ArgumentJson.Parse($$"""{"p":{{written}}}"""));

        Assert.Empty(StrictSubset.Violations(strict.Schema));
        Assert.True(JsonElement.DeepEquals(ArgumentJson.Parse(read), body), body.GetRawText());
    }

    [Fact]
    public void What_the_subset_cannot_say_is_in_the_description()
    {
        JsonElement schema = ArgumentJson.Parse("""{"type":"object","properties":{"p":{"type":"number","description":"The scale","minimum":0,"maximum":1,"default":0.5}}}""");

        JsonElement property = StrictSchema.Of(schema).Schema.GetProperty("properties").GetProperty("p");

        Assert.Equal("The scale. minimum: 0. maximum: 1. default: 0.5.", property.GetProperty("description").GetString());
    }

    [Theory]
    [InlineData("""{"type":"object"}""")]
    [InlineData("""{}""")]
    [InlineData("""{"anyOf":[{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]},{"type":"object","properties":{"b":{"type":"string"}},"required":["b"]}]}""")]
    [InlineData("""{"$ref":"#/$defs/a","$defs":{"a":{"type":"object","properties":{"x":{"$ref":"#"}}}}}""")]
    [InlineData("""{"type":"object","properties":{"a":{"$ref":"#/$defs/a"}},"$defs":{"a":{"$ref":"#/$defs/b"},"b":{"$ref":"#/$defs/a"}}}""")]
    [InlineData("""{"type":"object","properties":{"a":{"allOf":[{"$ref":"#/$defs/a"}],"title":"A"}},"$defs":{"a":{"allOf":[{"$ref":"#/$defs/a"}]}}}""")]
    [InlineData("""{"type":"object","properties":{"a":{"allOf":[{"$ref":"#/$defs/t"}],"description":"A"}},"$defs":{"t":{"type":"object","properties":{"l":{"allOf":[{"$ref":"#/$defs/t"}],"title":"L"},"r":{"allOf":[{"$ref":"#/$defs/t"}],"minProperties":1},"x":{"$ref":"#/$defs/t","maxProperties":1},"y":{"allOf":[{"$ref":"#/$defs/t"},{"required":["l"]}]}}}}}""")]
    [InlineData("""{"type":"object","patternProperties":{"^x":{"type":"string"}},"properties":{"a":false},"required":["b"]}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":["object","string","null"],"properties":{"b":{"enum":[1,"x",null,{"y":1}]}}}},"not":{"required":["a"]}}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"object","properties":{"b":{"type":"string"}},"oneOf":[{"required":["b"]},{"properties":{"c":{"type":"integer"}}}]}}}""")]
    public void Unusual_roots_and_references_are_of_the_subset(string schema) =>
        Assert.Empty(StrictSubset.Violations(StrictSchema.Of(ArgumentJson.Parse(schema)).Schema));

    /// <summary>The body without the nulls that mean "not set" where the schema allows null, too: there, a null is all that can be written.</summary>
    private static JsonNode? Without(JsonNode? read, JsonNode? body)
    {
        if (read is JsonObject own && body is JsonObject other)
        {
            var members = new JsonObject();
            foreach ((string name, JsonNode? _) in other)
            {
                members[name] = own.ContainsKey(name) ? Without(own[name], other[name])?.DeepClone() : "missing";
            }

            foreach ((string name, JsonNode? value) in own)
            {
                if (!other.ContainsKey(name) && value is not null)
                {
                    members[name] = value.DeepClone();
                }
            }

            return members;
        }

        return read is JsonArray items && body is JsonArray others && items.Count == others.Count
            ? new JsonArray([.. items.Zip(others, (item, original) => Without(item, original)?.DeepClone())])
            : read;
    }
}
