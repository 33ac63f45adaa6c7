using System.Text;
using System.Text.Json;

namespace Kling.Cli;

/// <summary>Reads the example request out of the page's Python code, whose lines begin with their numbers.</summary>
internal static class ExampleReader
{
    private const string Beginning = "payload = {";

    private static readonly char[] Digits = [.. "0123456789"];

    private static readonly (string Python, string Json)[] Words = [("True", "true"), ("False", "false"), ("None", "null")];

    /// <summary>The example, or <see langword="null"/> if the page has none. One that is there and cannot be read is a remark.</summary>
    public static PageExample? Read(IReadOnlyList<PageLine> lines, List<PageRemark> remarks)
    {
        PageLine[] code =
        [
            .. lines
                .Select(static line => line with { Text = line.Text.TrimStart(Digits).Trim() })
                .SkipWhile(static line => line.Text != Beginning),
        ];
        if (code.Length == 0)
        {
            return null;
        }

        try
        {
            string json = string.Join('\n', code.Skip(1).TakeWhile(static line => line.Text != "}").Select(static line => Json(line.Text)));
            using var document = JsonDocument.Parse($"{{{json}}}", new JsonDocumentOptions { AllowTrailingCommas = true });
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

    /// <summary>Replaces Python's constants outside of strings.</summary>
    private static string Json(string python)
    {
        string[] parts = python.Split('"');
        var json = new StringBuilder();
        for (int i = 0; i < parts.Length; i++)
        {
            bool isText = i % 2 == 1;
            json.Append(i == 0 ? "" : "\"")
                .Append(
                    isText
                        ? parts[i]
                        : Words.Aggregate(parts[i], static (text, word) => text.Replace(word.Python, word.Json, StringComparison.Ordinal))
                );
        }

        return json.ToString();
    }
}
