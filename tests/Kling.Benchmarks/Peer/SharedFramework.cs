using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kling.Benchmarks.Peer;

/// <summary>The targeting pack that the SDK compiles against: the reference assemblies, and System.Text.Json's source generator.</summary>
internal static class SharedFramework
{
    private static readonly string Pack = Find();

    public static IReadOnlyList<MetadataReference> References { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Pack, "ref", "net10.0"), "*.dll").Order(StringComparer.Ordinal).Select(static path => MetadataReference.CreateFromFile(path))];

    public static ISourceGenerator JsonGenerator()
    {
        string path = Path.Combine(Pack, "analyzers", "dotnet", "cs", "System.Text.Json.SourceGeneration.dll");
        return new AnalyzerFileReference(path, new Loader()).GetGenerators(LanguageNames.CSharp)
            .Single(static generator => generator.GetGeneratorType().Name == "JsonSourceGenerator");
    }

    private static string Find()
    {
        string root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        return Directory.EnumerateDirectories(Path.Combine(root, "packs", "Microsoft.NETCore.App.Ref"), "10.*").Order(StringComparer.Ordinal).Last();
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
            // The generator stands alone.
        }

        public System.Reflection.Assembly LoadFromPath(string fullPath) => System.Reflection.Assembly.LoadFrom(fullPath);
    }
}
