using System.ComponentModel;
using System.Text.Json;

namespace Kling.CompilerServices;

/// <summary>JSON values from a schema. Generated code uses it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class KlingJsonConstant
{
    // The schema's own reader bounds its depth; System.Text.Json's 64 would refuse what that one took.
    private static readonly JsonDocumentOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    /// <summary>JSON's null.</summary>
    public static JsonElement Null { get; } = Parse("null");

    /// <summary>Parses a value that is kept until the program ends.</summary>
    /// <param name="json">The value as JSON text.</param>
    /// <exception cref="JsonException"><paramref name="json"/> is not JSON.</exception>
    public static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json, AnyDepth);
        return document.RootElement.Clone();
    }
}
