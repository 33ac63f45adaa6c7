using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling;

/// <summary>
/// An immutable JSON object with any properties. Two objects are equal if they contain the same JSON. A
/// <see cref="JsonObject"/> converts to it: <c>AdditionalParameters = new JsonObject { ["camera"] = "dolly" }</c>.
/// </summary>
public sealed class KlingJsonObject : IReadOnlyDictionary<string, JsonElement>, IEquatable<KlingJsonObject>
{
    private readonly KeyValuePair<string, JsonElement>[] _members;

    private KlingJsonObject(KeyValuePair<string, JsonElement>[] members) => _members = members;

    /// <summary>The object without properties.</summary>
    public static KlingJsonObject Empty { get; } = new([]);

    /// <summary>The number of properties.</summary>
    public int Count => _members.Length;

    /// <summary>The names of the properties, in their order.</summary>
    public IEnumerable<string> Keys => _members.Select(static member => member.Key);

    /// <summary>The values of the properties, in their order.</summary>
    public IEnumerable<JsonElement> Values => _members.Select(static member => member.Value);

    /// <summary>The value of a property.</summary>
    /// <param name="key">The property's name.</param>
    /// <exception cref="KeyNotFoundException">There is no such property.</exception>
    public JsonElement this[string key] =>
        TryGetValue(key, out JsonElement value) ? value : throw new KeyNotFoundException($"The JSON object has no property '{key}'.");

    /// <summary>Copies the properties of a mutable JSON object.</summary>
    /// <param name="json">The object, or <see langword="null"/>, which is converted to <see langword="null"/>.</param>
    [return: NotNullIfNotNull(nameof(json))]
    public static implicit operator KlingJsonObject?(JsonObject? json)
    {
        if (json is null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(json.ToJsonString());
        return From(document.RootElement.EnumerateObject().Select(static member => KeyValuePair.Create(member.Name, member.Value)));
    }

    /// <summary>Whether two objects contain the same JSON.</summary>
    /// <param name="left">One object.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(KlingJsonObject? left, KlingJsonObject? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two objects differ.</summary>
    /// <param name="left">One object.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(KlingJsonObject? left, KlingJsonObject? right) => !(left == right);

    /// <summary>Creates an object with the given properties. If a name is duplicated, its last value is used.</summary>
    /// <param name="members">The properties; the values are copied, so their document may be disposed.</param>
    /// <exception cref="ArgumentException"> A value is not JSON (<c>default(JsonElement)</c>), or a text in it is not valid Unicode: half
    /// of a surrogate pair is missing.
    /// </exception>
    public static KlingJsonObject From(IEnumerable<KeyValuePair<string, JsonElement>> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        KlingJsonObject kept = OfLast(members);
        foreach ((string name, JsonElement value) in kept._members)
        {
            CheckText(name, value);
        }

        return kept;
    }

    /// <summary>Returns a copy in which one property is added or has another value.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">As for <see cref="From"/>.</exception>
    public KlingJsonObject With(string name, JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(name);
        return From(_members.Append(KeyValuePair.Create(name, value)));
    }

    /// <summary>Returns a copy in which one property is added or has another value.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="value">The value; <see langword="null"/> is JSON's null.</param>
    public KlingJsonObject With(string name, JsonNode? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        using var document = JsonDocument.Parse(value?.ToJsonString() ?? "null");
        return With(name, document.RootElement);
    }

    /// <summary>Returns a copy without one property.</summary>
    /// <param name="name">The property's name. If there is no such property, the object itself is returned.</param>
    public KlingJsonObject Without(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ContainsKey(name) ? From(_members.Where(member => member.Key != name)) : this;
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(string key, out JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(key);
        foreach (KeyValuePair<string, JsonElement> member in _members)
        {
            if (member.Key == key)
            {
                value = member.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>Writes the properties into an object that the caller has started.</summary>
    /// <param name="writer">Where to write.</param>
    public void WriteMembersTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        foreach (KeyValuePair<string, JsonElement> member in _members)
        {
            writer.WritePropertyName(member.Key);
            member.Value.WriteTo(writer);
        }
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, JsonElement>>)_members).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _members.GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(KlingJsonObject? other) =>
        other is not null
        && other.Count == Count
        && _members.All(member =>
            other.TryGetValue(member.Key, out JsonElement value) && JsonElementComparer.Instance.Equals(member.Value, value)
        );

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KlingJsonObject);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _members.Aggregate(
            0,
            static (hash, member) => hash ^ HashCode.Combine(member.Key, JsonElementComparer.Instance.GetHashCode(member.Value))
        );

    /// <summary>The compact JSON.</summary>
    public override string ToString()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            WriteMembersTo(writer);
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>The members, each name once with its last value; their texts are not looked at.</summary>
    internal static KlingJsonObject OfLast(IEnumerable<KeyValuePair<string, JsonElement>> members)
    {
        List<KeyValuePair<string, JsonElement>> all = [];
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach ((string name, JsonElement value) in members)
        {
            if (value.ValueKind is JsonValueKind.Undefined)
            {
                throw new ArgumentException($"The value of '{name}' is not JSON: default(JsonElement) cannot be written.", nameof(members));
            }

            last[name] = all.Count;
            all.Add(KeyValuePair.Create(name, value));
        }

        return all.Count == 0
            ? Empty
            : new([
                .. all.Where((member, index) => last[member.Key] == index)
                    .Select(static member => KeyValuePair.Create(member.Key, member.Value.Clone())),
            ]);
    }

    private static void CheckText(string name, JsonElement value)
    {
        try
        {
            JsonText.RequireUnicode(value);
        }
        catch (InvalidOperationException e) when (e is not ObjectDisposedException)
        {
            throw new ArgumentException(
                $"The value of '{name}' cannot be written: a text in it contains half of a surrogate pair.",
                nameof(value),
                e
            );
        }
    }
}
