using System.Text.Json;

namespace Kling.Cli;

/// <summary>
/// Gathers the allowed values of the oldest pages: one on each line, in quotes one after the other, or separated by commas. Without
/// quotes, one line without a comma is one value only if it is the default: it may be several that nothing separates.
/// </summary>
internal sealed class AttributeValues(int line, PageType? type)
{
    private readonly List<string> _lines = [];

    /// <summary>A line after the heading.</summary>
    public void Add(string text)
    {
        if (text.Length > 0)
        {
            _lines.Add(text);
        }
    }

    /// <summary>The values.</summary>
    /// <param name="standard">The default, which is one of them.</param>
    public PageValues Read(JsonElement? standard)
    {
        var empty = new PageValues { Line = line };
        if (_lines.Count == 0)
        {
            return empty;
        }

        PageValue[]? values = Values();
        if (values is null)
        {
            return empty with { RunTogether = string.Join(' ', _lines) };
        }

        bool hasDefault = standard is { } value && values.Any(shown => JsonValues.AreEqual(shown.Json, value));
        bool isPlain = values.Length == 1 && !_lines[0].StartsWith('"');
        return
            isPlain && !hasDefault ? empty with { RunTogether = _lines[0] }
            : standard is null || hasDefault ? empty with { Shown = values }
            : empty with
            {
                Shown = values,
                IsCut = true,
                Doubt = "The default is not one of the values that the page shows, so any value is allowed. Write all of them as \"enum\".",
            };
    }

    /// <summary>A value that is written without quotes, or <see langword="null"/> if it is not of the type.</summary>
    public static JsonElement? Value(string text, PageType? type)
    {
        if (type is null)
        {
            return null;
        }

        string json = type.Name == "string" ? JsonSerializer.Serialize(text.Trim('"')) : text.ToLowerInvariant();
        var scanner = new ValueScanner(json);
        JsonElement? value = scanner.Literal();
        return scanner.IsAtEnd ? value : null;
    }

    private PageValue[]? Values()
    {
        if (type is { Name: "string" } && _lines.TrueForAll(static text => text.StartsWith('"')))
        {
            PageValues? read = new PageValues { Line = line };
            foreach (string text in _lines)
            {
                read = read is null ? null : ValueList.Read(text, type, read);
            }

            return read is { More: 0 } ? [.. read.Shown] : null;
        }

        string[] texts =
        [
            .. _lines.SelectMany(static text => text.Split(',')).Select(static text => text.Trim()).Where(static text => text.Length > 0),
        ];
        JsonElement?[] values = [.. texts.Select(text => IsSentence(text) ? null : Value(text, type))];
        return values.Contains(null) ? null : [.. values.Select(static value => new PageValue(value!.Value))];
    }

    /// <summary>Whether a text is prose and not a value.</summary>
    private static bool IsSentence(string text) => text.EndsWith('.') || text.Count(static sign => sign == ' ') > 3;
}
