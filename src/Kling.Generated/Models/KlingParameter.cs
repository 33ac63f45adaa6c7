using System.Text.Json;

namespace Kling;

/// <summary>One parameter of a model, as its schema describes it: for catalogues, command lines and forms.</summary>
public sealed record KlingParameter
{
    /// <summary>The name in the JSON: <c>cfg_scale</c>. Empty for the items of a list.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The JSON Schema type: <c>string</c>, <c>integer</c>, <c>number</c>, <c>boolean</c>, <c>array</c>, <c>object</c>;
    /// <see langword="null"/> if the schema does not give exactly one.
    /// </summary>
    public string? Type { get; init; }

    /// <summary>The schema's <c>format</c>, such as <c>uri</c>, or <see langword="null"/>.</summary>
    public string? Format { get; init; }

    /// <summary>What the parameter means; empty if the schema does not say.</summary>
    public string Description { get; init; } = "";

    /// <summary>Whether a request without the parameter is refused.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether the parameter is deprecated (<c>deprecated</c>).</summary>
    public bool IsDeprecated { get; init; }

    /// <summary>The value that the server uses if the parameter is not sent, or <see langword="null"/> if the schema gives none.</summary>
    public JsonElement? Default { get; init; }

    /// <summary>The allowed values, in the schema's order; empty if every value of the type is allowed.</summary>
    public IReadOnlyList<JsonElement> AllowedValues { get; init; } = [];

    /// <summary>The limits, by keyword, in the schema's order: <c>minimum</c> 0, <c>maxItems</c> 3.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonElement>> Limits { get; init; } = [];

    /// <summary>The items of a list; <see langword="null"/> if the parameter is not a list.</summary>
    public KlingParameter? Items { get; init; }

    /// <summary>The properties of an object, in the schema's order; empty if the parameter is not an object.</summary>
    public IReadOnlyList<KlingParameter> Properties { get; init; } = [];

    private IEnumerable<JsonElement> LimitValues => Limits.Select(static limit => limit.Value);

    /// <summary>Whether all properties of two parameters are equal, in the same order; JSON is compared by its value.</summary>
    /// <param name="other">The other parameter.</param>
    public bool Equals(KlingParameter? other) =>
        other is not null
        && (Name, Type, Format, Description, IsRequired, IsDeprecated)
            == (other.Name, other.Type, other.Format, other.Description, other.IsRequired, other.IsDeprecated)
        && JsonValueComparer<JsonElement?>.Default.Equals(Default, other.Default)
        && AllowedValues.SequenceEqual(other.AllowedValues, JsonElementComparer.Instance)
        && Limits.Select(static limit => limit.Key).SequenceEqual(other.Limits.Select(static limit => limit.Key))
        && LimitValues.SequenceEqual(other.LimitValues, JsonElementComparer.Instance)
        && Equals(Items, other.Items)
        && Properties.SequenceEqual(other.Properties);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Name, Type, Format, Description, IsRequired, AllowedValues.Count, Limits.Count, Properties.Count);
}
