namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// What is known of a value before the program runs: all of it, parts or the form of a text, bounds of a number, or nothing.
/// </summary>
internal abstract record KnownValue
{
    /// <summary>A path of this machine.</summary>
    public static KnownValue LocalPath { get; } = new LocalPathValue();

    public static KnownValue Unknown { get; } = new UnknownValue();

    /// <summary>The value if all of it is known. No value is null.</summary>
    public object? Exact => (this as ExactValue)?.Constant;

    /// <summary>The text if all of it is known.</summary>
    public string? Text => Exact as string;

    /// <summary>The known parts of the value's text, with a text that is not known between each two of them.</summary>
    public string[] Parts =>
        this switch
        {
            TextParts text => text.Known,
            TextSamples text => text.Known,
            ExactValue { Constant: null } => [""],
            ExactValue { Constant: string text } => [text],
            ExactValue { Constant: char letter } => [letter.ToString()],

            // Any other number is written as the culture has it.
            ExactValue { Constant: { } number } when NumberText.IsInteger(number) && NumberText.From(number) >= 0 =>
            [
                NumberText.Text(number),
            ],
            _ => ["", ""],
        };

    /// <summary>A text that is put together from its known parts.</summary>
    public static KnownValue Of(string[] parts) => parts.Length == 1 ? new ExactValue(parts[0]) : new TextParts(parts);

    /// <summary>The texts of values, one after the other.</summary>
    public static KnownValue Concatenation(IEnumerable<KnownValue> values)
    {
        KnownValue[] all = [.. values];
        if (all.FirstOrDefault() is LocalPathValue path)
        {
            return path;
        }

        var parts = new List<string> { "" };
        foreach (KnownValue value in all)
        {
            string[] next = value.Parts;
            parts[parts.Count - 1] += next[0];
            parts.AddRange(next.Skip(1));
        }

        return all.Any(static value => value is TextSamples) && all.All(static value => value is TextSamples || value.Parts.Length == 1)
            ? Together(all, [.. parts])
            : Of([.. parts]);
    }

    /// <summary>The samples of texts, one after the other.</summary>
    private static TextSamples Together(KnownValue[] values, string[] known)
    {
        string[][] samples = [.. values.Select(static value => (value as TextSamples)?.Samples ?? value.Parts)];
        return new TextSamples(
            [
                .. Enumerable
                    .Range(0, samples.Max(static ways => ways.Length))
                    .Select(way => string.Concat(samples.Select(ways => ways[way % ways.Length]))),
            ],
            known
        );
    }

    private sealed record UnknownValue : KnownValue;

    private sealed record LocalPathValue : KnownValue;
}

/// <summary>A value that is known.</summary>
internal sealed record ExactValue(object? Constant) : KnownValue;

/// <summary>A text of which parts are known. Between two known parts is an unknown text.</summary>
internal sealed record TextParts(string[] Known) : KnownValue
{
    /// <summary>The text as a message shows it.</summary>
    public string Shown => string.Join("…", Known);
}

/// <summary>
/// A text of which only the form is known, and parts: it is written in one of some ways, of which there is a sample each.
/// </summary>
internal sealed record TextSamples(string[] Samples, string[] Known) : KnownValue
{
    public TextSamples(string[] samples)
        : this(samples, ["", ""]) { }
}

/// <summary>A number of which bounds are known; infinite where there is none.</summary>
internal sealed record NumberBounds(double Least, double Most) : KnownValue;
