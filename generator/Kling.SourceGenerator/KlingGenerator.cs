using System.Collections.Immutable;
using Kling.SourceGenerator.Binding;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Emit;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kling.SourceGenerator;

/// <summary>Generates request types from schema files in three stages: read, bind, emit. This file only connects the stages.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class KlingGenerator : IIncrementalGenerator
{
    private const LanguageVersion Floor = LanguageVersion.CSharp12;

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<LanguageVersion> language = context.ParseOptionsProvider.Select(
            static (options, _) => ((CSharpParseOptions)options).LanguageVersion
        );

        IncrementalValueProvider<bool> runtime = context
            .MetadataReferencesProvider.Collect()
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(BuildInput.HasRuntime);

        IncrementalValueProvider<bool> compiles = language.Combine(runtime).Select(static (input, _) => input.Left >= Floor && input.Right);

        IncrementalValueProvider<ProjectOptions> project = context
            .AnalyzerConfigOptionsProvider.Select(static (options, _) => BuildInput.Project(options))
            .WithTrackingName(TrackingNames.Project);

        IncrementalValuesProvider<SchemaFile> files = context
            .AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .Select(BuildInput.File)
            .Where(static file => file is not null)
            .Select(static (file, _) => file!)
            .WithTrackingName(TrackingNames.Files);

        IncrementalValuesProvider<SchemaSource> sources = files.Select(SchemaSource.Read).WithTrackingName(TrackingNames.Sources);

        IncrementalValuesProvider<BindingResult> results = sources.Select(SchemaBinder.Bind).WithTrackingName(TrackingNames.Results);

        IncrementalValueProvider<CatalogueBinding> catalogue = results
            .Select(CatalogueBinder.Identify)
            .Collect()
            .Select(CatalogueBinder.Bind)
            .WithTrackingName(TrackingNames.Catalogue);

        IncrementalValuesProvider<RequestModel> models = results
            .Combine(catalogue.Select(static (binding, _) => binding.Losers))
            .Combine(compiles)
            .Where(static input => input.Right && !input.Left.Right.Contains(input.Left.Left.Path))
            .Select(static (input, _) => input.Left.Left.Model)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(TrackingNames.Models);

        context.RegisterSourceOutput(
            models,
            static (output, model) =>
                output.AddSource(HintNames.For($"{model.Namespace}.{model.Request.TypeName}"), RequestFileEmitter.Emit(model))
        );

        context.RegisterSourceOutput(
            catalogue.Select(static (binding, _) => binding.Model).Combine(project).Combine(compiles),
            EmitCatalogue
        );

        // Diagnostics know places, and places move with every blank line: they never touch the sources.
        context.RegisterSourceOutput(results.Select(static (result, _) => result.Diagnostics), Report);
        context.RegisterSourceOutput(catalogue.Select(static (binding, _) => binding.Diagnostics), Report);
        context.RegisterSourceOutput(files.Select(static (file, _) => file.Path).Combine(language), ReportLanguage);
        context.RegisterSourceOutput(
            files
                .Select(static (file, _) => file.Path)
                .Collect()
                .Combine(runtime.Combine(context.AnalyzerConfigOptionsProvider.Select(BuildInput.HasBuildFiles))),
            ReportBuild
        );
    }

    private static void EmitCatalogue(
        SourceProductionContext output,
        ((CatalogueModel Model, ProjectOptions Options) Catalogue, bool Compiles) input
    )
    {
        // A project without a schema file gets no file at all.
        if (input.Catalogue.Model.Entries.Count > 0 && input.Compiles)
        {
            output.AddSource(HintNames.For("KlingModels"), CatalogueEmitter.Emit(input.Catalogue.Model, input.Catalogue.Options));
        }
    }

    private static void Report(SourceProductionContext output, EquatableArray<DiagnosticModel> diagnostics)
    {
        foreach (DiagnosticModel diagnostic in diagnostics)
        {
            output.ReportDiagnostic(diagnostic.ToDiagnostic());
        }
    }

    private static void ReportLanguage(SourceProductionContext output, (string Path, LanguageVersion Language) input)
    {
        if (input.Language < Floor)
        {
            output.ReportDiagnostic(
                DiagnosticModel
                    .AtStart(input.Path, SchemaDiagnostics.LanguageVersionIsTooLow, input.Language.ToDisplayString())
                    .ToDiagnostic()
            );
        }
    }

    private static void ReportBuild(
        SourceProductionContext output,
        (ImmutableArray<string> Files, (bool HasRuntime, bool HasBuildFiles) Project) input
    )
    {
        if (input.Files.IsEmpty && !input.Project.HasBuildFiles)
        {
            output.ReportDiagnostic(Diagnostic.Create(BuildDiagnostics.BuildFilesAreMissing, Location.None));
        }
        else if (!input.Files.IsEmpty && !input.Project.HasRuntime)
        {
            output.ReportDiagnostic(
                Diagnostic.Create(
                    BuildDiagnostics.RuntimeIsMissing,
                    SchemaDescriptors.Location(input.Files.OrderBy(static path => path, StringComparer.Ordinal).First(), default, default)
                )
            );
        }
    }
}
