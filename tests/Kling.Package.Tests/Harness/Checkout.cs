using System.Reflection;

namespace Kling.Package.Tests;

/// <summary>Where the sources are: what the packages must not know.</summary>
internal static class Checkout
{
    public static string Root { get; } = typeof(Checkout).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(static attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>The configuration that these tests were built for.</summary>
    public static string Configuration { get; } = typeof(Checkout).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    /// <summary>The ids of the packages: their projects' names.</summary>
    public static IReadOnlyList<string> Ids { get; } =
        [.. Directory.EnumerateDirectories(Path.Combine(Root, "src")).SelectMany(static folder => Directory.EnumerateFiles(folder, "*.csproj")).Select(static file => Path.GetFileNameWithoutExtension(file))];

    public static string Tests { get; } = Path.Combine(Root, "tests", "Kling.Package.Tests");
}
