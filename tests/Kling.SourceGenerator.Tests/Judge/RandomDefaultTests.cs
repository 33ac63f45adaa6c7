using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Kling.Tests;

namespace Kling.SourceGenerator.Tests.Judge;

/// <summary>A default is taken if and only if the generated type would take it as a value, on random schemas and random values.</summary>
public sealed class RandomDefaultTests
{
    private const int Schemas = 150;

    [Fact]
    public void The_generator_and_the_generated_type_judge_defaults_alike()
    {
        Random random = Seed.Next(out string hint);
        var schemas = new RandomSchema(random);
        JsonObject[] batch = [.. Enumerable.Range(0, Schemas).Select(_ => WithDefaults(schemas.Model(), random))];
        using var models = new GeneratedModels(TestProject.WithFiles([.. batch.Select(static (schema, index) => new InMemoryFile($"/{Slug(index)}.json", schema.ToJsonString()))]));
        int taken = 0;
        int refused = 0;
        for (int i = 0; i < batch.Length; i++)
        {
            KlingModel model = models.BySlug[Slug(i)];
            foreach ((string name, JsonNode? schema) in batch[i]["properties"]!.AsObject())
            {
                if (schema is not JsonObject keywords || keywords["default"] is not { } value)
                {
                    continue;
                }

                bool isTaken = IsTaken(model.RequestType!, name);
                bool isValid = IsValid(model, name, value);
                Assert.True(isTaken == isValid || EndsNowhere(models, Slug(i)), $"{hint}\nThe default is {(isTaken ? "taken" : "refused")}, the value is {(isValid ? "valid" : "not valid")}: {name} in\n{batch[i].ToJsonString()}");
                _ = isTaken ? taken++ : refused++;
            }
        }

        Assert.All(models.BySlug.Values.First().RequestType!.Assembly.GetTypes().Where(static type => type.Name == "Defaults"), static type => RuntimeHelpers.RunClassConstructor(type.TypeHandle));
        Assert.True(taken > 20 && refused > 20, $"{hint}\n{taken} taken, {refused} refused");
    }

    private static string Slug(int index) => "defaulted-" + index.ToString(CultureInfo.InvariantCulture);

    /// <summary>The parameters of a model alone, each optional and with a random default.</summary>
    private static JsonObject WithDefaults(JsonObject model, Random random)
    {
        var properties = (JsonObject)model["properties"]!.DeepClone();
        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties, ["$defs"] = model["$defs"]!.DeepClone() };
        var requests = new RandomRequest(random, (JsonObject)JsonNode.Parse(schema.ToJsonString())!);
        foreach (JsonObject parameter in properties.Select(static pair => pair.Value).OfType<JsonObject>())
        {
            _ = parameter.Remove("x-references");
        }

        for (int i = 0; i < 8; i++)
        {
            foreach ((string name, JsonNode? value) in requests.Next().AsObject())
            {
                if (value is not null && properties[name] is JsonObject parameter && !parameter.ContainsKey("default"))
                {
                    parameter["default"] = value.DeepClone();
                }
            }
        }

        return schema;
    }

    private static bool IsTaken(Type request, string wireName)
    {
        PropertyInfo property = request.GetProperties().Single(property => property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name == wireName);
        return request.GetNestedType("Defaults")?.GetMember(property.Name).Length > 0;
    }

    private static bool IsValid(KlingModel model, string name, JsonNode value)
    {
        using var document = JsonDocument.Parse(new JsonObject { [name] = value.DeepClone() }.ToJsonString());
        return model.TryParse(document.RootElement, out _, out _);
    }

    private static bool EndsNowhere(GeneratedModels models, string slug) => models.Diagnostics.Any(diagnostic =>
        diagnostic.Location.GetLineSpan().Path == $"/{slug}.json"
        && diagnostic.GetMessage(CultureInfo.InvariantCulture).Contains("contains itself", StringComparison.Ordinal));
}
