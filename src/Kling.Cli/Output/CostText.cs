using System.Globalization;
using System.Text.Json;

namespace Kling.Cli;

/// <summary>Costs as they are shown, in US dollars.</summary>
internal static class CostText
{
    /// <summary>An amount with two decimals, and with a third only where it has one.</summary>
    public static string Amount(decimal amount) => amount.ToString("0.00#", CultureInfo.InvariantCulture);

    /// <summary>An amount: <c>1.84 USD</c>.</summary>
    public static string Usd(decimal amount) => Amount(amount) + " USD";

    /// <summary>A range: <c>0.63 to 5.25 USD</c>.</summary>
    public static string Range(decimal lowest, decimal highest) =>
        lowest == highest ? Usd(highest) : $"{Amount(lowest)} to {Usd(highest)}";

    /// <summary>The cost of a model's jobs: the average, and the range that its page states.</summary>
    public static string Of(KlingCost cost) =>
        (cost.Expected, cost.Lowest, cost.Highest) switch
        {
            ({ } expected, { } lowest, { } highest) when lowest < highest => $"{Usd(expected)} ({Range(lowest, highest)})",
            (_, { } lowest, { } highest) => Range(lowest, highest),
            ({ } expected, _, _) => Usd(expected),
            _ => "unknown",
        };

    /// <summary>Where the figures come from.</summary>
    public static string Source(KlingCostSource source) =>
        source switch
        {
            KlingCostSource.Average => "the average cost of the model's jobs; the highest is not known",
            KlingCostSource.Range => "the range that the model's page states",
            KlingCostSource.Rule => "the price list of the model's page",
            KlingCostSource.Learnt => "the cost of completed jobs",
            _ => "the schema states no cost",
        };

    /// <summary>The estimate as the member <c>cost_usd</c> of a document.</summary>
    public static void Write(Utf8JsonWriter writer, KlingCost cost)
    {
        writer.WriteStartObject("cost_usd");
        Write(writer, "lowest", cost.Lowest);
        Write(writer, "expected", cost.Expected);
        Write(writer, "highest", cost.Highest);
        writer.WriteString("source", cost.Source.ToString().ToLowerInvariant());
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, decimal? amount)
    {
        if (amount is { } known)
        {
            writer.WriteNumber(name, known);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
