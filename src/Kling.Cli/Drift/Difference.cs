namespace Kling.Cli;

/// <summary>A point in which a schema file and a page, or the catalogue, differ.</summary>
/// <param name="Parameter">The parameter, as <c>multi_prompt[].prompt</c>; empty for the model itself.</param>
/// <param name="What">What differs: a keyword, or <c>parameter</c>.</param>
/// <param name="Schema">What the schema says.</param>
/// <param name="Page">What the page or the catalogue says.</param>
internal sealed record Difference(string Parameter, string What, string Schema, string Page)
{
    /// <summary>Whether one of the two is out of date. A page that says less than the schema is not.</summary>
    public bool IsDrift { get; init; } = true;

    /// <summary>Whether the schema file now says what the other side says.</summary>
    public bool IsWritten { get; init; }
}
