using System.Reflection;

namespace Kling.SourceGenerator.Tests;

/// <summary>The files of the repository that the tests read.</summary>
internal static class Checkout
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>The runtime as it is built for the oldest framework that is supported.</summary>
    public static string FloorRuntime { get; } = Metadata("FloorRuntime");

    public static string Tests { get; } = Path.Combine(Root, "tests", "Kling.SourceGenerator.Tests");

    public static IEnumerable<string> ShippedSchemaPaths { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Root, "schemas"), "*.json")
            .Where(static path => !path.EndsWith(".schema.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    public static string Read(params ReadOnlySpan<string> path) => File.ReadAllText(Path.Combine([Root, .. path]));

    private static string Metadata(string key) => typeof(Checkout).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == key).Value!;
}
