using System.Text.Json;

namespace Kling;

/// <summary>
/// Equality of JSON values as JSON Schema defines it: numbers by their mathematical value, objects regardless of the order of their
/// members. <see cref="JsonElement"/> has none of its own on .NET 8.
/// </summary>
internal sealed class JsonElementComparer : IEqualityComparer<JsonElement>
{
    public static readonly JsonElementComparer Instance = new();

    public bool Equals(JsonElement x, JsonElement y)
    {
        if (x.ValueKind != y.ValueKind)
        {
            return false;
        }

        return x.ValueKind switch
        {
            JsonValueKind.Number => JsonNumber.Canonical(x.GetRawText()) == JsonNumber.Canonical(y.GetRawText()),
            JsonValueKind.String => JsonText.Read(x) == JsonText.Read(y),
            JsonValueKind.Array => ArraysEqual(x, y),
            JsonValueKind.Object => ObjectsEqual(x, y),
            _ => true,
        };
    }

    public int GetHashCode(JsonElement obj) =>
        obj.ValueKind switch
        {
            JsonValueKind.Number => HashCode.Combine(obj.ValueKind, JsonNumber.Canonical(obj.GetRawText())),
            JsonValueKind.String => HashCode.Combine(obj.ValueKind, JsonText.Read(obj)),
            JsonValueKind.Array => obj.EnumerateArray()
                .Aggregate(HashCode.Combine(obj.ValueKind), (hash, item) => HashCode.Combine(hash, GetHashCode(item))),
            JsonValueKind.Object => JsonMembers
                .Of(obj)
                .Aggregate((int)obj.ValueKind, (hash, member) => hash ^ HashCode.Combine(member.Key, GetHashCode(member.Value))),
            _ => (int)obj.ValueKind,
        };

    private static bool ArraysEqual(JsonElement x, JsonElement y)
    {
        if (x.GetArrayLength() != y.GetArrayLength())
        {
            return false;
        }

        using JsonElement.ArrayEnumerator other = y.EnumerateArray();
        JsonElement.ArrayEnumerator others = other.GetEnumerator();
        foreach (JsonElement item in x.EnumerateArray())
        {
            _ = others.MoveNext();
            if (!Instance.Equals(item, others.Current))
            {
                return false;
            }
        }

        return true;
    }

    private static bool ObjectsEqual(JsonElement x, JsonElement y)
    {
        Dictionary<string, JsonElement> left = JsonMembers.Of(x);
        Dictionary<string, JsonElement> right = JsonMembers.Of(y);
        return left.Count == right.Count
            && left.All(member => right.TryGetValue(member.Key, out JsonElement other) && Instance.Equals(member.Value, other));
    }
}
