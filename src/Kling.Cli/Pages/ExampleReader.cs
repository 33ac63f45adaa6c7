using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kling.Cli;

/// <summary>
/// Reads the example request out of the page's Python or JavaScript code, whose lines begin with their numbers: <c>payload = {</c>,
/// <c>data = {</c>, <c>const data = {</c>.
/// </summary>
internal static partial class ExampleReader
{
    private static readonly char[] Digits = [.. "0123456789"];

    private static readonly (string Python, string Json)[] Words = [("True", "true"), ("False", "false"), ("None", "null")];

    /// <summary>The example, or <see langword="null"/> if the page has none. One that is there and cannot be read is a remark.</summary>
    public static PageExample? Read(IReadOnlyList<PageLine> lines, List<PageRemark> remarks)
    {
        PageLine[] code = [.. lines.SkipWhile(static line => !Beginning().IsMatch(line.Text))];
        if (code.Length == 0)
        {
            return null;
        }

        try
        {
            string first = code[0].Text[(Beginning().Match(code[0].Text) is var match ? match.Index + match.Length - 1 : 0)..];
            string json = Json(string.Join('\n', code.Skip(1).Select(static line => line.Text.TrimStart(Digits)).Prepend(first)));
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true });
            JsonElement body = document.RootElement.Clone();
            return new PageExample(
                code[0].Number,
                body,
                body.EnumerateObject().Select(static member => member.Name).ToHashSet(StringComparer.Ordinal)
            );
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second: a name that is half of a surrogate pair.
            remarks.Add(new PageRemark(code[0].Number, "The example request cannot be read, so it was not checked."));
            return null;
        }
    }

    /// <summary>The text up to the brace that closes the first one, with JSON's constants instead of Python's outside of strings.</summary>
    private static string Json(string code)
    {
        var json = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < code.Length; i++)
        {
            if (code[i] == '"')
            {
                int end = ValueScanner.EndOfString(code, i);
                json.Append(code, i, end - i);
                i = end - 1;
                continue;
            }

            (string Python, string Json) word = Array.Find(Words, word => string.CompareOrdinal(code, i, word.Python, 0, word.Python.Length) == 0);
            json.Append(word.Json ?? code[i].ToString());
            i += word.Python is null ? 0 : word.Python.Length - 1;
            depth += code[i] is '{' or '[' ? 1 : code[i] is '}' or ']' ? -1 : 0;
            if (depth == 0)
            {
                break;
            }
        }

        return json.ToString();
    }

    [GeneratedRegex("(?:^|[ ;0-9])(?:payload|data) = \\{", RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();
}
