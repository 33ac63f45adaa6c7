using Microsoft.CodeAnalysis.Diagnostics;

namespace Kling.SourceGenerator.Schema;

/// <summary>What the project says for all of its schema files.</summary>
/// <param name="Namespace">The namespace of the catalogue, and of the generated types where a file has no other.</param>
/// <param name="IsPublic">Whether the catalogue is public, and the generated types where a file says nothing else.</param>
internal sealed record ProjectOptions(string Namespace, bool IsPublic)
{
    public static ProjectOptions From(AnalyzerConfigOptionsProvider provider)
    {
        AnalyzerConfigOptions options = provider.GlobalOptions;
        string? root = SchemaFileOptions.Read(options, "build_property.RootNamespace");
        return new ProjectOptions(
            SchemaFileOptions.Read(options, "build_property.KlingNamespace") ?? (root is null ? "Models" : root + ".Models"),
            IsPublicAccess(SchemaFileOptions.Read(options, "build_property.KlingAccessibility")) ?? true);
    }

    public static bool? IsPublicAccess(string? accessibility) => accessibility?.ToUpperInvariant() switch
    {
        "PUBLIC" => true,
        "INTERNAL" => false,
        _ => null,
    };
}
