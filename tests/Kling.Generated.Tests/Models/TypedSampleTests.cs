using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling.Tests.Models;

/// <summary>The request that a model's page shows can be written in typed code, and is sent as the page has it.</summary>
public sealed class TypedSampleTests
{
    public static TheoryData<string> Slugs => [.. TypedSamples.All.Select(static sample => sample.Model.Slug)];

    [Theory]
    [MemberData(nameof(Slugs))]
    public void The_sample_of_a_page_can_be_written_in_typed_code(string slug)
    {
        JsonObject page = JsonNode.Parse(ModelFacts.Of(slug).GetProperty("sample_payload").GetRawText())!.AsObject();
        foreach ((_, string name, string? onThePage, string inCode) in TypedSamples.Exceptions.Where(one => one.Slug == slug))
        {
            Assert.Equal(onThePage, page[name]?.ToJsonString());
            page[name] = JsonNode.Parse(inCode);
        }

        IKlingRequest sample = TypedSamples.All.Single(one => one.Model.Slug == slug);

        Assert.Empty(sample.Validate());
        Assert.True(JsonElement.DeepEquals(Shipped.Json(page.ToJsonString()), Shipped.Json(sample.ToJson())), $"{page.ToJsonString()} on the page\n{sample.ToJson()} in code");
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_sample_survives_a_round_trip(string slug)
    {
        IKlingRequest sample = TypedSamples.All.Single(one => one.Model.Slug == slug);

        Assert.Equal(sample, Shipped.Read(slug, sample.ToJson()).Value);
    }
}
