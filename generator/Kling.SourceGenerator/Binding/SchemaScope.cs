using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Kling.SourceGenerator.Binding;

/// <summary>What the binders of one schema file share: its place, its type names so far, and what there is to say.</summary>
internal sealed class SchemaScope(string path, string @namespace, SourceText text)
{
    private readonly List<DiagnosticModel> _diagnostics = [];

    public string Path { get; } = path;

    public string Namespace { get; } = @namespace;

    /// <summary>The catalogue stands in the same namespace.</summary>
    public NameScope TypeNames { get; } = new(["KlingModels"]);

    public List<ObjectModel> Objects { get; } = [];

    public List<EnumModel> Enums { get; } = [];

    public EquatableArray<DiagnosticModel> Diagnostics => _diagnostics.OrderBy(static diagnostic => diagnostic.Span.Start).ToEquatableArray();

    public void Report(DiagnosticDescriptor descriptor, TextSpan span, params string[] arguments) =>
        _diagnostics.Add(DiagnosticModel.At(Path, span, text.Lines.GetLinePositionSpan(span), descriptor, arguments));

    /// <summary>A type of this file, from the global namespace on.</summary>
    public string Reference(string typeName) => $"global::{Namespace}.{typeName}";

    /// <summary>A type name of its own within the file. A change is told.</summary>
    /// <param name="wanted">The name.</param>
    /// <param name="span">The place of the change.</param>
    /// <param name="companion">What stands behind the name of a second type, which must be free too; empty if there is none.</param>
    public string ClaimTypeName(string wanted, TextSpan span, string companion = "")
    {
        string name = TypeNames.Claim(wanted, companion: companion);
        if (name != wanted)
        {
            Report(SchemaDiagnostics.NameIsChanged, span, wanted, name, wanted);
        }

        return name;
    }
}
