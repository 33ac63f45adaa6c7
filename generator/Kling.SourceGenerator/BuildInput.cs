using System.Collections.Immutable;
using Kling.SourceGenerator.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kling.SourceGenerator;

/// <summary>
/// Converts the compiler's input to the plain records that the stages use. Only this file reads options and additional files.
/// </summary>
internal static class BuildInput
{
    /// <summary>The schema file, if the additional file is marked with <c>KlingSchema</c> by the build.</summary>
    public static SchemaFile? File((AdditionalText File, AnalyzerConfigOptionsProvider Options) input, CancellationToken cancellation) =>
        FileOptions(input.File, input.Options) is { } options
            ? new SchemaFile(input.File.Path, input.File.GetText(cancellation)?.ToString(), options)
            : null;

    /// <summary>
    /// Whether generated code finds the runtime. It asks the references and not the compilation, which every edit changes. Generated code
    /// writes <c>global::Kling</c>, so a reference that has only an alias does not count.
    /// </summary>
    public static bool HasRuntime(
        (ImmutableArray<MetadataReference> References, AnalyzerConfigOptionsProvider Options) input,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        return IsRuntime(input.Options) || input.References.Any(IsRuntime);
    }

    /// <summary>Whether the package's build files are imported: they make this property visible, set or not.</summary>
    public static bool HasBuildFiles(AnalyzerConfigOptionsProvider provider, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return provider.GlobalOptions.TryGetValue("build_property.KlingNamespace", out _);
    }

    public static ProjectOptions Project(AnalyzerConfigOptionsProvider provider)
    {
        AnalyzerConfigOptions options = provider.GlobalOptions;
        string? root = Read(options, "build_property.RootNamespace");
        return new ProjectOptions(
            Read(options, "build_property.KlingNamespace") ?? (root is null ? "Models" : root + ".Models"),
            IsPublicAccess(Read(options, "build_property.KlingAccessibility")) ?? true
        );
    }

    /// <summary>Whether this project is the runtime, which carries the shipped models.</summary>
    private static bool IsRuntime(AnalyzerConfigOptionsProvider provider) =>
        string.Equals(Read(provider.GlobalOptions, "build_property.KlingIsRuntime"), "true", StringComparison.OrdinalIgnoreCase);

    private static bool IsRuntime(MetadataReference reference) =>
        (reference.Properties.Aliases.IsEmpty || reference.Properties.Aliases.Contains("global"))
        && AssemblyName(reference) == "Kling.Generated";

    /// <summary>
    /// A referenced project has a compilation, a file has a name, and an image in memory has only what it says of itself.
    /// </summary>
    private static string? AssemblyName(MetadataReference reference) =>
        reference switch
        {
            CompilationReference project => project.Compilation.AssemblyName,
            PortableExecutableReference { FilePath: { } path } => Path.GetFileNameWithoutExtension(path),
            PortableExecutableReference image when image.GetMetadata() is AssemblyMetadata assembly => Path.GetFileNameWithoutExtension(
                assembly.GetModules()[0].Name
            ),
            _ => null,
        };

    private static SchemaFileOptions? FileOptions(AdditionalText file, AnalyzerConfigOptionsProvider provider)
    {
        AnalyzerConfigOptions item = provider.GetOptions(file);
        if (!string.Equals(Metadata(item, "KlingSchema"), "true", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        ProjectOptions project = Project(provider);
        string? @namespace = Metadata(item, "KlingNamespace");
        string? accessibility = Metadata(item, "KlingAccessibility");
        return new SchemaFileOptions(
            @namespace ?? project.Namespace,
            IsPublicAccess(accessibility) ?? project.IsPublic,
            Metadata(item, "KlingSlug"),
            Metadata(item, "KlingTypeName"),
            @namespace,
            accessibility
        );
    }

    /// <summary>
    /// Metadata of the file's item. The targets escape it, because a value ends at <c>;</c>, <c>#</c> and the end of the line.
    /// </summary>
    private static string? Metadata(AnalyzerConfigOptions item, string name) =>
        Read(item, "build_metadata.AdditionalFiles." + name) is { } value && Uri.UnescapeDataString(value).Trim() is { Length: > 0 } text
            ? text
            : null;

    private static bool? IsPublicAccess(string? accessibility) =>
        accessibility?.ToUpperInvariant() switch
        {
            "PUBLIC" => true,
            "INTERNAL" => false,
            _ => null,
        };

    private static string? Read(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out string? value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
