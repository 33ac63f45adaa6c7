using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling.SourceGenerator.Tests.Judge;

/// <summary>Prints JSON with what its grammar allows and few printers print: needless escapes, halves of surrogate pairs, duplicate names, other spellings of a number.</summary>
internal sealed class EdgeText(Random random)
{
    private readonly StringBuilder _text = new();
    private int _oddity;

    /// <summary>Whether a name of the last text is there twice, whichever way it is escaped.</summary>
    public bool HasDuplicates { get; private set; }

    public string Of(JsonNode? json)
    {
        HasDuplicates = false;
        _oddity = random.Pick(0, 0, 0, 2, 10);
        _ = _text.Clear();
        Add(json);
        return _text.ToString();
    }

    private void Add(JsonNode? json)
    {
        switch (json)
        {
            case JsonObject members:
                AddAll('{', members.SelectMany(member => WithDuplicate(member.Key, member.Value)), AddMember, '}');
                break;
            case JsonArray items:
                // An item that is there again, in the order of the text.
                AddAll('[', items.SelectMany(item => Enumerable.Repeat(item, random.Percent(_oddity) ? 2 : 1)), Add, ']');
                break;
            case JsonValue value when value.GetValueKind() is JsonValueKind.String:
                AddString(value.GetValue<string>());
                break;
            case JsonValue value when value.GetValueKind() is JsonValueKind.Number && random.Percent(_oddity):
                string token = value.ToJsonString();
                _ = _text.Append(token.AsSpan().ContainsAny('e', 'E') ? token : token + random.Pick("e0", "E+00", "e-0"));
                break;
            default:
                _ = _text.Append(json?.ToJsonString() ?? "null");
                break;
        }
    }

    /// <summary>Now and then the member is there before with another value, not a text. It is the last one that counts.</summary>
    private IEnumerable<(string Name, JsonNode? Value)> WithDuplicate(string name, JsonNode? value)
    {
        bool isDuplicate = random.Percent(_oddity / 4);
        HasDuplicates |= isDuplicate;
        return isDuplicate ? [(name, random.Pick<JsonNode?>(null, 1, true, new JsonArray())), (name, value)] : [(name, value)];
    }

    private void AddMember((string Name, JsonNode? Value) member)
    {
        AddQuoted(member.Name);
        _ = _text.Append(':');
        Add(member.Value);
    }

    private void AddAll<T>(char begin, IEnumerable<T> all, Action<T> add, char end)
    {
        _ = _text.Append(begin);
        string separator = "";
        foreach (T one in all)
        {
            _ = _text.Append(separator);
            add(one);
            separator = random.Percent(_oddity) ? " ,\r\n\t" : ",";
        }

        _ = _text.Append(end);
    }

    private void AddString(string text)
    {
        AddQuoted(text);
        if (random.Percent(_oddity / 5))
        {
            _text.Length--;
            _ = _text.Append(random.Pick(@"\ud83d", @"\uDE00", @"\ud83d\ud83d", @"\ud83d\ude00")).Append('"');
        }
    }

    private void AddQuoted(string text)
    {
        string quoted = JsonSerializer.Serialize(text)[1..^1];
        _ = _text.Append('"').Append(random.Percent(_oddity) && text is [>= 'a' and <= 'z', ..] ? $"\\u00{(int)text[0]:x2}{quoted[1..]}" : quoted).Append('"');
    }
}
