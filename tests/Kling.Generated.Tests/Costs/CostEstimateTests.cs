using System.Text.Json;
using Kling.Models;

namespace Kling.Tests.Costs;

/// <summary>What a schema states of a job's cost, for the parameters of one request.</summary>
public sealed class CostEstimateTests
{
    private const string Rule =
        """
        {"type":"object","x-typical-cost":1.5,"x-cost":{"range":[0.5,9],"rule":{"per":"duration","rates":[
          {"when":{"mode":"std","sound":false},"usd":0.168},{"when":{"mode":["std","fast"]},"usd":0.21},{"when":{"mode":"pro"},"usd":0.28}]}},
         "properties":{"duration":{"type":"string","default":"5"},"mode":{"type":"string","default":"pro"},"sound":{"type":"boolean","default":true}}}
        """;

    [Theory]
    [InlineData("""{"x-cost":{"range":[0.63,5.25]},"x-typical-cost":1.84}""", "about 1.84 USD, 0.63 to 5.25 USD (range)")]
    [InlineData("""{"x-cost":{"range":[0.63,5.25]}}""", "0.63 to 5.25 USD (range)")]
    [InlineData("""{"x-cost":{"range":[0.035,0.035]},"x-typical-cost":0.03}""", "0.035 USD (range)")]
    [InlineData("""{"x-typical-cost":1.84}""", "about 1.84 USD (average)")]
    [InlineData("""{"x-typical-cost":0}""", "about 0.00 USD (average)")]
    [InlineData("""{}""", "unknown")]
    [InlineData("""{"x-cost":{"range":[5,1]}}""", "unknown")]
    [InlineData("""{"x-cost":{"range":[-1,1]}}""", "unknown")]
    [InlineData("""{"x-cost":{"range":["1",2]}}""", "unknown")]
    [InlineData("""{"x-cost":[1,2],"x-typical-cost":"1"}""", "unknown")]
    [InlineData("""{"x-cost":{"rule":{"rates":[]}},"x-typical-cost":2}""", "about 2.00 USD (average)")]
    public void Figures_that_the_schema_does_not_state_are_not_made_up(string schema, string estimate) =>
        Assert.Equal(estimate, Estimate(schema, "{}").ToString());

    [Theory]
    [InlineData("{}", "1.40 USD (rule)")]
    [InlineData("""{"duration":"10"}""", "2.80 USD (rule)")]
    [InlineData("""{"duration":10,"mode":"std"}""", "2.10 USD (rule)")]
    [InlineData("""{"duration":"7.5","mode":"fast"}""", "1.575 USD (rule)")]
    [InlineData("""{"mode":"std","sound":false}""", "0.84 USD (rule)")]
    [InlineData("""{"mode":"master"}""", "about 1.50 USD, 0.50 to 9.00 USD (range)")]
    [InlineData("""{"duration":"long"}""", "about 1.50 USD, 0.50 to 9.00 USD (range)")]
    [InlineData("""{"duration":null}""", "about 1.50 USD, 0.50 to 9.00 USD (range)")]
    [InlineData("""{"duration":[1,2,3]}""", "0.84 USD (rule)")]
    [InlineData("""{"duration":-5}""", "about 1.50 USD, 0.50 to 9.00 USD (range)")]
    [InlineData("""{"duration":"79228162514264337593543950335"}""", "22183885503994014526192306094.00 USD (rule)")]
    public void The_first_rate_whose_conditions_hold_is_multiplied_by_the_parameter(string body, string estimate) =>
        Assert.Equal(estimate, Estimate(Rule, body).ToString());

    [Fact]
    public void A_price_too_large_for_a_decimal_is_no_price() =>
        Assert.Equal("unknown", Estimate(
            """{"x-cost":{"rule":{"per":"n","rates":[{"usd":1000}]}}}""",
            """{"n":79228162514264337593543950335}""").ToString());

    [Fact]
    public void A_rule_without_a_parameter_is_the_price_of_a_job() =>
        Assert.Equal("0.04 USD (rule)", Estimate("""{"x-cost":{"rule":{"rates":[{"usd":0.04}]}}}""", "{}").ToString());

    [Fact]
    public void A_typed_request_is_estimated_with_its_defaults()
    {
        var request = new KlingO3Image2VideoRequest { ImageUrl = new Uri("https://example.com/a.png"), Prompt = "A hill." };

        Assert.Equal(KlingO3Image2VideoRequest.Model.Cost, request.EstimateCost());
        Assert.Equal(new KlingCost { Lowest = 0.63m, Expected = 1.84m, Highest = 5.25m, Source = KlingCostSource.Range }, request.EstimateCost());
    }

    private static KlingCost Estimate(string schema, string body)
    {
        using var json = JsonDocument.Parse(body);
        return KlingModel.FromSchema("test-model", schema).EstimateCost(json.RootElement);
    }
}
