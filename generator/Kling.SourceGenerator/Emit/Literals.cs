using System.Globalization;
using System.Text;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Emit;

/// <summary>Values as C# literals. Nothing of a schema's text gets out of its quotes.</summary>
internal static class Literals
{
    public static string String(string text)
    {
        int end = PlainText.EndOfQuotable(text, 0);
        return end == text.Length ? $"\"{text}\"" : Escape(text, end);
    }

    /// <summary>Printed JSON, readable as it is: an object or an array has no line end and never three quotes in a row.</summary>
    public static string Json(string json) => $"\"\"\"{json}\"\"\"";

    /// <summary>A JSON number's token is a C# literal too; the suffix decides its type.</summary>
    public static string Double(string token) => token + "D";

    public static string Int64(string digits) => digits + "L";

    private static string Escape(string text, int plain)
    {
        StringBuilder literal = new StringBuilder(text.Length + 16).Append('"').Append(text, 0, plain);
        for (int i = plain; i < text.Length; i++)
        {
            _ = text[i] switch
            {
                '"' => literal.Append("\\\""),
                '\\' => literal.Append("\\\\"),
                '\n' => literal.Append("\\n"),
                '\r' => literal.Append("\\r"),
                '\t' => literal.Append("\\t"),
                char c when PlainText.IsPlain(c) => literal.Append(c),
                char c => literal.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
            };
        }

        return literal.Append('"').ToString();
    }
}
