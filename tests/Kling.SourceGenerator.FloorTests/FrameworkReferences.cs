using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests;

/// <summary>The framework that the tests run on: the package with the older one's assemblies asks for a newer compiler.</summary>
internal static class FrameworkReferences
{
    public static IEnumerable<MetadataReference> All { get; } =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "netstandard.dll" or "mscorlib.dll")
            .Where(static path => path.Contains("Microsoft.NETCore.App", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path))];
}
