using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Kling.Emulator;

/// <summary>Values and counts as the sentences of violations show them.</summary>
internal static class SentenceText
{
    /// <summary>A value as JSON without insignificant white space: a file's line ends and indentation never reach a message.</summary>
    public static string Compact(JsonElement json)
    {
        string text = json.GetRawText();
        var compact = new StringBuilder(text.Length);
        bool isInString = false;
        for (int i = 0; i < text.Length; i++)
        {
            isInString ^= text[i] == '"';
            if (isInString || !char.IsWhiteSpace(text[i]))
            {
                _ = compact.Append(text[i]);
            }

            if (text[i] == '\\')
            {
                _ = compact.Append(text[++i]);
            }
        }

        return compact.ToString();
    }

    /// <summary>A value as compact JSON, shortened if it is long.</summary>
    public static string Short(JsonElement json)
    {
        const int Enough = 80;
        string text = Compact(json);
        return text.Length <= Enough ? text : text[..(char.IsHighSurrogate(text[Enough - 1]) ? Enough - 1 : Enough)] + "…";
    }

    /// <summary>The first values of a list of alternatives, and the number of the others.</summary>
    public static string List(JsonElement values)
    {
        const int Most = 10;
        int more = values.GetArrayLength() - Most;
        string first = string.Join(", ", values.EnumerateArray().Take(Most).Select(Short));
        return more > 0 ? $"{first} and {Number(more)} more" : first;
    }

    /// <summary>A count with its noun: <c>1 item</c>, <c>2 items</c>.</summary>
    public static string Count(int count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
