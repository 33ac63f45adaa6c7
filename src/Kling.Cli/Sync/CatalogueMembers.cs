using System.Text.Json;

namespace Kling.Cli;

/// <summary>
/// The members of an object of the catalogue. A member of another type than expected, and one that occurs more than once, count as not
/// stated; each becomes a remark.
/// </summary>
internal sealed class CatalogueMembers
{
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);
    private readonly Action<JsonElement, string> _remark;

    public CatalogueMembers(JsonElement json, Action<JsonElement, string> remark)
    {
        _remark = remark;
        HashSet<string> twice = new(StringComparer.Ordinal);
        foreach ((string name, JsonElement value) in Of(json))
        {
            if (!_members.TryAdd(name, value) && twice.Add(name))
            {
                remark(value, $"The catalogue has '{name}' more than once here. It is not used.");
            }
        }

        foreach (string name in twice)
        {
            _ = _members.Remove(name);
        }
    }

    /// <summary>The members of an object in their order; those whose names are not Unicode text are left out.</summary>
    public static IEnumerable<(string Name, JsonElement Value)> Of(JsonElement json) =>
        json.ValueKind is JsonValueKind.Object
            ? json.EnumerateObject().Where(static member => NameOf(member) is not null).Select(static member => (member.Name, member.Value))
            : [];

    /// <summary>Whether every name and text in a value is Unicode text, however deep.</summary>
    public static bool IsText(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => Text(value) is not null,
            JsonValueKind.Array => value.EnumerateArray().All(IsText),
            JsonValueKind.Object => value.EnumerateObject().All(static member => NameOf(member) is not null && IsText(member.Value)),
            _ => true,
        };

    /// <summary>The text, or <see langword="null"/> if the value is not a string or contains half of a surrogate pair.</summary>
    public static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A member that is stated: <c>null</c> states nothing.</summary>
    public JsonElement? Stated(string name) =>
        _members.TryGetValue(name, out JsonElement value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    /// <summary>A string.</summary>
    public string? Text(string name) => Of(name, "a string", static value => Text(value));

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool? Flag(string name) =>
        Of(
            name,
            "true or false",
            static value => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? (bool?)value.GetBoolean() : null
        );

    /// <summary>A number.</summary>
    public JsonElement? Number(string name) =>
        Of(name, "a number", static value => value.ValueKind is JsonValueKind.Number ? (JsonElement?)value : null);

    /// <summary>A list that is not empty, of texts, numbers, <c>true</c> and <c>false</c>.</summary>
    public IReadOnlyList<JsonElement>? Values(string name) =>
        Of(name, "a list of plain values", Plain) is { Length: > 0 } values ? values : null;

    private static JsonElement[]? Plain(JsonElement value) =>
        value.ValueKind is JsonValueKind.Array && value.EnumerateArray().All(IsPlain) ? [.. value.EnumerateArray()] : null;

    private static bool IsPlain(JsonElement value) =>
        value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False || Text(value) is not null;

    private T? Of<T>(string name, string expected, Func<JsonElement, T?> read)
    {
        if (Stated(name) is not { } value)
        {
            return default;
        }

        T? result = read(value);
        if (result is null)
        {
            _remark(value, $"The catalogue's '{name}' is not {expected}. It is not used.");
        }

        return result;
    }

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
