using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Model;

/// <summary>A diagnostic before it is reported: its location is plain data, so that the pipeline can compare it.</summary>
internal sealed record DiagnosticModel(SchemaRule Rule, string Path, TextSpan Span, LineSpan Lines, EquatableArray<string> Arguments)
{
    public static DiagnosticModel At(string path, TextSpan span, LineSpan lines, SchemaRule rule, params string[] arguments) =>
        new(rule, path, span, lines, arguments.ToEquatableArray());

    /// <summary>A diagnostic about a whole file; its location is the file's first character.</summary>
    public static DiagnosticModel AtStart(string path, SchemaRule rule, params string[] arguments) =>
        At(path, default, default, rule, arguments);
}
