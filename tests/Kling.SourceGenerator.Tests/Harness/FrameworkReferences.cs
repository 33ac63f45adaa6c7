using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests;

/// <summary>The oldest framework that is supported.</summary>
internal static class FrameworkReferences
{
    public static IEnumerable<MetadataReference> All => Net80.References.All;
}
