using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Diagnostics;

/// <summary>
/// What keeps the generator from generating anything in a project. Fields are named as the sentence that is true when the diagnostic is
/// reported. Ids from 301 to 399 are shared with the package's targets, which stop a build before the compiler runs; an editor has the
/// generator alone.
/// </summary>
internal static class BuildDiagnostics
{
    public static readonly DiagnosticDescriptor RuntimeIsMissing = Create(
        "KLING307",
        "The runtime is not referenced",
        "No type is generated from the schema files, because this project does not reference the assembly Kling.Generated; reference the package with a PackageReference, without an alias, and do not exclude its assets 'compile'",
        DiagnosticSeverity.Error
    );

    public static readonly DiagnosticDescriptor BuildFilesAreMissing = Create(
        "KLING311",
        "The build files are not imported",
        "The generator runs, but the build files of Kling.Generated are not imported, so the schema files of this project are not found; do not exclude the package's assets 'build' and 'buildTransitive'",
        DiagnosticSeverity.Warning
    );

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, "Kling.Build", severity, isEnabledByDefault: true, helpLinkUri: HelpLinks.For(id));
}
