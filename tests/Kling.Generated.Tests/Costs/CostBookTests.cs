namespace Kling.Tests.Costs;

/// <summary>What the client learns from the cost of its jobs.</summary>
public sealed class CostBookTests
{
    private static readonly KlingCost Range = new() { Lowest = 1, Expected = 2, Highest = 9, Source = KlingCostSource.Range };
    private static readonly KlingCost Average = new() { Expected = 2, Source = KlingCostSource.Average };
    private static readonly KlingCost Rule = new() { Lowest = 3, Expected = 3, Highest = 3, Source = KlingCostSource.Rule };

    [Fact]
    public void Without_a_completed_job_the_schema_counts()
    {
        var book = new CostBook();

        Assert.Equal(Range, book.Estimate(new CostQuote("a", null, Range)));
        Assert.Equal([9, 2, 3, null], ((CostQuote[])[new("a", null, Range), new("a", null, Average), new("a", "k", Rule), new("a", null, KlingCost.Unknown)]).Select(book.Highest));
    }

    [Fact]
    public void Jobs_of_the_same_price_narrow_the_range_to_what_they_have_cost()
    {
        var book = new CostBook();
        book.Count("1", "a", "5 s", 1.5m);
        book.Count("2", "a", "5 s", 1.7m);
        book.Count("3", "a", "10 s", 3);

        Assert.Equal(
            new KlingCost { Lowest = 1.5m, Expected = 1.6m, Highest = 1.7m, Source = KlingCostSource.Learnt },
            book.Estimate(new CostQuote("a", "5 s", Range)));
        Assert.Equal(1.7m, book.Highest(new CostQuote("a", "5 s", Range)));
        Assert.Equal(9, book.Highest(new CostQuote("a", "15 s", Range)));
    }

    [Fact]
    public void Jobs_of_other_prices_move_the_expected_cost_and_only_widen_the_range()
    {
        var book = new CostBook();
        book.Count("1", "a", null, 4);
        book.Count("2", "a", null, 12);

        Assert.Equal(
            new KlingCost { Lowest = 1, Expected = 8, Highest = 12, Source = KlingCostSource.Learnt },
            book.Estimate(new CostQuote("a", null, Range)));
        Assert.Equal(Rule, book.Estimate(new CostQuote("a", "other", Rule)));
        Assert.Equal(Range, book.Estimate(new CostQuote("b", null, Range)));
    }

    [Fact]
    public void The_highest_cost_that_is_known_of_a_model_without_a_range_is_the_dearest_job_or_the_average()
    {
        var book = new CostBook();
        var quote = new CostQuote("a", null, Average);
        book.Count("1", "a", null, 1);
        Assert.Equal(2, book.Highest(quote));

        book.Count("2", "a", null, 5);
        Assert.Equal(5, book.Highest(quote));
        Assert.Equal(new KlingCost { Expected = 3, Source = KlingCostSource.Learnt }, book.Estimate(quote));
    }

    [Fact]
    public void Each_job_counts_once()
    {
        var book = new CostBook();
        book.Count("1", "a", null, 4);
        book.Count("1", "a", null, 8);
        book.Count("2", "a", null, null);

        Assert.Equal(4, book.Estimate(new CostQuote("a", null, Average)).Expected);
    }

    [Fact]
    public void The_price_depends_on_the_parameters_of_the_schema_and_on_no_other()
    {
        KlingModel model = KlingModel.FromSchema(
            "a",
            """{"x-cost":{"parameters":["mode"],"rule":{"per":"duration","rates":[{"usd":1}]}},"properties":{"mode":{"default":"pro"}}}""");

        Assert.Equal(Key(model, """{"duration":5,"mode":"pro","prompt":"A hill."}"""), Key(model, """{"prompt":"A lake.","duration":5}"""));
        Assert.NotEqual(Key(model, """{"duration":5}"""), Key(model, """{"duration":10}"""));
        Assert.NotEqual(Key(model, """{"duration":5}"""), Key(model, """{"duration":5,"mode":"std"}"""));
        Assert.False(KlingModel.FromSchema("b", """{"x-cost":{"range":[1,2]}}""").HasPriceParameters);
    }

    private static string Key(KlingModel model, string body)
    {
        using var json = System.Text.Json.JsonDocument.Parse(body);
        return model.PriceKey(json.RootElement);
    }
}
