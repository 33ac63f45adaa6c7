using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Kling;

/// <summary>
/// JSON strings and names as C# strings, whatever they hold. <see cref="JsonElement.GetString"/> and <see cref="JsonProperty.Name"/>
/// throw on half of a surrogate pair, which JSON can write; a check of foreign JSON must not.
/// </summary>
internal static class JsonText
{
    // Bytes that are not UTF-8: no API of .NET 8 gives them out.
    private const string Unreadable = "\uFFFD";

    /// <summary>The text of a JSON string; a lone surrogate stays one.</summary>
    /// <param name="json">A JSON string.</param>
    public static string Read(JsonElement json)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException e) when (e is not ObjectDisposedException)
        {
            return Decode(Raw(json));
        }
    }

    /// <summary>The name of a member; a lone surrogate stays one.</summary>
    /// <param name="member">A member of a JSON object.</param>
    public static string Name(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException e) when (e is not ObjectDisposedException)
        {
            try
            {
                return Decode(member.ToString());
            }
            catch (InvalidOperationException)
            {
                return Unreadable;
            }
        }
    }

    /// <summary>A value in a few words, for a message.</summary>
    /// <param name="json">A JSON value.</param>
    public static string Describe(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Undefined => "nothing",
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "an array",
            _ => Cut(Raw(json)),
        };

    /// <summary>The value as it was written.</summary>
    /// <param name="json">A JSON value.</param>
    public static string Raw(JsonElement json)
    {
        try
        {
            return json.GetRawText();
        }
        catch (InvalidOperationException e) when (e is not ObjectDisposedException && json.ValueKind is not JsonValueKind.Undefined)
        {
            return $"\"{Unreadable}\"";
        }
    }

    /// <summary>A text that is short enough for a message.</summary>
    /// <param name="text">Any text.</param>
    public static string Cut(string text)
    {
        const int Longest = 60;
        return text.Length <= Longest ? text : $"{text.AsSpan(0, char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)}…";
    }

    /// <summary>Reads every text and every name, so that the caller can rely on them.</summary>
    /// <param name="json">The value.</param>
    /// <exception cref="InvalidOperationException">One of them is not valid Unicode.</exception>
    public static void RequireUnicode(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                _ = json.GetString();
                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in json.EnumerateArray())
                {
                    RequireUnicode(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (JsonProperty member in json.EnumerateObject())
                {
                    _ = member.Name;
                    RequireUnicode(member.Value);
                }

                break;
        }
    }

    /// <summary>A text as a JSON string. Halves of surrogate pairs are escaped, so that parsing it gives back the same text.</summary>
    /// <param name="text">Any text.</param>
    public static string Quote(string text)
    {
        var json = new StringBuilder(text.Length + 2).Append('"');
        foreach (char c in text)
        {
            _ =
                char.IsControl(c) || char.IsSurrogate(c) ? json.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}")
                : c is '"' or '\\' ? json.Append('\\').Append(c)
                : json.Append(c);
        }

        return json.Append('"').ToString();
    }

    /// <summary>The string at the start of a JSON text that the parser has accepted.</summary>
    private static string Decode(string json)
    {
        var text = new StringBuilder(json.Length);
        for (int i = 1; json[i] != '"'; i++)
        {
            if (json[i] != '\\')
            {
                _ = text.Append(json[i]);
            }
            else if (json[++i] == 'u')
            {
                _ = text.Append((char)ushort.Parse(json.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                _ = text.Append(
                    json[i] switch
                    {
                        'b' => '\b',
                        'f' => '\f',
                        'n' => '\n',
                        'r' => '\r',
                        't' => '\t',
                        char c => c,
                    }
                );
            }
        }

        return text.ToString();
    }
}
