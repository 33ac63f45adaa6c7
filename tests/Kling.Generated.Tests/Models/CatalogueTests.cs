using System.Text.Json;
using Kling.Models;

namespace Kling.Tests.Models;

/// <summary>The catalogue and the schema files say the same.</summary>
public sealed class CatalogueTests
{
    public static TheoryData<string> Slugs => Shipped.Slugs;

    [Fact]
    public void There_is_one_model_for_each_schema_file_in_the_order_of_the_slugs()
    {
        string[] files = [.. Directory.EnumerateFiles(SchemasFolder, "*.json")
            .Where(static path => !path.EndsWith(".schema.json", StringComparison.Ordinal))
            .Select(static path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal)];

        Assert.NotEmpty(files);
        Assert.Equal(files, KlingModels.All.Select(static model => model.Slug));
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_model_carries_its_schema_without_white_space(string slug)
    {
        string file = File.ReadAllText(Path.Combine(SchemasFolder, slug + ".json"));
        string schema = Shipped.Model(slug).Schema;

        Assert.True(JsonElement.DeepEquals(Shipped.Json(file), Shipped.Json(schema)));
        Assert.Equal(JsonSerializer.Serialize(Shipped.Json(schema)).Length, JsonSerializer.Serialize(Shipped.Json(file)).Length);
        Assert.DoesNotContain('\n', schema);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_model_describes_itself_as_its_schema_does(string slug)
    {
        KlingModel model = Shipped.Model(slug);
        JsonElement schema = Shipped.Schema(slug);

        Assert.Equal(SchemaNode.Text(schema, "title"), model.Title);
        Assert.Equal(SchemaNode.Text(schema, "description"), model.Description);
        Assert.Equal(SchemaNode.Text(schema, "x-output"), model.Output.ToString(), ignoreCase: true);
        Assert.Equal(SchemaNode.Text(schema, "x-status"), model.Status.ToString(), ignoreCase: true);
        Assert.Equal(SchemaNode.Text(schema, "x-source"), model.Source);
        Assert.Equal(SchemaNode.Decimal(schema, "x-typical-cost"), model.TypicalCost);
        Assert.Equal(SchemaNode.Decimal(schema, "x-typical-seconds"), (decimal?)model.TypicalDuration?.TotalSeconds);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void The_parameters_of_a_model_are_those_of_the_schema_in_their_order(string slug)
    {
        JsonElement schema = Shipped.Schema(slug);
        foreach ((KlingParameter parameter, JsonProperty property) in Shipped.Model(slug).Parameters.Zip(SchemaNode.Properties(schema)))
        {
            Assert.Equal(property.Name, parameter.Name);
            Assert.Equal(SchemaNode.Types(property.Value) is [var only] ? only : null, parameter.Type);
            Assert.Equal(SchemaNode.Text(property.Value, "format"), parameter.Format);
            Assert.Equal(SchemaNode.Text(property.Value, "description"), parameter.Description);
            Assert.Equal(SchemaNode.Required(schema).Contains(property.Name), parameter.IsRequired);
            Assert.Equal(property.Value.TryGetProperty("default", out JsonElement value) ? value.GetRawText() : null, parameter.Default?.GetRawText());
            Assert.Equal(
                property.Value.TryGetProperty("enum", out JsonElement allowed) ? allowed.EnumerateArray().Select(static one => one.GetRawText()) : [],
                parameter.AllowedValues.Select(static one => one.GetRawText()));
        }

        Assert.Equal(SchemaNode.Properties(schema).Count(), Shipped.Model(slug).Parameters.Count);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_request_knows_its_model_and_the_model_its_request(string slug)
    {
        KlingModel model = Shipped.Model(slug);
        var request = (IKlingRequest)Shipped.Read(slug, Minimal.Body(slug).ToJsonString()).Value;

        Assert.Same(model, request.Model);
        Assert.Same(model, model.RequestType!.GetProperty("Model")!.GetValue(null));
        Assert.Equal(model.RequestType, request.GetType());
    }

    private static string SchemasFolder => Path.Combine(Shipped.RepositoryRoot, "schemas");
}
