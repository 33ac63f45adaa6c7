using System.Collections.Immutable;
using Kling.SourceGenerator.Binding;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>KLING117: a schema file has the slug of a model in a referenced assembly. The generator cannot know: it never looks at references.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SlugAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(ConstraintDiagnostics.SlugIsTakenByReference);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Of(start.Compilation) is { } known)
            {
                start.RegisterAdditionalFileAction(file => Analyze(file, known));
            }
        });
    }

    private static void Analyze(AdditionalFileAnalysisContext context, KnownSymbols known)
    {
        if (SchemaFile.From((context.AdditionalFile, context.Options.AnalyzerConfigOptionsProvider), context.CancellationToken) is { } file
            && SchemaBinder.Slug(file) is { } slug
            && known.ReferencedModels.TryGetValue(slug.Text, out INamedTypeSymbol? model))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                ConstraintDiagnostics.SlugIsTakenByReference,
                Location.Create(file.Path, slug.Span, file.Text!.Lines.GetLinePositionSpan(slug.Span)),
                slug.Text,
                model.ToDisplayString(),
                model.ContainingAssembly.Name));
        }
    }
}
