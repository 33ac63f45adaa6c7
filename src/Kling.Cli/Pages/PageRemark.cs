namespace Kling.Cli;

/// <summary>Something on a page that a person has to look at, because it cannot be taken over without guessing.</summary>
/// <param name="Line">The line of the page, counted from 1.</param>
/// <param name="Text">What was found and what to do, in sentences.</param>
internal sealed record PageRemark(int Line, string Text)
{
    /// <summary>The parameter that it is about, as <c>multi_prompt[].prompt</c>; <see langword="null"/> if it is about none.</summary>
    public string? Parameter { get; init; }

    /// <summary>What the schema would say there if the text means what it seems to: <c>"maxItems": 3</c>; <see langword="null"/> if no keyword is near.</summary>
    public string? Suggestion { get; init; }

    /// <summary>Everything but the line, as it can stand in the schema itself.</summary>
    public string Comment => Suggestion is null ? Text : $"{Text} If so, write {Suggestion}.";

    /// <summary>One line, with its place as compilers print it.</summary>
    public string At(string file) => FormattableString.Invariant($"{file}({Line}): remark: {(Parameter is null ? "" : Parameter + ": ")}{Comment}");
}
