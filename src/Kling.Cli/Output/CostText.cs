using System.Globalization;
using System.Text.Json;

namespace Kling.Cli;

/// <summary>Costs as they are shown, in US dollars.</summary>
internal static class CostText
{
    /// <summary>An amount with two decimals, and with more only where it has more.</summary>
    public static string Amount(decimal amount) => amount.ToString("0.00##", CultureInfo.InvariantCulture);

    /// <summary>An amount: <c>1.84 USD</c>.</summary>
    public static string Usd(decimal amount) => Amount(amount) + " USD";

    /// <summary>A range: <c>0.63 to 5.25 USD</c>.</summary>
    public static string Range(decimal lowest, decimal highest) =>
        lowest == highest ? Usd(highest) : $"{Amount(lowest)} to {Usd(highest)}";

    /// <summary>The estimate as the member <c>cost_usd</c> of a document.</summary>
    public static void Write(Utf8JsonWriter writer, KlingCost cost)
    {
        writer.WriteStartObject("cost_usd");
        ModelJson.WriteNumber(writer, "lowest", cost.Lowest);
        ModelJson.WriteNumber(writer, "expected", cost.Expected);
        ModelJson.WriteNumber(writer, "highest", cost.Highest);
        writer.WriteString("source", cost.Source.ToString().ToLowerInvariant());
        writer.WriteEndObject();
    }
}
