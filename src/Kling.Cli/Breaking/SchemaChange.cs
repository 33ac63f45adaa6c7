namespace Kling.Cli;

/// <summary>One change between two versions of a model.</summary>
/// <param name="Rule">The kind of change.</param>
/// <param name="Parameter">The parameter, as <c>multi_prompt[].prompt</c>; empty for the model itself.</param>
/// <param name="What">What changed: a keyword, or something that is generated from it.</param>
/// <param name="OldText">What the old version says.</param>
/// <param name="NewText">What the new version says.</param>
/// <param name="Old">Where, in the old version; <see langword="null"/> if it has no such file.</param>
/// <param name="New">Where, in the new version; <see langword="null"/> if it has no such file.</param>
internal sealed record SchemaChange(
    ChangeRule Rule,
    string Parameter,
    string What,
    string OldText,
    string NewText,
    ChangePlace? Old,
    ChangePlace? New
)
{
    /// <summary>The change in a sentence.</summary>
    public string Message =>
        $"{Rule.Description} {(Parameter.Length == 0 ? "" : Parameter + ": ")}{What} was {OldText}, is now {NewText}";
}
