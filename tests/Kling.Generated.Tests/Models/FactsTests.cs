using System.Globalization;
using System.Text.Json;

namespace Kling.Tests.Models;

/// <summary>The shipped schemas say what the models' pages say: names, types, required parameters, defaults, values and limits.</summary>
public sealed class FactsTests
{
    // The page gives these a list of values that is cut off, so they are examples and not the only values allowed.
    private static readonly HashSet<(string, string)> Open = [("kling-3-image2image", "resolution"), ("kling-3-text2image", "resolution")];

    // The page's own example is no URI.
    private static readonly HashSet<(string, string)> WithoutFormat = [("kling-o1-video-to-video-edit", "video_url")];

    // The page's default, an empty string, is not among the page's values.
    private static readonly HashSet<(string, string)> WithEmptyValue = [("kling-text2video", "camera_control_config")];

    // The page says string and describes a list.
    private static readonly HashSet<(string, string)> Contradictory =
    [
        ("kling-o1-reference-image-to-video", "elements"),
        ("kling-o1-video-to-video-edit", "elements"),
        ("kling-o1-video-to-video-reference", "elements"),
    ];

    public static TheoryData<string> Slugs => [.. ModelFacts.Slugs];

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_model_has_the_title_output_status_time_and_cost_of_its_page(string slug)
    {
        JsonElement facts = ModelFacts.Of(slug);
        JsonElement schema = Shipped.Schema(slug);
        decimal cost = facts.GetProperty("average_cost_usd").GetDecimal();
        JsonElement seconds = facts.GetProperty(facts.GetProperty("typical_seconds").ValueKind is JsonValueKind.Null ? "catalogue_seconds" : "typical_seconds");

        Assert.Equal(facts.GetProperty("title").GetString(), SchemaNode.Text(schema, "title"));
        Assert.Equal(facts.GetProperty("output").GetString(), SchemaNode.Text(schema, "x-output"));
        Assert.Equal(facts.GetProperty("status").GetString(), SchemaNode.Text(schema, "x-status"));
        Assert.Equal(decimal.Round(seconds.GetDecimal(), 2), SchemaNode.Decimal(schema, "x-typical-seconds"));
        Assert.Equal(decimal.Round(cost, cost < 0.1m ? 3 : 2), SchemaNode.Decimal(schema, "x-typical-cost"));
        Assert.Equal(
            Numbers(facts.GetProperty("cost_range_usd")),
            schema.TryGetProperty("x-cost", out JsonElement range) ? Numbers(range.GetProperty("range")) : []);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_model_has_the_parameters_of_its_page(string slug) =>
        Compare(slug, ModelFacts.Of(slug).GetProperty("parameters"), Shipped.Schema(slug));

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_prompt_refers_to_lists_as_its_page_says(string slug)
    {
        JsonElement schema = Shipped.Schema(slug);
        foreach (JsonElement fact in ModelFacts.Of(slug).GetProperty("parameters").EnumerateArray().Where(static fact => Text(fact, "type") == "string" && Text(fact, "markers") is not null))
        {
            JsonElement described = schema.GetProperty("properties").GetProperty(Text(fact, "name")!);
            string[] references = described.TryGetProperty("x-references", out JsonElement list)
                ? [.. list.EnumerateArray().Select(static one => $"{one.GetProperty("marker")} -> {one.GetProperty("list")}")]
                : [];

            Assert.Empty(Text(fact, "markers")!.Split("; ").Where(marker => IsList(schema, marker)).Except(references));
        }
    }

    // Only a list has numbered items.
    private static bool IsList(JsonElement schema, string marker) =>
        marker.Contains("{n}", StringComparison.Ordinal)
        && SchemaNode.Types(schema.GetProperty("properties").GetProperty(marker.Split(" -> ")[1])) is ["array"];

    private static void Compare(string slug, JsonElement facts, JsonElement schema)
    {
        Assert.Equal(facts.EnumerateArray().Select(static fact => Text(fact, "name")), SchemaNode.Properties(schema).Select(static property => property.Name));
        Assert.Equal(
            facts.EnumerateArray().Where(static fact => IsTrue(fact, "required")).Select(static fact => Text(fact, "name")),
            SchemaNode.Required(schema));
        foreach (JsonElement fact in facts.EnumerateArray())
        {
            Compare(slug, fact, schema.GetProperty("properties").GetProperty(Text(fact, "name")!), IsTrue(fact, "required"));
        }
    }

    private static void Compare(string slug, JsonElement fact, JsonElement schema, bool isRequired)
    {
        (string, string) place = (slug, Text(fact, "name")!);
        if (Contradictory.Contains(place))
        {
            Assert.Equal(["array", "string", "null"], SchemaNode.Alternatives(schema).SelectMany(SchemaNode.Types));
            return;
        }

        Assert.Equal(Type(fact), Type(schema, SchemaNode.Types(schema)));
        Assert.Equal(WithoutFormat.Contains(place) ? null : Text(fact, "format"), SchemaNode.Text(schema, "format"));

        // A required parameter is always sent, so that its default on the page is an example.
        bool hasDefault = IsTrue(fact, "has_default") && !isRequired;
        Assert.Equal(hasDefault ? Raw(fact, "default") : null, Raw(schema, "default"));
        Assert.Equal(Values(fact, place), Raw(schema, Open.Contains(place) ? "examples" : "enum"));
        Assert.Equal(
            (Raw(fact, "minimum"), Raw(fact, "maximum"), Raw(fact, "max_items"), Raw(fact, "max_length")),
            (Raw(schema, "minimum"), Raw(schema, "maximum"), Raw(schema, "maxItems"), Raw(schema, "maxLength")));
        if (fact.GetProperty("items").ValueKind is JsonValueKind.Array)
        {
            Compare(slug, fact.GetProperty("items"), schema.GetProperty("items"));
        }
    }

    /// <summary>The values that the page allows, with an empty one before them where it is the default.</summary>
    private static string? Values(JsonElement fact, (string, string) place) =>
        Raw(fact, "enum") is { } values && WithEmptyValue.Contains(place) ? values.Replace("[", "[\"\",", StringComparison.Ordinal) : Raw(fact, "enum");

    private static string Type(JsonElement fact) => Text(fact, "type") ?? "integer or string";

    private static string Type(JsonElement schema, string[] types) => types switch
    {
        ["array"] => Type(schema.GetProperty("items"), SchemaNode.Types(schema.GetProperty("items"))) + "[]",
        [var only] => only,
        _ => string.Join(" or ", SchemaNode.Alternatives(schema).SelectMany(SchemaNode.Types)),
    };

    // Where a page could not be read, this is null.
    private static bool IsTrue(JsonElement fact, string name) => fact.GetProperty(name).ValueKind is JsonValueKind.True;

    private static string? Text(JsonElement fact, string name) => fact.GetProperty(name).GetString();

    private static string? Raw(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind is not JsonValueKind.Null ? JsonSerializer.Serialize(value) : null;

    private static IEnumerable<decimal> Numbers(JsonElement list) =>
        list.ValueKind is JsonValueKind.Array ? list.EnumerateArray().Select(static one => decimal.Parse(one.GetRawText(), CultureInfo.InvariantCulture)) : [];
}
