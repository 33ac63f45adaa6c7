using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kling.SourceGenerator.Schema;

/// <summary>What the build says of a schema file: item metadata first, then the project's properties.</summary>
/// <param name="Namespace">The namespace of the generated types.</param>
/// <param name="IsPublic">Whether the generated types are public.</param>
/// <param name="Slug">The slug, where an item's metadata overrides the file's.</param>
/// <param name="TypeName">The C# name, where an item's metadata overrides the file's.</param>
internal sealed record SchemaFileOptions(string Namespace, bool IsPublic, string? Slug, string? TypeName)
{
    public static SchemaFileOptions? From(AdditionalText file, AnalyzerConfigOptionsProvider provider)
    {
        AnalyzerConfigOptions item = provider.GetOptions(file);
        if (!string.Equals(Read(item, "build_metadata.AdditionalFiles.KlingSchema"), "true", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        ProjectOptions project = ProjectOptions.From(provider);
        return new SchemaFileOptions(
            Read(item, "build_metadata.AdditionalFiles.KlingNamespace") ?? project.Namespace,
            ProjectOptions.IsPublicAccess(Read(item, "build_metadata.AdditionalFiles.KlingAccessibility")) ?? project.IsPublic,
            Read(item, "build_metadata.AdditionalFiles.KlingSlug"),
            Read(item, "build_metadata.AdditionalFiles.KlingTypeName"));
    }

    internal static string? Read(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out string? value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
