namespace Kling.Emulator;

/// <summary>Why a schema file gives no model.</summary>
/// <param name="File">The file's path.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Column">The column in UTF-16 units, counted from 1.</param>
/// <param name="Message">What is wrong, in a sentence.</param>
public sealed record SchemaFileError(string File, int Line, int Column, string Message)
{
    /// <summary>The place and the sentence, as compilers print it: <c>schemas/x.json(3,5): error: …</c></summary>
    public override string ToString() => FormattableString.Invariant($"{File}({Line},{Column}): error: {Message}");
}
