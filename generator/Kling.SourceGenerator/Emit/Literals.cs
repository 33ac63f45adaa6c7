using System.Globalization;
using System.Text;

namespace Kling.SourceGenerator.Emit;

/// <summary>Values as C# literals. Nothing of a schema's text gets out of its quotes.</summary>
internal static class Literals
{
    public static string String(string text)
    {
        var literal = new StringBuilder(text.Length + 2).Append('"');
        foreach (char c in text)
        {
            _ = c switch
            {
                '"' => literal.Append("\\\""),
                '\\' => literal.Append("\\\\"),
                '\n' => literal.Append("\\n"),
                '\r' => literal.Append("\\r"),
                '\t' => literal.Append("\\t"),
                _ when IsPlain(c) => literal.Append(c),
                _ => literal.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
            };
        }

        return literal.Append('"').ToString();
    }

    /// <summary>JSON in a raw string literal: readable as it is. Printed JSON has no line end and never three quotes in a row.</summary>
    public static string Raw(string json) => $"\"\"\"{json}\"\"\"";

    public static string Utf8(string text) => String(text) + "u8";

    /// <summary>A JSON number's token is a C# literal too; the suffix decides its type.</summary>
    public static string Double(string token) => token + "D";

    public static string Int64(string digits) => digits + "L";

    public static string Boolean(bool value) => value ? "true" : "false";

    // What is not plainly visible is escaped: it could end a line, change the direction of the text, or not survive encoding.
    private static bool IsPlain(char c) => char.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);
}
