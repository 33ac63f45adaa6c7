namespace Kling.Cli;

/// <summary>Reads a line of allowed values.</summary>
internal static class ValueList
{
    /// <summary>Adds the values of a line to those of the lines before it.</summary>
    /// <returns>All of them, or <see langword="null"/> if the line is not a list of values.</returns>
    public static PageValues? Read(string text, PageType? type, PageValues before)
    {
        var scanner = new ValueScanner(text);
        PageValues? values = type?.Name is "integer" or "number" ? Numbers(scanner, before) : Texts(scanner, before);
        int more = scanner.More() ?? 0;
        return values is null || !scanner.IsAtEnd ? null : values with { More = before.More + more };
    }

    /// <summary>Texts in quotes, each perhaps with its label in front, or true and false.</summary>
    private static PageValues? Texts(ValueScanner scanner, PageValues before)
    {
        List<PageValue> values = [.. before.Shown];
        while (!scanner.IsAtEnd && !scanner.BeginsWith('+'))
        {
            PageValue? value = scanner.Literal() is { } bare ? new PageValue(bare) : scanner.LabelledText();
            if (value is null)
            {
                return null;
            }

            values.Add(value);
        }

        return values.Count == before.Shown.Count && !scanner.BeginsWith('+') ? null : before with { Shown = values };
    }

    /// <summary>
    /// Numbers have nothing between them, so that one line of digits may be several values; of several lines each is one.
    /// </summary>
    private static PageValues? Numbers(ValueScanner scanner, PageValues before)
    {
        if (before is { RunTogether: null, Shown.Count: 0 } && scanner.Digits() is { Length: > 0 } digits)
        {
            return before with { RunTogether = digits };
        }

        IEnumerable<PageValue> first =
            before.RunTogether is { } earlier && new ValueScanner(earlier).Literal() is { } only ? [new PageValue(only)] : [];
        return scanner.Literal() is { } value
            ? before with
            {
                Shown = [.. before.Shown, .. first, new PageValue(value)],
                RunTogether = null,
            }
            : null;
    }
}
