using System.Text.Json;

namespace Kling;

/// <summary>The model that replaces another one (<c>x-replaced-by</c>).</summary>
public sealed class KlingReplacement
{
    private KlingReplacement(string slug, IReadOnlyList<KlingReplacedParameter> parameters) => (Slug, Parameters) = (slug, parameters);

    /// <summary>The successor's name in the API's URLs.</summary>
    public string Slug { get; }

    /// <summary>The parameters that differ in the successor. All others have the same name and the same values there.</summary>
    public IReadOnlyList<KlingReplacedParameter> Parameters { get; }

    /// <summary>The slug of the successor.</summary>
    public override string ToString() => Slug;

    /// <summary>What the schema says; what it does not say correctly is ignored, because the generator reports it.</summary>
    internal static KlingReplacement? Read(JsonElement? keyword) =>
        keyword switch
        {
            { ValueKind: JsonValueKind.String } slug when slug.GetString() is { Length: > 0 } text => new KlingReplacement(text, []),
            { ValueKind: JsonValueKind.Object } successor when Text(successor, "model") is { Length: > 0 } slug => new KlingReplacement(
                slug,
                successor.TryGetProperty("parameters", out JsonElement parameters) && parameters.ValueKind is JsonValueKind.Object
                    ? [.. parameters.EnumerateObject().Select(Parameter).OfType<KlingReplacedParameter>()]
                    : []
            ),
            _ => null,
        };

    private static KlingReplacedParameter? Parameter(JsonProperty parameter) =>
        parameter.Value.ValueKind switch
        {
            JsonValueKind.Null => new KlingReplacedParameter(parameter.Name, null, []),
            JsonValueKind.String => new KlingReplacedParameter(parameter.Name, parameter.Value.GetString(), []),
            JsonValueKind.Object => new KlingReplacedParameter(
                parameter.Name,
                Text(parameter.Value, "name") ?? parameter.Name,
                parameter.Value.TryGetProperty("values", out JsonElement values) && values.ValueKind is JsonValueKind.Object
                    ? [.. values.EnumerateObject().Select(static value => KeyValuePair.Create(value.Name, value.Value))]
                    : []
            ),
            _ => null,
        };

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement text) && text.ValueKind is JsonValueKind.String ? text.GetString() : null;
}
