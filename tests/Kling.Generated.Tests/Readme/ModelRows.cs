using System.Globalization;
using System.Text.Json;

namespace Kling.Tests.Readme;

/// <summary>The rows of the README's table of models.</summary>
internal static class ModelRows
{
    public static string[] Header { get; } = ["model", "request type", "output", "status", "typical time", "average cost", "cost range"];

    public static string[] Of(KlingModel model) =>
    [
        model.Slug,
        model.RequestType!.Name,
        model.Output.ToString().ToLowerInvariant(),
        model.Status.ToString().ToLowerInvariant(),
        string.Create(CultureInfo.InvariantCulture, $"{model.TypicalDuration!.Value.TotalSeconds:0} s"),
        string.Create(CultureInfo.InvariantCulture, $"{model.TypicalCost:0.00#} USD"),
        Range(model),
    ];

    private static string Range(KlingModel model)
    {
        using var schema = JsonDocument.Parse(model.Schema);
        decimal[] range = schema.RootElement.TryGetProperty("x-cost", out JsonElement cost)
            ? [.. cost.GetProperty("range").EnumerateArray().Select(static one => one.GetDecimal())]
            : [];
        return range is [var lowest, var highest]
            ? string.Join(" to ", new[] { lowest, highest }.Distinct().Select(static one => one.ToString("0.00#", CultureInfo.InvariantCulture))) + " USD"
            : "unknown";
    }
}
