namespace Kling.Cli;

/// <summary>An ambiguity on a page that a person must resolve.</summary>
/// <param name="Line">The line of the page, counted from 1.</param>
/// <param name="Text">What was found and what to do, in sentences.</param>
internal sealed record PageRemark(int Line, string Text)
{
    /// <summary>The parameter that it is about, as <c>multi_prompt[].prompt</c>; <see langword="null"/> if there is none.</summary>
    public string? Parameter { get; init; }

    /// <summary>The keyword that the text probably means: <c>"maxItems": 3</c>; <see langword="null"/> if no keyword is near.</summary>
    public string? Suggestion { get; init; }

    /// <summary>The text without the line number, for the schema's <c>$comment</c>.</summary>
    public string Comment => Suggestion is null ? Text : $"{Text} If so, write {Suggestion}.";

    /// <summary>The same about a parameter of one of several models.</summary>
    public PageRemark Of(string slug) => this with { Parameter = Parameter is null ? slug : $"{slug}: {Parameter}" };

    /// <summary>The text with its location, in the format of compilers.</summary>
    public string At(string file) =>
        FormattableString.Invariant($"{file}({Line}): note: {(Parameter is null ? "" : Parameter + ": ")}{Comment}");
}
