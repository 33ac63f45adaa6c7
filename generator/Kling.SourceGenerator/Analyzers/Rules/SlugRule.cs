using Kling.SourceGenerator.Binding;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// KLING117: a schema file has the slug of a model in a referenced assembly. The generator cannot know: it never looks at references.
/// </summary>
internal static class SlugRule
{
    public static void Check(AdditionalFileAnalysisContext context, KnownSymbols known)
    {
        if (
            BuildInput.File((context.AdditionalFile, context.Options.AnalyzerConfigOptionsProvider), context.CancellationToken) is { } file
            && SchemaBinder.Slug(SchemaSource.Read(file, context.CancellationToken)) is { } slug
            && known.ReferencedModels.TryGetValue(slug.Text, out INamedTypeSymbol? model)
        )
        {
            context.ReportDiagnostic(
                Diagnostic.Create(
                    ConstraintDiagnostics.SlugIsTakenByReference,
                    SchemaDescriptors.Location(file.Path, slug.Span, new LineMap(file.Text!).Lines(slug.Span)),
                    slug.Text,
                    model.ToDisplayString(),
                    model.ContainingAssembly.Name
                )
            );
        }
    }
}
