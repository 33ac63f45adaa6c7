using System.Globalization;
using System.Text.Json;

namespace Kling;

/// <summary>
/// A price list (<c>rule</c> of <c>x-cost</c>): the first rate whose conditions hold, times the value of one parameter.
/// </summary>
internal sealed class CostRule
{
    private readonly string? _per;
    private readonly Rate[] _rates;

    private CostRule(string? per, Rate[] rates) => (_per, _rates) = (per, rates);

    /// <summary>The parameters that the price depends on.</summary>
    public IEnumerable<string> Parameters =>
        _rates.SelectMany(static rate => rate.Conditions.Select(static condition => condition.Name)).Concat(_per is null ? [] : [_per]);

    public static CostRule? Read(JsonElement? rule)
    {
        if (rule is not { } json || CostTerms.Member(json, "rates") is not { ValueKind: JsonValueKind.Array } rates)
        {
            return null;
        }

        Rate?[] read = [.. rates.EnumerateArray().Select(Rate.Read)];
        JsonElement? per = CostTerms.Member(json, "per");
        return read.Contains(null) || per is { ValueKind: not JsonValueKind.String }
            ? null
            : new CostRule(per?.GetString(), [.. read.Select(static rate => rate!)]);
    }

    /// <summary>The price in US dollars, or <see langword="null"/> if the list has none for these values.</summary>
    /// <param name="value">The value of a parameter.</param>
    public decimal? Price(Func<string, JsonElement?> value)
    {
        if (_rates.FirstOrDefault(rate => rate.Holds(value)) is not { } rate)
        {
            return null;
        }

        try
        {
            return _per is null ? rate.Usd
                : value(_per) is { } per ? Amount(per) * rate.Usd
                : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>A number, a number in a string, or the number of items of a list.</summary>
    private static decimal? Amount(JsonElement per) =>
        per.ValueKind switch
        {
            JsonValueKind.Number => CostTerms.Number(per),
            JsonValueKind.String => decimal.TryParse(per.GetString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
                ? number
                : null,
            JsonValueKind.Array => per.GetArrayLength(),
            _ => null,
        };

    private sealed record Rate(decimal Usd, (string Name, JsonElement Allowed)[] Conditions)
    {
        public static Rate? Read(JsonElement rate)
        {
            if (CostTerms.Member(rate, "usd") is not { } usd || CostTerms.Number(usd) is not { } price)
            {
                return null;
            }

            return CostTerms.Member(rate, "when") is not { } when ? new Rate(price, [])
                : when.ValueKind is not JsonValueKind.Object ? null
                : new Rate(price, [.. when.EnumerateObject().Select(static condition => (condition.Name, condition.Value))]);
        }

        public bool Holds(Func<string, JsonElement?> value) =>
            Conditions.All(condition => value(condition.Name) is { } given && IsAmong(given, condition.Allowed));

        private static bool IsAmong(JsonElement given, JsonElement allowed) =>
            allowed.ValueKind is JsonValueKind.Array
                ? allowed.EnumerateArray().Any(other => AreEqual(given, other))
                : AreEqual(given, allowed);

        private static bool AreEqual(JsonElement given, JsonElement other) =>
            given.ValueKind == other.ValueKind
            && given.ValueKind switch
            {
                JsonValueKind.String => other.ValueEquals(given.GetString()),
                JsonValueKind.Number => given.TryGetDecimal(out decimal left) && other.TryGetDecimal(out decimal right) && left == right,
                JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null => true,
                _ => false,
            };
    }
}
