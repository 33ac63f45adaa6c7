using System.ComponentModel;
using System.Globalization;
using System.Text.Json;

namespace Kling.CompilerServices;

/// <summary>
/// Collects violations; generated code calls its checks. A check does not have the path: the caller adds the path of the checked value
/// afterwards (<see cref="Nest(string, int)"/>), so that a valid request is validated without an allocation.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public partial struct KlingValidation
{
    private List<KlingViolation>? _violations;

    /// <summary>How many violations there are so far.</summary>
    public readonly int Count => _violations?.Count ?? 0;

    /// <summary>The violations so far, in the order in which they were found.</summary>
    public readonly IReadOnlyList<KlingViolation> Violations => (IReadOnlyList<KlingViolation>?)_violations ?? [];

    /// <summary>Adds a violation at the value that is being checked.</summary>
    /// <param name="keyword">The JSON Schema keyword.</param>
    /// <param name="limit">What is allowed, as JSON text.</param>
    /// <param name="actual">The actual value, in the unit of the limit.</param>
    /// <param name="message">The message, a sentence.</param>
    public void Report(string keyword, string? limit, string? actual, string message) =>
        (_violations ??= []).Add(new KlingViolation("", keyword, limit, actual, message));

    /// <summary>Puts a property's name in front of the path of each violation that was added after a count.</summary>
    /// <param name="name">The property's name in the JSON.</param>
    /// <param name="since">The count before the property was checked.</param>
    /// <returns>The current count: the violations of the next property are added after it.</returns>
    public readonly int Nest(string name, int since)
    {
        if (_violations is null || _violations.Count == since)
        {
            return since;
        }

        // RFC 6901: '~' and '/' are escaped inside a reference token.
        string token = name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
        for (int i = since; i < _violations.Count; i++)
        {
            _violations[i] = _violations[i] with { Path = $"/{token}{_violations[i].Path}" };
        }

        return _violations.Count;
    }

    /// <summary>Puts an item's index in front of the path of each violation that was added after a count.</summary>
    /// <param name="index">The item's index.</param>
    /// <param name="since">The count before the item was checked.</param>
    /// <returns>The current count: the violations of the next item are added after it.</returns>
    public readonly int Nest(int index, int since) => Count == since ? since : Nest(index.ToString(CultureInfo.InvariantCulture), since);

    /// <summary><c>required</c>: the value was left out.</summary>
    internal void Missing() => Report("required", limit: null, actual: null, "A value is required.");

    /// <summary>An additional parameter has the name of a declared one.</summary>
    /// <param name="name">The name.</param>
    internal void DeclaredTwice(string name)
    {
        int since = Count;
        Report(
            "additionalProperties",
            limit: null,
            actual: null,
            $"'{name}' is a declared parameter. Assign its property instead of adding it to the additional parameters."
        );
        _ = Nest(name, since);
    }

    /// <summary><c>additionalProperties: false</c>: only declared parameters are allowed.</summary>
    /// <param name="parameters">The additional parameters.</param>
    internal void NoAdditionalParameters(KlingJsonObject parameters)
    {
        foreach (string name in parameters.Keys)
        {
            int since = Count;
            Report(
                "additionalProperties",
                "false",
                actual: null,
                $"'{name}' is not a declared parameter, and the schema allows no others."
            );
            _ = Nest(name, since);
        }
    }

    internal void ReportEnum(string actual, JsonElement allowed) =>
        Report("enum", $"[{string.Join(",", allowed.EnumerateArray().Select(JsonText.Raw))}]", actual, NotAllowed(actual, allowed));

    /// <summary>A sentence that names the first allowed values, and says how many more there are.</summary>
    internal static string NotAllowed(string actual, JsonElement allowed)
    {
        const int Most = 10;
        int more = allowed.GetArrayLength() - Most;
        string first = string.Join(", ", allowed.EnumerateArray().Take(Most).Select(static value => JsonText.Cut(JsonText.Raw(value))));
        return $"{Capitalise(actual)} is not allowed. Allowed values: {first}{(more > 0 ? $" and {Text(more)} more" : "")}.";
    }

    internal void ReportType(string expected, string actual) =>
        Report("type", expected, actual, $"{Capitalise(expected)} is expected, but this is {actual}.");

    private static string Capitalise(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
