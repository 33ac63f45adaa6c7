using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kling.Emulator;

namespace Kling.SourceGenerator.Tests.Judge;

/// <summary>Generated validation against an independent judge, on random schemas and random requests.</summary>
public sealed class JudgeTests
{
    /// <summary>The environment variable that repeats a run: <c>KLING_JUDGE_SEED=1234</c>.</summary>
    private const string SeedVariable = "KLING_JUDGE_SEED";

    private const int Batches = 2;

    // A keyword that chance has passed over so far gets more chances.
    private const int MostBatches = 6;
    private const int SchemasPerBatch = 125;
    private const int RequestsPerSchema = 40;

    /// <summary>Each must be, at least once, the keyword without which a refused request would be valid.</summary>
    private static readonly string[] Keywords =
    [
        "type", "enum", "const", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
        "minLength", "maxLength", "pattern", "format", "items", "prefixItems", "minItems", "maxItems", "uniqueItems",
        "properties", "required", "dependentRequired", "additionalProperties", "patternProperties", "propertyNames",
        "minProperties", "maxProperties", "x-references", "$ref", "allOf", "anyOf", "oneOf",
    ];

    [Fact]
    public void Generated_validation_agrees_with_the_judge_on_10000_random_requests()
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable(SeedVariable), NumberStyles.None, CultureInfo.InvariantCulture, out int given)
            ? given
            : Random.Shared.Next();
        TestContext.Current.TestOutputHelper!.WriteLine($"{SeedVariable}={seed}");

        var random = new Random(seed);
        var tally = new Tally(Keywords);
        for (int batch = 0; batch < Batches || (batch < MostBatches && tally.Unseen.Count > 0); batch++)
        {
            RunBatch(random, tally);
        }

        TestContext.Current.TestOutputHelper!.WriteLine(tally.ToString());
        Assert.True(tally.Disagreements.Count == 0, $"{SeedVariable}={seed}\n{tally.Disagreements.Count} disagreements, of which the shortest are:\n{tally.Shortest}");
        Assert.InRange(tally.Valid + tally.Invalid, Batches * SchemasPerBatch * RequestsPerSchema, int.MaxValue);
        Assert.True(tally.Valid * 3 >= tally.Valid + tally.Invalid && tally.Invalid * 3 >= tally.Valid + tally.Invalid, tally.ToString());
        Assert.True(tally.Unseen.Count == 0, $"{SeedVariable}={seed}: nothing was refused for {string.Join(", ", tally.Unseen)}.");
    }

    private static void RunBatch(Random random, Tally tally)
    {
        var schemas = new RandomSchema(random);
        var text = new EdgeText(random);
        (string Slug, JsonObject Schema)[] batch = [.. Enumerable.Range(0, SchemasPerBatch).Select(index => ($"judged-{index.ToString(CultureInfo.InvariantCulture)}", schemas.Model()))];
        using var models = new GeneratedModels(TestProject.WithFiles([.. batch.Select(static model => new InMemoryFile($"/{model.Slug}.json", model.Schema.ToJsonString()))]));
        foreach ((string slug, JsonObject schema) in batch)
        {
            var judge = new SchemaJudge(schema.ToJsonString());
            var requests = new RandomRequest(random, schema);
            for (int i = 0; i < RequestsPerSchema; i++)
            {
                using var request = JsonDocument.Parse(text.Of(requests.Next()));
                IReadOnlyList<KlingViolation> judged = judge.Judge(request.RootElement);
                bool isValid = models.BySlug[slug].TryParse(request.RootElement, out _, out IReadOnlyList<KlingViolation> violations);
                tally.Count(schema, request.RootElement, judged, isValid, violations);
            }
        }
    }
}
