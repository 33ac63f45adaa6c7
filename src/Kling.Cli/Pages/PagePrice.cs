using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kling.Cli;

/// <summary>
/// The price that a page states in US dollars: <c>$0.630 - $5.25 per generation</c> (a range), <c>$0.035 per generation</c> (fixed), or
/// <c>~$0.912</c> (an average).
/// </summary>
/// <param name="Average">The average cost of a job; a fixed price is its own average. <see langword="null"/> for a range.</param>
/// <param name="Range">The lowest and the highest cost, or <see langword="null"/> for an average.</param>
internal sealed partial record PagePrice(decimal? Average, (decimal Lowest, decimal Highest)? Range)
{
    /// <summary>Reads a line that states a price and nothing else.</summary>
    public static PagePrice? Read(string text)
    {
        if (Fixed().Match(text) is { Success: true } match && Number(match.Groups["low"].Value) is { } low)
        {
            bool isRange = match.Groups["high"].Success;
            return (isRange ? Number(match.Groups["high"].Value) : low) is { } high && low <= high
                ? new PagePrice(isRange ? null : low, (low, high))
                : null;
        }

        return Estimated().Match(text) is { Success: true } about && Number(about.Groups[1].Value) is { } average
            ? new PagePrice(average, null)
            : null;
    }

    /// <summary>Writes what is known into a schema.</summary>
    public void WriteTo(JsonObject schema)
    {
        if (Average is { } average)
        {
            schema["x-typical-cost"] = Node(average);
        }

        if (Range is var (lowest, highest))
        {
            schema["x-cost"] = new JsonObject { ["range"] = new JsonArray(Node(lowest), Node(highest)) };
        }
    }

    private static JsonNode Node(decimal number) =>
        JsonNode.Parse(number.ToString("0.############################", CultureInfo.InvariantCulture))!;

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) && number < 1_000_000
            ? number
            : null;

    [GeneratedRegex(
        @"^\$(?<low>[0-9]+(\.[0-9]+)?)( ?[-\u2010-\u2015\u2212] ?\$(?<high>[0-9]+(\.[0-9]+)?))? per generation$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Fixed();

    [GeneratedRegex(@"^~\$([0-9]+(?:\.[0-9]+)?)(?: per generation)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Estimated();
}
