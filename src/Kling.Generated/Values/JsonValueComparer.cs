using System.Text.Json;

namespace Kling;

/// <summary>The same for values whose type is known only at run time.</summary>
internal sealed class JsonValueComparer : IEqualityComparer<object?>
{
    public static readonly JsonValueComparer Boxed = new();

    public new bool Equals(object? x, object? y) =>
        (x, y) switch
        {
            (Uri left, Uri right) => JsonValueComparer<Uri>.Default.Equals(left, right),
            (JsonElement left, JsonElement right) => JsonValueComparer<JsonElement>.Default.Equals(left, right),
            _ => object.Equals(x, y),
        };

    public int GetHashCode(object? obj) =>
        obj switch
        {
            null => 0,
            Uri uri => JsonValueComparer<Uri>.Default.GetHashCode(uri),
            JsonElement json => JsonValueComparer<JsonElement>.Default.GetHashCode(json),
            _ => obj.GetHashCode(),
        };
}

/// <summary>Compares values like their JSON: values that are equal here are equal in the JSON.</summary>
internal static class JsonValueComparer<T>
{
    public static IEqualityComparer<T> Default { get; } =
        typeof(T) == typeof(Uri) ? (IEqualityComparer<T>)(object)UriComparer.Instance
        : typeof(T) == typeof(JsonElement) ? (IEqualityComparer<T>)(object)JsonElementComparer.Instance
        : typeof(T) == typeof(JsonElement?) ? (IEqualityComparer<T>)(object)NullableElementComparer.Instance
        : EqualityComparer<T>.Default;

    // A JsonElement by itself is equal only to one of the same document.
    private sealed class NullableElementComparer : IEqualityComparer<JsonElement?>
    {
        public static readonly NullableElementComparer Instance = new();

        public bool Equals(JsonElement? x, JsonElement? y) =>
            x is { } left && y is { } right ? JsonElementComparer.Instance.Equals(left, right) : x is null && y is null;

        public int GetHashCode(JsonElement? obj) => obj is { } element ? JsonElementComparer.Instance.GetHashCode(element) : 0;
    }

    private sealed class UriComparer : IEqualityComparer<Uri?>
    {
        public static readonly UriComparer Instance = new();

        // Uri's own equality ignores the fragment and the way that the host was written.
        public bool Equals(Uri? x, Uri? y) => string.Equals(x?.OriginalString, y?.OriginalString, StringComparison.Ordinal);

        public int GetHashCode(Uri? obj) => obj is null ? 0 : StringComparer.Ordinal.GetHashCode(obj.OriginalString);
    }
}
