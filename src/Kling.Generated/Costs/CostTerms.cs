using System.Text;
using System.Text.Json;

namespace Kling;

/// <summary>
/// What a schema states of a job's cost: <c>x-typical-cost</c> and <c>x-cost</c>. What cannot be used there is left out; the generator
/// reports it.
/// </summary>
internal sealed class CostTerms
{
    private readonly CostRule? _rule;
    private readonly string[] _parameters;
    private readonly JsonElement _properties;

    private CostTerms(decimal? average, JsonElement terms, JsonElement properties)
    {
        _properties = properties;
        _rule = CostRule.Read(Member(terms, "rule"));
        IEnumerable<string> named = Member(terms, "parameters") is { ValueKind: JsonValueKind.Array } names
            ? names.EnumerateArray().Where(static name => name.ValueKind is JsonValueKind.String).Select(static name => name.GetString()!)
            : [];
        _parameters = [.. named.Concat(_rule?.Parameters ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Stated = Range(Member(terms, "range"), average) ?? Average(average);
    }

    /// <summary>What a job costs, whatever its parameters are.</summary>
    public KlingCost Stated { get; }

    public bool HasParameters => _parameters.Length > 0;

    public static CostTerms Read(decimal? average, JsonElement? terms, JsonElement? properties) =>
        new(average is >= 0 ? average : null, terms ?? default, properties ?? default);

    /// <summary>The values of the parameters that decide the price, as one text.</summary>
    public string Key(JsonElement body)
    {
        var key = new StringBuilder();
        foreach (string parameter in _parameters)
        {
            _ = key.Append(parameter).Append('=').Append(Value(body, parameter)?.GetRawText()).Append('\n');
        }

        return key.ToString();
    }

    public KlingCost Estimate(JsonElement body)
    {
        if (_rule?.Price(parameter => Value(body, parameter)) is { } price)
        {
            return new KlingCost
            {
                Lowest = price,
                Expected = price,
                Highest = price,
                Source = KlingCostSource.Rule,
            };
        }

        return Stated;
    }

    private static KlingCost? Range(JsonElement? range, decimal? average) =>
        range is { ValueKind: JsonValueKind.Array } bounds
        && bounds.GetArrayLength() == 2
        && Number(bounds[0]) is { } lowest
        && Number(bounds[1]) is { } highest
        && lowest <= highest
            ? new KlingCost
            {
                Lowest = lowest,
                Expected = lowest == highest ? highest : average,
                Highest = highest,
                Source = KlingCostSource.Range,
            }
            : null;

    private static KlingCost Average(decimal? average) =>
        average is null ? KlingCost.Unknown : new KlingCost { Expected = average, Source = KlingCostSource.Average };

    /// <summary>The value that the server uses: the one that is sent, or the default.</summary>
    private JsonElement? Value(JsonElement body, string parameter) =>
        Member(body, parameter) ?? (Member(_properties, parameter) is { } schema ? Member(schema, "default") : null);

    internal static JsonElement? Member(JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out JsonElement value) ? value : null;

    internal static decimal? Number(JsonElement json) =>
        json.ValueKind is JsonValueKind.Number && json.TryGetDecimal(out decimal number) && number >= 0 ? number : null;
}
