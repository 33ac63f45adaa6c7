namespace Kling.Cli;

/// <summary>Where something is in a schema file.</summary>
/// <param name="File">The file as the command line names it, or a file of a revision as git names it.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Column">The column in UTF-16 units, counted from 1.</param>
/// <param name="Pointer">The JSON Pointer; empty for the whole file.</param>
internal sealed record ChangePlace(string File, int Line, int Column, string Pointer)
{
    /// <summary>File, line and column, as compilers print them.</summary>
    public override string ToString() => FormattableString.Invariant($"{File}({Line},{Column})");
}
