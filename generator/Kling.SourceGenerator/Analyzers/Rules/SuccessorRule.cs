using System.Collections.Immutable;
using Kling.SourceGenerator.Binding;
using Kling.SourceGenerator.Binding.Document;
using Kling.SourceGenerator.Binding.Keywords;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// KLING122, KLING123: <c>x-replaced-by</c> of a schema file against the successor, which may be in a referenced assembly: the generator
/// never looks at references.
/// </summary>
internal static class SuccessorRule
{
    public static void Check(AdditionalFileAnalysisContext context, KnownSymbols known)
    {
        if (
            BuildInput.File((context.AdditionalFile, context.Options.AnalyzerConfigOptionsProvider), context.CancellationToken)
                is not { Text: { } text } file
            || text.IndexOf("x-replaced-by", StringComparison.Ordinal) < 0
            || SchemaSource.Read(file, context.CancellationToken) is not { Root: { } root } source
            || SchemaBinder.Slug(source) is not { } slug
            || ReplacementKeyword.Read(root, new SchemaDocument(root).Shape(root).Schema, slug.Text, findings: null) is not { } replacement
        )
        {
            return;
        }

        var lines = new LineMap(text);
        if (!known.Models.TryGetValue(replacement.Slug.Text, out INamedTypeSymbol? type) || known.ShapeOf(type) is not { } successor)
        {
            Report(ConstraintDiagnostics.SuccessorIsUnknown, replacement.Slug.Span, replacement.Slug.Text);
            return;
        }

        if (Circle(slug.Text, replacement.Slug.Text, known) is { } circle)
        {
            Report(ConstraintDiagnostics.SuccessorIsInvalid, replacement.Slug.Span, "the models replace each other: " + circle);
        }

        foreach (ReplacedParameter parameter in replacement.Parameters)
        {
            Check(parameter, successor, replacement.Slug.Text);
        }

        void Check(ReplacedParameter parameter, RecordShape shape, string model)
        {
            if (parameter.Successor is not { } name)
            {
                return;
            }

            if (!shape.Properties.TryGetValue(name, out IPropertySymbol? property))
            {
                Report(ConstraintDiagnostics.SuccessorIsInvalid, parameter.Place.Span, $"'{model}' has no parameter '{name}'");
                return;
            }

            if (Values(property.Type) is { } allowed)
            {
                foreach (JsonMember value in parameter.Values.Where(value => !allowed.Contains(value.Value.Text)))
                {
                    Report(
                        ConstraintDiagnostics.SuccessorIsInvalid,
                        value.Value.Span,
                        $"'{value.Value.Text}' is not among the values of '{name}' of '{model}'"
                    );
                }
            }
        }

        void Report(DiagnosticDescriptor descriptor, TextSpan span, string argument) =>
            context.ReportDiagnostic(
                Diagnostic.Create(descriptor, SchemaDescriptors.Location(file.Path, span, lines.Lines(span)), argument)
            );
    }

    /// <summary>The slugs from a model over its successors back to it, or <see langword="null"/>.</summary>
    private static string? Circle(string slug, string successor, KnownSymbols known)
    {
        var path = new List<string> { slug };
        for (string? next = successor; next is not null && !path.Contains(next); next = Next(next, known))
        {
            path.Add(next);
        }

        return Next(path[path.Count - 1], known) == slug ? string.Join(" → ", path.Append(slug)) : null;
    }

    private static string? Next(string slug, KnownSymbols known) =>
        known.Models.TryGetValue(slug, out INamedTypeSymbol? type) ? known.ShapeOf(type)?.Replacement?.Slug : null;

    /// <summary>The values of an enum as texts, or <see langword="null"/> if the values are not limited.</summary>
    private static ImmutableArray<string>? Values(ITypeSymbol type) =>
        EnumReader.EnumOf(type) is { } closed ? EnumReader.Texts(closed) : null;
}
