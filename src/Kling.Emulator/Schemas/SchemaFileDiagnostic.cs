using System.Globalization;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Model;

namespace Kling.Emulator;

/// <summary>A diagnostic of a schema file, as a build reports it: <c>generator/DIAGNOSTICS.md</c> has a section for each id.</summary>
/// <param name="File">The file's path.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Column">The column in UTF-16 units, counted from 1.</param>
/// <param name="Id">The id, such as <c>KLING008</c>.</param>
/// <param name="IsError">Whether it is an error, so that the file has no model. A warning means that a part of the file has no
/// effect.</param>
/// <param name="Message">What is wrong, in a sentence.</param>
public sealed record SchemaFileDiagnostic(string File, int Line, int Column, string Id, bool IsError, string Message)
{
    /// <summary>Location, id and message as compilers print them: <c>schemas/x.json(3,5): error KLING001: …</c></summary>
    public override string ToString() =>
        FormattableString.Invariant($"{File}({Line},{Column}): {(IsError ? "error" : "warning")} {Id}: {Message}");

    internal static SchemaFileDiagnostic Of(DiagnosticModel diagnostic) =>
        new(
            diagnostic.Path,
            diagnostic.Lines.StartLine + 1,
            diagnostic.Lines.StartColumn + 1,
            diagnostic.Rule.Id,
            diagnostic.Rule.Severity is SchemaSeverity.Error,
            string.Format(CultureInfo.InvariantCulture, diagnostic.Rule.Message, [.. diagnostic.Arguments])
        );
}
