using System.Reflection;

namespace Kling.Emulator.Tests.Dialect;

/// <summary>The repository's <c>schemas</c> folder.</summary>
internal static class SchemaFolder
{
    public const string DialectFile = "kling-model.schema.json";

    private static readonly string Location = Path.Combine(
        typeof(SchemaFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "RepositoryRoot").Value!,
        "schemas");

    /// <summary>The names of the models' files, in ordinal order.</summary>
    public static IReadOnlyList<string> ModelFiles { get; } =
    [
        .. Directory.EnumerateFiles(Location, "*.json")
            .Select(static path => Path.GetFileName(path))
            .Where(static name => name != DialectFile)
            .Order(StringComparer.Ordinal),
    ];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Location, file));
}
