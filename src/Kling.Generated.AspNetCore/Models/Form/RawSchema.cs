using System.Text.Json;
using Kling.SourceGenerator.Model;

namespace Kling;

/// <summary>
/// The words of a schema file that the generator's model does not keep: titles, comments, names of enum members. What is not found is as if it
/// were not there.
/// </summary>
internal readonly struct RawSchema(JsonElement root, JsonElement node)
{
    public RawSchema(JsonElement root)
        : this(root, root) { }

    private const int LongestChain = 20;

    public RawSchema Items => At("items");

    public RawSchema Property(string name)
    {
        JsonElement resolved = Resolved();
        return new RawSchema(root, Member(Member(resolved, "properties"), name));
    }

    public bool Has(string keyword) =>
        Member(node, keyword).ValueKind is not JsonValueKind.Undefined
        || Member(Resolved(), keyword).ValueKind is not JsonValueKind.Undefined;

    public string? Text(string keyword) =>
        (Member(node, keyword) is { ValueKind: JsonValueKind.String } own ? own : Member(Resolved(), keyword))
            is { ValueKind: JsonValueKind.String } text
            ? text.GetString()
            : null;

    /// <summary>The alternative that declares the type of a case of a union.</summary>
    public RawSchema Alternative(ValueModel value)
    {
        string type = value switch
        {
            ListModel => "array",
            ObjectValueModel or JsonObjectModel => "object",
            BooleanModel => "boolean",
            IntegerModel => "integer",
            NumberModel => "number",
            _ => "string",
        };
        JsonElement resolved = Resolved();
        foreach (string keyword in (string[])["oneOf", "anyOf"])
        {
            if (Member(resolved, keyword) is { ValueKind: JsonValueKind.Array } list)
            {
                foreach (JsonElement alternative in list.EnumerateArray())
                {
                    var schema = new RawSchema(root, alternative);
                    if (schema.Text("type") == type)
                    {
                        return schema;
                    }
                }
            }
        }

        return new RawSchema(root, resolved);
    }

    private RawSchema At(string keyword) => new(root, Member(Resolved(), keyword));

    /// <summary>What a <c>$ref</c>, or an <c>allOf</c> of one schema, leads to.</summary>
    private JsonElement Resolved()
    {
        JsonElement current = node;
        for (int i = 0; i < LongestChain; i++)
        {
            if (
                Member(current, "$ref") is { ValueKind: JsonValueKind.String } reference
                && reference.GetString() is ['#', .. string pointer]
            )
            {
                current = Follow(pointer);
            }
            else if (Member(current, "allOf") is { ValueKind: JsonValueKind.Array } all && all.GetArrayLength() == 1)
            {
                current = all[0];
            }
            else
            {
                break;
            }
        }

        return current;
    }

    private JsonElement Follow(string pointer)
    {
        JsonElement current = root;
        foreach (string segment in pointer.Split('/').Skip(1))
        {
            string name = Uri.UnescapeDataString(segment)
                .Replace("~1", "/", StringComparison.Ordinal)
                .Replace("~0", "~", StringComparison.Ordinal);
            current = Member(current, name);
        }

        return current;
    }

    private static JsonElement Member(JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out JsonElement member) ? member : default;
}
