using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Findings;

/// <summary>Collects what there is to report about one schema file.</summary>
/// <param name="path">The file.</param>
/// <param name="text">Its text, for lines and columns.</param>
internal sealed class SchemaFindings(string path, string text)
{
    private readonly HashSet<DiagnosticModel> _diagnostics = [];
    private int _suggestions;
    private LineMap? _lines;

    /// <summary>The diagnostics so far, in the order of the file.</summary>
    public EquatableArray<DiagnosticModel> Diagnostics =>
        _diagnostics.Count == 0
            ? default
            : _diagnostics
                .OrderBy(static diagnostic => diagnostic.Span.Start)
                .ThenBy(static diagnostic => diagnostic.Rule.Id, StringComparer.Ordinal)
                .ThenBy(static diagnostic => string.Join("\n", diagnostic.Arguments), StringComparer.Ordinal)
                .ToEquatableArray();

    /// <summary>Whether a rule was reported.</summary>
    public bool Has(SchemaRule rule) => _diagnostics.Any(diagnostic => diagnostic.Rule == rule);

    /// <summary>Reports a diagnostic. Reporting it twice at the same location reports it once.</summary>
    public void Report(SchemaRule rule, TextSpan span, params string[] arguments) =>
        _diagnostics.Add(DiagnosticModel.At(path, span, (_lines ??= new LineMap(text)).Lines(span), rule, arguments));

    /// <summary>The known name that is most likely meant by a misspelled one.</summary>
    public string? Nearest(string wrong, IEnumerable<string> names)
    {
        // A file with more mistakes than that is another kind of file, and the compiler waits for every answer.
        const int Most = 100;
        return _suggestions++ < Most ? new Spelling(names).Nearest(wrong) : null;
    }
}
