using Kling.SourceGenerator.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kling.SourceGenerator;

/// <summary>What the compiler gives, as the plain records that the stages take. Only this file reads options and additional files.</summary>
internal static class BuildInput
{
    /// <summary>
    /// The file, if it is one of ours: an additional file that the build marks with <c>KlingSchema</c>. A <c>*.schema.json</c>
    /// describes schema files, as the dialect's own does, and is no model.
    /// </summary>
    public static SchemaFile? File((AdditionalText File, AnalyzerConfigOptionsProvider Options) input, CancellationToken cancellation) =>
        FileOptions(input.File, input.Options) is { } options && !input.File.Path.EndsWith(".schema.json", StringComparison.OrdinalIgnoreCase)
            ? new SchemaFile(input.File.Path, input.File.GetText(cancellation)?.ToString(), options)
            : null;

    public static ProjectOptions Project(AnalyzerConfigOptionsProvider provider)
    {
        AnalyzerConfigOptions options = provider.GlobalOptions;
        string? root = Read(options, "build_property.RootNamespace");
        return new ProjectOptions(
            Read(options, "build_property.KlingNamespace") ?? (root is null ? "Models" : root + ".Models"),
            IsPublicAccess(Read(options, "build_property.KlingAccessibility")) ?? true);
    }

    private static SchemaFileOptions? FileOptions(AdditionalText file, AnalyzerConfigOptionsProvider provider)
    {
        AnalyzerConfigOptions item = provider.GetOptions(file);
        if (!string.Equals(Read(item, "build_metadata.AdditionalFiles.KlingSchema"), "true", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        ProjectOptions project = Project(provider);
        return new SchemaFileOptions(
            Read(item, "build_metadata.AdditionalFiles.KlingNamespace") ?? project.Namespace,
            IsPublicAccess(Read(item, "build_metadata.AdditionalFiles.KlingAccessibility")) ?? project.IsPublic,
            Read(item, "build_metadata.AdditionalFiles.KlingSlug"),
            Read(item, "build_metadata.AdditionalFiles.KlingTypeName"));
    }

    private static bool? IsPublicAccess(string? accessibility) => accessibility?.ToUpperInvariant() switch
    {
        "PUBLIC" => true,
        "INTERNAL" => false,
        _ => null,
    };

    private static string? Read(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out string? value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
