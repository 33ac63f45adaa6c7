using System.Collections.Immutable;

namespace Kling.SourceGenerator.Schema;

/// <summary>One JSON value and its location. Numbers keep their token, so that no digit is lost.</summary>
internal sealed class JsonNode
{
    private JsonNode(JsonKind kind, TextSpan span, string text, ImmutableArray<JsonNode> items, ImmutableArray<JsonMember> members)
    {
        Kind = kind;
        Span = span;
        Text = text;
        Items = items;
        Members = members;
    }

    public JsonKind Kind { get; }

    /// <summary>The location of the whole value in its file.</summary>
    public TextSpan Span { get; }

    /// <summary>A string's content, or the token of a number or literal; empty for an array or object.</summary>
    public string Text { get; }

    public ImmutableArray<JsonNode> Items { get; }

    public ImmutableArray<JsonMember> Members { get; }

    public bool IsObject => Kind is JsonKind.Object;

    public bool IsTrue => Kind is JsonKind.True;

    public static JsonNode Scalar(JsonKind kind, TextSpan span, string text) =>
        new(kind, span, text, ImmutableArray<JsonNode>.Empty, ImmutableArray<JsonMember>.Empty);

    public static JsonNode Array(TextSpan span, ImmutableArray<JsonNode> items) =>
        new(JsonKind.Array, span, "", items, ImmutableArray<JsonMember>.Empty);

    public static JsonNode Object(TextSpan span, ImmutableArray<JsonMember> members) =>
        new(JsonKind.Object, span, "", ImmutableArray<JsonNode>.Empty, members);

    /// <summary>The member of that name, or <see langword="null"/> if there is none or this is not an object.</summary>
    public JsonMember? Member(string name)
    {
        foreach (JsonMember member in Members)
        {
            if (member.Name == name)
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>The value of the member of that name, or <see langword="null"/>.</summary>
    public JsonNode? this[string name] => Member(name)?.Value;

    /// <summary>The items of the array with that name; empty if the member is missing or not an array.</summary>
    public ImmutableArray<JsonNode> ItemsOf(string name) => this[name]?.Items ?? ImmutableArray<JsonNode>.Empty;

    /// <summary>
    /// A node is equal only to itself. Its location is a hash code that is computed faster than the runtime's own of an object.
    /// </summary>
    public override int GetHashCode() => Span.Start;
}
