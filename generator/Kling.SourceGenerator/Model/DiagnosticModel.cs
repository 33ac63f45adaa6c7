using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Kling.SourceGenerator.Model;

/// <summary>A diagnostic before it is reported: its place is plain data, so that the pipeline can compare it.</summary>
internal sealed record DiagnosticModel(
    DiagnosticDescriptor Descriptor,
    string Path,
    TextSpan Span,
    LinePositionSpan Lines,
    EquatableArray<string> Arguments)
{
    public static DiagnosticModel At(string path, TextSpan span, LinePositionSpan lines, DiagnosticDescriptor descriptor, params string[] arguments) =>
        new(descriptor, path, span, lines, arguments.ToEquatableArray());

    /// <summary>A diagnostic about a file as a whole: it stands at the file's first character.</summary>
    public static DiagnosticModel AtStart(string path, DiagnosticDescriptor descriptor, params string[] arguments) =>
        At(path, default, default, descriptor, arguments);

    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(Descriptor, Location.Create(Path, Span, Lines), [.. Arguments]);
}
