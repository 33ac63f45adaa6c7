using System.Text.Json;

namespace Kling;

/// <summary>A parameter that differs in the model's successor (<c>x-replaced-by</c>).</summary>
public sealed class KlingReplacedParameter
{
    internal KlingReplacedParameter(string name, string? successor, IReadOnlyList<KeyValuePair<string, JsonElement>> values) =>
        (Name, Successor, Values) = (name, successor, values);

    /// <summary>The parameter's name in the JSON.</summary>
    public string Name { get; }

    /// <summary>Its name in the successor's JSON, or <see langword="null"/> if the successor has no such parameter.</summary>
    public string? Successor { get; }

    /// <summary>
    /// The values that are written differently for the successor: the content of a string, or a number, <c>true</c> or <c>false</c> as JSON,
    /// with the value to send instead.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, JsonElement>> Values { get; }
}
